package org.voxdesk.app.cubes;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.voxdesk.app.model.Services;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Voxel;

/// One of the three planes: a click or drag lets the planes meet there, with the ruler in hand a
/// drag measures the nodule, with the right button it changes the window; wheel, arrows, Page Up
/// and Page Down go through the cube.
final class PlaneView extends StackPane {
  /// A shorter drag is a click by an unsteady hand.
  private static final double LEAST = 3;

  private final Services services;
  private final CubesViewModel model;
  private final Preview preview;
  private final int at;
  private final ReadOnlyBooleanProperty measuring;
  private final FittedImage image = new FittedImage();
  private final Label name = new Label();
  private final Label length = new Label();
  private Optional<double[]> from = Optional.empty();
  private double lastX;
  private double lastY;

  /// @param at which of the planes
  /// @param measuring whether a drag measures
  PlaneView(Services services, CubesViewModel model, int at, ReadOnlyBooleanProperty measuring) {
    this.services = services;
    this.model = model;
    this.preview = model.preview();
    this.at = at;
    this.measuring = measuring;
    getStyleClass().add("cube-plane");
    name.getStyleClass().add("overlay-text");
    name.setMouseTransparent(true);
    length.getStyleClass().add("overlay-text");
    length.setMouseTransparent(true);
    StackPane.setAlignment(name, Pos.TOP_LEFT);
    StackPane.setAlignment(length, Pos.BOTTOM_RIGHT);
    getChildren().addAll(image, name, length);
    setMinWidth(0);
    setPrefWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    setFocusTraversable(true);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    ObservableValue<Cursor> cursor = measuring.map(on -> on ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    cursorProperty().bind(cursor);
    preview.planesProperty().addListener((property, was, is) -> show());
    show();
  }

  private Optional<PlanePicture> plane() {
    return at < preview.planesProperty().get().size()
        ? Optional.of(preview.planesProperty().get().get(at))
        : Optional.empty();
  }

  private void show() {
    Optional<PlanePicture> plane = plane();
    if (plane.isEmpty()) {
      image.clear();
      name.setText("");
      return;
    }
    PlanePicture shown = plane.get();
    String words = name(shown.plane());
    name.setText(words);
    setAccessibleText(words);
    image.show(shown.image(), shown.proportion());
    image.cross(shown.x(), shown.y());
    preview.pictureProperty().get().ifPresent(picture -> circle(shown, picture));
  }

  /// The cut through the ball that the nodule is taken for.
  private void circle(PlanePicture shown, CubePicture picture) {
    Voxel center = picture.cube().placement().inCube();
    Nodule nodule =
        model
            .selectedProperty()
            .get()
            .filter(n -> n.id().equals(picture.nodule().id()))
            .orElse(picture.nodule());
    double radius = nodule.diameterMm().orElse(0) / 2;
    double far =
        switch (shown.cut()) {
          case Z -> picture.distance(center, new Voxel(center.i(), center.j(), shown.point().k()));
          case Y -> picture.distance(center, new Voxel(center.i(), shown.point().j(), center.k()));
          case X -> picture.distance(center, new Voxel(shown.point().i(), center.j(), center.k()));
        };
    double cut = far < radius ? Math.sqrt(radius * radius - far * far) : 0;
    double width = picture.cube().size() * picture.cube().mm();
    image.circle(shown.x(center), shown.y(center), cut / width, cut / width / shown.proportion());
  }

  private String name(PlanePicture.Plane plane) {
    return switch (plane) {
      case AXIAL -> services.text("cubes.axial");
      case CORONAL -> services.text("cubes.coronal");
      case SAGITTAL -> services.text("cubes.sagittal");
    };
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    if (event.getButton() == MouseButton.PRIMARY && measuring.get()) {
      from = Optional.of(image.place(event.getX(), event.getY()));
    } else if (event.getButton() == MouseButton.PRIMARY) {
      point(event);
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY) {
      preview.dragWindow(event.getX() - lastX, event.getY() - lastY);
    } else if (from.isPresent()) {
      double[] to = image.place(event.getX(), event.getY());
      image.ruler(from.get(), to);
      length.setText(millimetres(from.get(), to));
    } else if (event.getButton() == MouseButton.PRIMARY) {
      point(event);
    }
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void released(MouseEvent event) {
    double[] to = image.place(event.getX(), event.getY());
    if (from.isPresent() && image.distance(from.get(), to) >= LEAST) {
      double[] begin = from.get();
      plane().ifPresent(p -> preview.diameter(p.at(begin[0], begin[1]), p.at(to[0], to[1])));
    }
    from = Optional.empty();
    image.noRuler();
    length.setText("");
    event.consume();
  }

  private String millimetres(double[] a, double[] b) {
    return plane()
        .flatMap(
            p ->
                preview
                    .pictureProperty()
                    .get()
                    .map(shown -> shown.distance(p.at(a[0], a[1]), p.at(b[0], b[1]))))
        .map(mm -> String.format(Locale.ROOT, "%.1f mm", mm))
        .orElse("");
  }

  private void point(MouseEvent event) {
    double[] place = image.place(event.getX(), event.getY());
    plane().ifPresent(p -> preview.point(p.at(place[0], place[1])));
  }

  private void wheel(ScrollEvent event) {
    if (!event.isInertia() && event.getDeltaY() != 0) {
      across(event.getDeltaY() > 0 ? -1 : 1);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    boolean taken = true;
    switch (event.getCode()) {
      case LEFT -> beside(-1, 0);
      case RIGHT -> beside(1, 0);
      case UP -> beside(0, -1);
      case DOWN -> beside(0, 1);
      case PAGE_UP -> across(-1);
      case PAGE_DOWN -> across(1);
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  /// Moves the point in the plane, by voxels right and down.
  private void beside(int right, int down) {
    plane()
        .ifPresent(
            p -> {
              double voxel = 1.0 / p.image().width();
              preview.point(p.at(p.x() + right * voxel, p.y() + down * voxel));
            });
  }

  /// Moves the plane, by voxels.
  private void across(int voxels) {
    preview
        .pictureProperty()
        .get()
        .ifPresent(
            shown -> plane().ifPresent(p -> preview.point(p.across(voxels, shown.cube().size()))));
  }
}
