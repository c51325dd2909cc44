package org.voxdesk.app.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Places for the texts of shapes on a stage, beside their shape where they cover no other text
/// and, if that can be had, no shape; else further up or down. Coordinates are pixels of the stage.
final class TextPlaces {
  private static final double ASIDE = 8;
  private static final double BELOW = 4;
  private static final double STEP = 16;

  private final double width;
  private final double height;
  private final List<Rectangle2D> shapes = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  /// Places on a stage of this size.
  TextPlaces(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// A place where a text of this size covers no other; empty where there is none.
  ///
  /// @param shape what is around the shape
  /// @param anchor the point of the shape that its text belongs to
  Optional<Rectangle2D> free(Rectangle2D shape, Point2D anchor, double wide, double high) {
    List<Rectangle2D> free =
        candidates(shape, anchor, wide, high).stream()
            .filter(place -> taken.stream().noneMatch(place::intersects))
            .toList();
    return free.stream()
        .filter(place -> shapes.stream().noneMatch(place::intersects))
        .findFirst()
        .or(() -> free.stream().findFirst());
  }

  /// The place where the text covers least of the others.
  Rectangle2D least(Rectangle2D shape, Point2D anchor, double wide, double high) {
    return candidates(shape, anchor, wide, high).stream()
        .min(Comparator.comparingDouble(this::covered))
        .orElseThrow();
  }

  /// Whether a place is beside the shape, so that everybody sees which it belongs to.
  static boolean isBeside(Rectangle2D place, Rectangle2D shape) {
    double margin = 2 * ASIDE;
    return new Rectangle2D(
            shape.getMinX() - margin,
            shape.getMinY() - margin,
            shape.getWidth() + 2 * margin,
            shape.getHeight() + 2 * margin)
        .intersects(place);
  }

  /// Texts had better not cover what is inside this.
  void avoid(Rectangle2D shape) {
    shapes.add(shape);
  }

  /// Nothing else is to cover this.
  void take(Rectangle2D place) {
    taken.add(place);
  }

  private double covered(Rectangle2D place) {
    return taken.stream().mapToDouble(other -> common(place, other)).sum();
  }

  private static double common(Rectangle2D a, Rectangle2D b) {
    double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return wide > 0 && high > 0 ? wide * high : 0;
  }

  private List<Rectangle2D> candidates(
      Rectangle2D shape, Point2D anchor, double wide, double high) {
    double right = anchor.getX() + ASIDE;
    double left = shape.getMinX() - ASIDE - wide;
    double down = anchor.getY() + BELOW;
    double up = anchor.getY() - BELOW - high;
    List<Rectangle2D> places = new ArrayList<>();
    places.add(place(right, down, wide, high));
    places.add(place(right, up, wide, high));
    places.add(place(left, down, wide, high));
    places.add(place(left, up, wide, high));
    places.add(place(shape.getMinX(), shape.getMaxY() + BELOW, wide, high));
    places.add(place(shape.getMinX(), shape.getMinY() - BELOW - high, wide, high));
    for (double away = STEP; away < height; away += STEP) {
      places.add(place(right, down + away, wide, high));
      places.add(place(right, up - away, wide, high));
      places.add(place(left, down + away, wide, high));
      places.add(place(left, up - away, wide, high));
    }
    return places;
  }

  /// On the stage.
  private Rectangle2D place(double x, double y, double wide, double high) {
    return new Rectangle2D(
        Math.clamp(x, 0, Math.max(0, width - wide)),
        Math.clamp(y, 0, Math.max(0, height - high)),
        wide,
        high);
  }
}
