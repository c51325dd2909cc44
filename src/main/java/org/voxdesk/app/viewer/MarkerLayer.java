package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.voxdesk.app.model.NoduleList;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Voxel;

/// The marked nodules that reach into the slice, as circles: the cut through a ball around each.
final class MarkerLayer extends Pane {
  /// Around a nodule that nobody measured.
  private static final double BALL_MM = 10;

  /// So that the circle does not hide the nodule's edge.
  private static final double GAP_MM = 2;

  /// About how wide a digit and how high a line of a number is.
  private static final double DIGIT = 9;

  private static final double LINE = 18;

  /// How far down a number may go to be read.
  private static final int MOST_LINES = 20;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final NoduleList nodules;
  private final Supplier<Optional<Series>> series;
  private final Map<UUID, Mark> marks = new LinkedHashMap<>();
  private Optional<Picture> picture = Optional.empty();

  /// What a nodule is marked by.
  private record Mark(Circle circle, Label number) {}

  MarkerLayer(NoduleList nodules, Supplier<Optional<Series>> series) {
    this.nodules = nodules;
    this.series = series;
    setPickOnBounds(false);
    setManaged(false);
    InvalidationListener changed = observable -> show(picture);
    nodules.allProperty().addListener(changed);
    nodules.selectedProperty().addListener((property, was, is) -> show(picture));
  }

  /// Marks what reaches into this picture. What is marked already keeps its nodes, since styling
  /// new ones is what takes time where there are many.
  void show(Optional<Picture> shown) {
    picture = shown;
    Optional<Series> marked = series.get();
    Optional<Geometry> place = shown.flatMap(p -> p.slice().place());
    Map<UUID, Mark> before = Map.copyOf(marks);
    marks.clear();
    if (marked.isPresent() && place.isPresent()) {
      List<Rectangle2D> numbers = new ArrayList<>();
      for (Nodule nodule : nodules.allProperty().get().of(marked.get().uid())) {
        reach(nodule, place.get(), shown.orElseThrow())
            .ifPresent(
                reach -> {
                  Mark mark =
                      Optional.ofNullable(before.get(nodule.id())).orElseGet(MarkerLayer::mark);
                  mark(mark, nodule, reach);
                  number(mark.number(), reach, numbers);
                  marks.put(nodule.id(), mark);
                });
      }
    }
    before.forEach(
        (id, mark) -> {
          if (!marks.containsKey(id)) {
            getChildren().removeAll(mark.circle(), mark.number());
          }
        });
    marks.forEach(
        (id, mark) -> {
          if (!before.containsKey(id)) {
            getChildren().addAll(mark.circle(), mark.number());
          }
        });
  }

  /// The circle that a ball about a nodule is cut in by the slice; empty where it is elsewhere.
  private static Optional<Circle> reach(Nodule nodule, Geometry place, Picture on) {
    Voxel voxel = place.index(nodule.center());
    // The slice is told to be 1 mm thick, so its index counts millimetres along the normal.
    double distance = voxel.k();
    double ball =
        nodule.diameterMm().isPresent() ? nodule.diameterMm().getAsDouble() / 2 + GAP_MM : BALL_MM;
    if (Math.abs(distance) >= ball) {
      return Optional.empty();
    }
    double radiusMm = Math.sqrt(ball * ball - distance * distance);
    double[] at = on.screen(voxel.i(), voxel.j());
    double radius = radiusMm * on.transform().scaleX() / on.shown().columnMm();
    return Optional.of(new Circle(at[0], at[1], radius));
  }

  private static Mark mark() {
    Circle circle = new Circle();
    circle.getStyleClass().add("nodule");
    Label number = new Label();
    number.getStyleClass().addAll("overlay-text", "nodule-number");
    number.setMouseTransparent(true);
    return new Mark(circle, number);
  }

  private void mark(Mark mark, Nodule nodule, Circle reach) {
    Circle circle = mark.circle();
    circle.setCenterX(reach.getCenterX());
    circle.setCenterY(reach.getCenterY());
    circle.setRadius(reach.getRadius());
    boolean selected = nodules.selectedProperty().get().equals(Optional.of(nodule));
    circle.pseudoClassStateChanged(SELECTED, selected);
    circle.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            nodules.select(nodule);
            event.consume();
          }
        });
    mark.number().setText(String.valueOf(nodule.number()));
  }

  /// Puts a number beside its circle, at the first corner where it covers no other, or further
  /// down.
  private static void number(Label number, Circle reach, List<Rectangle2D> others) {
    double across = reach.getRadius() * 0.75;
    double width = DIGIT * number.getText().length();
    double right = reach.getCenterX() + across + 3;
    double left = reach.getCenterX() - across - 3 - width;
    double above = reach.getCenterY() - across - LINE;
    double below = reach.getCenterY() + across;
    List<Rectangle2D> corners =
        Stream.concat(
                Stream.of(
                    new Point2D(right, above),
                    new Point2D(right, below),
                    new Point2D(left, above),
                    new Point2D(left, below)),
                IntStream.rangeClosed(1, MOST_LINES)
                    .mapToObj(line -> new Point2D(right, below + line * LINE)))
            .map(corner -> new Rectangle2D(corner.getX(), corner.getY(), width, LINE))
            .toList();
    Rectangle2D free =
        corners.stream()
            .filter(corner -> others.stream().noneMatch(corner::intersects))
            .findFirst()
            .orElse(corners.getFirst());
    others.add(free);
    number.relocate(free.getMinX(), free.getMinY());
  }
}
