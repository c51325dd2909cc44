package org.voxdesk.app.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.FileWindow;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.Samples;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.study.Instance;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;

/// Reads one frame of an image. Blocks; for any thread.
public final class SliceLoader {
  private SliceLoader() {}

  /// Frame `frame`, counted from 0, of `instance`.
  ///
  /// @throws DicomException if there is no such frame or it cannot be decoded
  public static LoadedSlice load(Instance instance, int frame) throws DicomException {
    DataSet dataSet = instance.dataSet();
    Frame read = new FrameReader().read(dataSet, instance.file().transferSyntax(), frame);
    ModalityTransform transform = ModalityTransform.of(dataSet);
    List<NamedWindow> windows =
        FileWindow.of(dataSet).stream()
            .map(w -> NamedWindow.ofFile(w.explanation(), new Window(w.center(), w.width())))
            .toList();
    return new LoadedSlice(
        instance,
        pixels(read, instance, transform),
        transform,
        read.image().photometric().equals("MONOCHROME1"),
        windows,
        place(instance, read.image()));
  }

  /// The window to begin with: the file's first, else what is usual for the kind of image.
  public static Window usualWindow(LoadedSlice slice) {
    if (!slice.windows().isEmpty()) {
      return slice.windows().getFirst().window();
    }
    DataSet dataSet = slice.instance().dataSet();
    if (!dataSet.text(Tag.MODALITY).orElse("").equals("CT")) {
      return slice.percentiles(0.01, 0.99);
    }
    String part = dataSet.text(Tag.BODY_PART_EXAMINED).orElse("").toUpperCase(Locale.ROOT);
    boolean chest = part.contains("CHEST") || part.contains("LUNG") || part.contains("THORAX");
    return (chest ? WindowPreset.LUNG : WindowPreset.MEDIASTINUM).window();
  }

  private static SlicePixels pixels(Frame frame, Instance instance, ModalityTransform transform)
      throws DicomException {
    ImagePixel image = frame.image();
    double[] spacing = instance.pixelSpacing().orElse(new double[] {1, 1});
    if (image.samples() == 3) {
      return new SlicePixels.Rgb(image.columns(), image.rows(), spacing[1], spacing[0], rgb(frame));
    }
    if (image.samples() != 1) {
      throw new DicomException(
          Tag.SAMPLES_PER_PIXEL, Sentence.of("pixel.samples", image.samples(), image.frames()));
    }
    if (frame.samples() instanceof Samples.Shorts shorts) {
      return new SlicePixels.Shorts(
          image.columns(),
          image.rows(),
          spacing[1],
          spacing[0],
          shorts.values(),
          shorts.signed(),
          transform.slope(),
          transform.intercept());
    }
    double[] values = new double[frame.samples().count()];
    Arrays.setAll(values, frame::stored);
    return new SlicePixels.Doubles(
        image.columns(),
        image.rows(),
        spacing[1],
        spacing[0],
        values,
        transform.slope(),
        transform.intercept());
  }

  private static int[] rgb(Frame frame) throws DicomException {
    ImagePixel image = frame.image();
    boolean luminance = image.photometric().startsWith("YBR_FULL");
    if (!luminance && !image.photometric().equals("RGB")) {
      throw new DicomException(
          Tag.PHOTOMETRIC_INTERPRETATION, Sentence.of("pixel.colours", image.photometric()));
    }
    int[] colors = new int[image.rows() * image.columns()];
    int down = Math.max(0, image.bitsStored() - 8);
    for (int at = 0; at < colors.length; at++) {
      int a = (int) frame.stored(3 * at) >> down;
      int b = (int) frame.stored(3 * at + 1) >> down;
      int c = (int) frame.stored(3 * at + 2) >> down;
      colors[at] = luminance ? fromYbr(a, b - 128, c - 128) : a << 16 | b << 8 | c;
    }
    return colors;
  }

  /// PS3.3 C.7.6.3.1.2, solved for red, green and blue.
  private static int fromYbr(int y, int cb, int cr) {
    int red = channel(y + 1.402 * cr);
    int green = channel(y - 0.344136 * cb - 0.714136 * cr);
    int blue = channel(y + 1.772 * cb);
    return red << 16 | green << 8 | blue;
  }

  private static int channel(double value) {
    return (int) Math.clamp(Math.rint(value), 0, 255);
  }

  /// A stack of this slice alone; its thickness is told as 1 mm, which no in-plane position depends
  /// on.
  private static Optional<Geometry> place(Instance instance, ImagePixel image) {
    Optional<double[]> position = instance.position();
    Optional<double[]> orientation = instance.orientation();
    Optional<double[]> spacing = instance.pixelSpacing();
    if (position.isEmpty() || orientation.isEmpty() || spacing.isEmpty()) {
      return Optional.empty();
    }
    double[] p = position.get();
    double[] o = orientation.get();
    try {
      SlicePlane plane =
          new SlicePlane(
              image.columns(),
              image.rows(),
              spacing.get()[1],
              spacing.get()[0],
              new Lps(o[0], o[1], o[2]),
              new Lps(o[3], o[4], o[5]));
      return Optional.of(Geometry.ofSingleSlice(plane, new Lps(p[0], p[1], p[2]), 1));
    } catch (IllegalArgumentException noPlane) {
      // Directions that span no plane: the image is shown, but lies nowhere.
      return Optional.empty();
    }
  }
}
