package org.voxdesk.app.library;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.render.Renderer;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;

/// Small pictures of series: the image in the middle, drawn once on another thread. Used on the
/// window's thread.
public final class Thumbnails {
  private static final int SIZE = 96;

  private final Executor work;
  private final Executor ui;
  private final Map<String, ReadOnlyObjectWrapper<Image>> known = new HashMap<>();

  /// Draws on `work` and shows on `ui`.
  public Thumbnails(Executor work, Executor ui) {
    this.work = work;
    this.ui = ui;
  }

  /// The picture of `series`; the property holds null until it is drawn, and for good where there
  /// is nothing to draw.
  ReadOnlyObjectProperty<Image> of(Series series) {
    Instance middle = series.instances().get(series.instances().size() / 2);
    ReadOnlyObjectWrapper<Image> picture =
        known.computeIfAbsent(
            series.uid() + "\n" + middle.path(),
            key -> {
              ReadOnlyObjectWrapper<Image> empty = new ReadOnlyObjectWrapper<>();
              work.execute(
                  () -> draw(middle).ifPresent(i -> ui.execute(() -> empty.set(image(i)))));
              return empty;
            });
    return picture.getReadOnlyProperty();
  }

  private static Optional<ViewImage> draw(Instance middle) {
    try {
      LoadedSlice slice = SliceLoader.load(middle, 0);
      ViewImage image = new ViewImage(SIZE, SIZE);
      ViewState state = ViewState.of(SliceLoader.usualWindow(slice));
      new Renderer().render(slice.pixels(), state.withInverted(slice.inverse()), image);
      return Optional.of(image);
    } catch (DicomException nothingToShow) {
      // The viewer says why when the series is looked at.
      return Optional.empty();
    }
  }

  private static Image image(ViewImage drawn) {
    WritableImage image = new WritableImage(drawn.width(), drawn.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            drawn.width(),
            drawn.height(),
            PixelFormat.getIntArgbPreInstance(),
            IntBuffer.wrap(drawn.pixels()),
            drawn.width());
    return image;
  }
}
