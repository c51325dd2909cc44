package org.voxdesk.app.cubes;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Lps;

/// Over a stage, with the nodule tool in hand: a drag from one edge of a nodule to the other
/// measures the nodule that is marked there, or marks one in the middle. Clicks go through to the
/// stage.
final class DiameterLayer extends Pane {
  /// A drag shorter than this is a click by an unsteady hand.
  private static final double LEAST = 5;

  /// Around a nodule that nobody measured.
  private static final double USUAL_RADIUS_MM = 5;

  private final AppModel app;
  private final ObservableValue<Optional<Picture>> picture;
  private final ObservableValue<Boolean> active;
  private final Line line = new Line();
  private final Label length = new Label();
  private Optional<double[]> from = Optional.empty();

  DiameterLayer(AppModel app, ObservableValue<Optional<Picture>> picture) {
    this.app = app;
    this.picture = picture;
    this.active = app.services().commands().selectedProperty(Command.TOOL_NODULE);
    setManaged(false);
    setMouseTransparent(true);
    line.getStyleClass().add("measure-line");
    length.getStyleClass().addAll("overlay-text", "measure-text");
    getChildren().addAll(new OutlineLayer(app, picture), line, length);
    hide();
    parentProperty()
        .addListener((property, was, is) -> Optional.ofNullable(is).ifPresent(this::follow));
  }

  private void follow(Parent stage) {
    stage.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    stage.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    stage.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
  }

  private void hide() {
    line.setVisible(false);
    length.setVisible(false);
  }

  private void pressed(MouseEvent event) {
    boolean begins = active.getValue() && event.getButton() == MouseButton.PRIMARY;
    from = begins ? Optional.of(new double[] {event.getX(), event.getY()}) : Optional.empty();
  }

  private void dragged(MouseEvent event) {
    if (from.isEmpty()) {
      return;
    }
    double[] begin = from.get();
    line.setStartX(begin[0]);
    line.setStartY(begin[1]);
    line.setEndX(event.getX());
    line.setEndY(event.getY());
    boolean drawn = Math.hypot(event.getX() - begin[0], event.getY() - begin[1]) >= LEAST;
    line.setVisible(drawn);
    Optional<Drag> drag = drag(begin, event);
    length.setVisible(drawn && drag.isPresent());
    drag.ifPresent(d -> length.setText(String.format(Locale.ROOT, "⌀ %.1f mm", d.mm())));
    length.autosize();
    length.relocate(event.getX() + 10, event.getY() + 6);
    event.consume();
  }

  private void released(MouseEvent event) {
    Optional<double[]> begin = from;
    from = Optional.empty();
    boolean drawn = line.isVisible();
    hide();
    if (begin.isPresent() && drawn) {
      drag(begin.get(), event).ifPresent(this::measure);
      event.consume();
    }
  }

  /// From one point of the patient to another.
  private record Drag(Lps from, Lps to) {
    double mm() {
      return to.minus(from).length();
    }

    Lps middle() {
      return from.plus(to).times(0.5);
    }
  }

  private Optional<Drag> drag(double[] begin, MouseEvent end) {
    return picture
        .getValue()
        .flatMap(
            shown ->
                lps(shown, begin[0], begin[1])
                    .flatMap(a -> lps(shown, end.getX(), end.getY()).map(b -> new Drag(a, b))));
  }

  private static Optional<Lps> lps(Picture shown, double sx, double sy) {
    double[] index = shown.indexAt(sx, sy);
    boolean inside = shown.slice().contains((int) Math.rint(index[0]), (int) Math.rint(index[1]));
    return inside
        ? shown.slice().place().map(place -> place.lps(index[0], index[1], 0))
        : Optional.empty();
  }

  private void measure(Drag drag) {
    OptionalDouble mm = OptionalDouble.of(Math.rint(drag.mm() * 100) / 100);
    Optional<Nodule> there =
        app.nodules().here().stream()
            .filter(n -> distance(n, drag) < Math.max(drag.mm() / 2, radius(n)))
            .min(Comparator.comparingDouble(n -> distance(n, drag)));
    there.ifPresentOrElse(
        nodule -> {
          app.nodules().measure(nodule, mm);
          app.nodules().select(nodule);
        },
        () -> app.nodules().mark(drag.middle(), mm));
  }

  private static double distance(Nodule nodule, Drag drag) {
    return nodule.center().minus(drag.middle()).length();
  }

  private static double radius(Nodule nodule) {
    return nodule.diameterMm().orElse(2 * USUAL_RADIUS_MM) / 2;
  }
}
