package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
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

  /// How far down a number may go to be read.
  private static final int MOST_LINES = 20;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final NoduleList nodules;
  private final Supplier<Optional<Series>> series;
  private Optional<Picture> picture = Optional.empty();

  MarkerLayer(NoduleList nodules, Supplier<Optional<Series>> series) {
    this.nodules = nodules;
    this.series = series;
    setPickOnBounds(false);
    setManaged(false);
    InvalidationListener changed = observable -> show(picture);
    nodules.allProperty().addListener(changed);
    nodules.selectedProperty().addListener((property, was, is) -> show(picture));
  }

  /// Marks what reaches into this picture.
  void show(Optional<Picture> shown) {
    picture = shown;
    getChildren().clear();
    Optional<Series> marked = series.get();
    if (shown.isEmpty() || marked.isEmpty()) {
      return;
    }
    Optional<Geometry> place = shown.get().slice().place();
    place.ifPresent(
        geometry ->
            nodules
                .allProperty()
                .get()
                .of(marked.get().uid())
                .forEach(nodule -> mark(nodule, geometry, shown.get())));
  }

  private void mark(Nodule nodule, Geometry place, Picture on) {
    Voxel voxel = place.index(nodule.center());
    // The slice is told to be 1 mm thick, so its index counts millimetres along the normal.
    double distance = voxel.k();
    double ball =
        nodule.diameterMm().isPresent() ? nodule.diameterMm().getAsDouble() / 2 + GAP_MM : BALL_MM;
    if (Math.abs(distance) >= ball) {
      return;
    }
    double radiusMm = Math.sqrt(ball * ball - distance * distance);
    double[] at = on.screen(voxel.i(), voxel.j());
    double radius = radiusMm * on.transform().scaleX() / on.shown().columnMm();
    boolean selected = nodules.selectedProperty().get().equals(Optional.of(nodule));
    Circle circle = new Circle(at[0], at[1], radius);
    circle.getStyleClass().add("nodule");
    circle.pseudoClassStateChanged(SELECTED, selected);
    circle.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            nodules.select(nodule);
            event.consume();
          }
        });
    Label number = new Label(String.valueOf(nodule.number()));
    number.getStyleClass().addAll("overlay-text", "nodule-number");
    number.setMouseTransparent(true);
    List<Node> others = getChildren().stream().filter(Label.class::isInstance).toList();
    getChildren().addAll(circle, number);
    number.applyCss();
    number.autosize();
    place(number, others, at[0], at[1], radius * 0.75);
  }

  /// Beside its circle, first above on the right, then at the other corners, then further down,
  /// where none of `others` is.
  private static void place(Label number, List<Node> others, double x, double y, double away) {
    double right = x + away + 3;
    double left = x - away - 3 - number.getWidth();
    double above = y - away - 16;
    double below = y + away;
    List<Point2D> free = new ArrayList<>();
    free.add(new Point2D(right, above));
    free.add(new Point2D(left, above));
    free.add(new Point2D(right, below));
    free.add(new Point2D(left, below));
    for (int line = 1; line <= MOST_LINES; line++) {
      free.add(new Point2D(right, below + line * number.getHeight()));
    }
    Point2D at =
        free.stream()
            .filter(
                corner ->
                    others.stream()
                        .noneMatch(
                            other ->
                                other
                                    .getLayoutBounds()
                                    .intersects(
                                        corner.getX() - other.getLayoutX(),
                                        corner.getY() - other.getLayoutY(),
                                        number.getWidth(),
                                        number.getHeight())))
            .findFirst()
            .orElse(free.getFirst());
    number.relocate(at.getX(), at.getY());
  }
}
