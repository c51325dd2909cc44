package org.voxdesk.app.viewer;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;
import org.voxdesk.app.region.RegionViewModel;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.render.Tint;

/// The tint of a grown region over the picture, pixel by pixel of the image.
final class RegionLayer extends Pane {
  /// As strong as the threshold's tint.
  private static final int ALPHA = 115;

  private final RegionViewModel region;
  private final ImageView view = new ImageView();
  private Optional<byte[]> drawn = Optional.empty();

  RegionLayer(PaneViewModel pane) {
    ViewerViewModel viewer = pane.viewer();
    this.region = viewer.threshold().region();
    setManaged(false);
    setMouseTransparent(true);
    view.setSmooth(false);
    getChildren().add(view);
    pane.pictureProperty().addListener((property, was, is) -> show(is, viewer));
    region
        .regionProperty()
        .addListener((property, was, is) -> show(pane.pictureProperty().get(), viewer));
    viewer
        .toolProperty()
        .addListener((property, was, is) -> show(pane.pictureProperty().get(), viewer));
  }

  private void show(Optional<Picture> picture, ViewerViewModel viewer) {
    Optional<byte[]> marks =
        picture
            .filter(p -> viewer.toolProperty().get() == Tool.THRESHOLD)
            .flatMap(p -> region.regionProperty().get().flatMap(r -> r.marks(p.slice())));
    view.setVisible(marks.isPresent());
    if (marks.isEmpty() || picture.isEmpty()) {
      view.setImage(null);
      drawn = Optional.empty();
      return;
    }
    if (drawn.filter(d -> Arrays.equals(d, marks.get())).isEmpty()) {
      view.setImage(image(picture.get().slice(), marks.get()));
      drawn = marks;
    }
    Picture on = picture.get();
    double[] origin = on.screen(-0.5, -0.5);
    double[] right = on.screen(0.5, -0.5);
    double[] down = on.screen(-0.5, 0.5);
    view.getTransforms()
        .setAll(
            new Affine(
                right[0] - origin[0],
                down[0] - origin[0],
                origin[0],
                right[1] - origin[1],
                down[1] - origin[1],
                origin[1]));
  }

  private static WritableImage image(LoadedSlice slice, byte[] marks) {
    int columns = slice.pixels().columns();
    int[] colors = new int[marks.length];
    for (int at = 0; at < marks.length; at++) {
      colors[at] = marks[at] != 0 ? ALPHA << 24 | Tint.AMBER : 0;
    }
    WritableImage image = new WritableImage(columns, slice.pixels().rows());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            columns,
            slice.pixels().rows(),
            PixelFormat.getIntArgbInstance(),
            colors,
            0,
            columns);
    return image;
  }
}
