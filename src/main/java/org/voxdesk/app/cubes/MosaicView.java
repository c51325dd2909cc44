package org.voxdesk.app.cubes;

import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.Mosaic;
import org.voxdesk.volume.Voxel;

/// All slices of the cube side by side: a drag changes the window, a click lets the planes meet
/// there.
final class MosaicView extends StackPane {
  private final Preview preview;
  private final FittedImage image = new FittedImage();
  private double lastX;
  private double lastY;

  MosaicView(Services services, Preview preview) {
    this.preview = preview;
    image.setAccessibleText(services.text("cubes.mosaic"));
    getChildren().add(image);
    setPadding(Insets.EMPTY);
    setMinSize(0, 0);
    setCursor(Cursor.CROSSHAIR);
    setOnMousePressed(this::remember);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    preview.pictureProperty().addListener((property, was, is) -> show());
    show();
  }

  private void show() {
    preview
        .pictureProperty()
        .get()
        .ifPresentOrElse(shown -> image.show(shown.mosaic(), 1), image::clear);
  }

  private void remember(MouseEvent event) {
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (!event.isStillSincePress()) {
      preview.dragWindow(event.getX() - lastX, event.getY() - lastY);
    }
    remember(event);
  }

  private void released(MouseEvent event) {
    if (event.isStillSincePress()) {
      double[] place = image.place(event.getX(), event.getY());
      preview.pictureProperty().get().ifPresent(shown -> point(shown, place[0], place[1]));
    }
    event.consume();
  }

  private void point(CubePicture shown, double x, double y) {
    int size = shown.cube().size();
    Mosaic tiles = shown.layout();
    int column = (int) Math.floor(x * tiles.columns());
    int row = (int) Math.floor(y * tiles.rows());
    int slice = row * tiles.columns() + column;
    if (x >= 0 && x < 1 && y >= 0 && y < 1 && slice < size) {
      double i = (x * tiles.columns() - column) * size - 0.5;
      double j = (y * tiles.rows() - row) * size - 0.5;
      preview.point(new Voxel(Math.clamp(i, 0, size - 1), Math.clamp(j, 0, size - 1), slice));
    }
  }
}
