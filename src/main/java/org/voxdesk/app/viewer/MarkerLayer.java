package org.voxdesk.app.viewer;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.voxdesk.app.model.Nodule;
import org.voxdesk.app.model.Session;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Voxel;

/// The marked nodules that reach into the slice, as circles: the cut through a ball around each.
final class MarkerLayer extends Pane {
  private static final double BALL_MM = 10;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Session session;
  private final Supplier<Optional<Series>> series;
  private Optional<Picture> picture = Optional.empty();

  MarkerLayer(Session session, Supplier<Optional<Series>> series) {
    this.session = session;
    this.series = series;
    setPickOnBounds(false);
    setManaged(false);
    InvalidationListener changed = observable -> show(picture);
    session.nodules().addListener(changed);
    session.noduleProperty().addListener((property, was, is) -> show(picture));
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
            session.nodulesOf(marked.get()).forEach(nodule -> mark(nodule, geometry, shown.get())));
  }

  private void mark(Nodule nodule, Geometry place, Picture on) {
    Voxel voxel = place.index(nodule.center());
    // The slice is told to be 1 mm thick, so its index counts millimetres along the normal.
    double distance = voxel.k();
    if (Math.abs(distance) >= BALL_MM) {
      return;
    }
    double radiusMm = Math.sqrt(BALL_MM * BALL_MM - distance * distance);
    double[] at = on.screen(voxel.i(), voxel.j());
    double radius = radiusMm * on.transform().scaleX() / on.shown().columnMm();
    boolean selected = session.noduleProperty().get().equals(Optional.of(nodule));
    Circle circle = new Circle(at[0], at[1], radius);
    circle.getStyleClass().add("nodule");
    circle.pseudoClassStateChanged(SELECTED, selected);
    circle.setOnMouseClicked(
        event -> {
          session.select(nodule);
          event.consume();
        });
    Label number = new Label(String.valueOf(nodule.number()));
    number.getStyleClass().addAll("overlay-text", "nodule-number");
    number.setMouseTransparent(true);
    number.relocate(at[0] + radius * 0.75 + 3, at[1] - radius * 0.75 - 16);
    getChildren().addAll(circle, number);
  }
}
