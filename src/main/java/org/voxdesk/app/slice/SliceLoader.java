package org.voxdesk.app.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.Colors;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.Samples;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;

/// Reads one frame of an image. Blocks; for any thread.
public final class SliceLoader {
  /// Up to here uptake values are looked at, unless the file says otherwise.
  private static final double MOST_UPTAKE = 10;

  private SliceLoader() {}

  /// Frame `frame`, counted from 0, of `instance`.
  ///
  /// @throws DicomException if there is no such frame or it cannot be decoded
  public static LoadedSlice load(Instance instance, int frame) throws DicomException {
    return load(instance, frame, new FrameReader());
  }

  /// The same, by a reader that is used for many frames.
  ///
  /// @throws DicomException if there is no such frame or it cannot be decoded
  public static LoadedSlice load(Instance instance, int frame, FrameReader reader)
      throws DicomException {
    DataSet dataSet = instance.dataSet();
    Frame read = reader.read(dataSet, instance.transferSyntax(), frame);
    ImagePixel image = read.image();
    boolean colored = Colors.has(image);
    Instance described = instance.described(frame);
    ShownUnits units = ShownUnits.of(described.dataSet());
    ModalityTransform transform =
        colored
            ? ModalityTransform.IDENTITY
            : units.shown(ModalityTransform.of(described.dataSet()));
    var extras = new SliceExtras(described.dataSet(), image);
    extras.check(read.samples());
    return new LoadedSlice(
        instance,
        OptionalInt.of(frame),
        colored ? colors(read, described) : greys(read, described, transform),
        transform,
        image.photometric().equals("MONOCHROME1"),
        colored ? List.of() : extras.windows(units, transform),
        place(described, image),
        Colors.isPalette(image) ? Optional.of(read.samples()) : Optional.empty(),
        extras.overlay(frame),
        extras.faults(),
        Optional.empty());
  }

  /// The window to begin with: the file's first, else what is usual for the kind of image.
  public static Window usualWindow(LoadedSlice slice) {
    if (!slice.windows().isEmpty()) {
      return slice.windows().getFirst().window();
    }
    DataSet dataSet = slice.instance().dataSet();
    if (slice.isUptake()) {
      return Window.exactlyBetween(0, MOST_UPTAKE);
    }
    if (!dataSet.text(Tag.MODALITY).orElse("").equals("CT")) {
      return slice.percentiles(0.01, 0.99);
    }
    String part = dataSet.text(Tag.BODY_PART_EXAMINED).orElse("").toUpperCase(Locale.ROOT);
    boolean chest = part.contains("CHEST") || part.contains("LUNG") || part.contains("THORAX");
    return (chest ? WindowPreset.LUNG : WindowPreset.MEDIASTINUM).window();
  }

  private static SlicePixels colors(Frame frame, Instance instance) throws DicomException {
    ImagePixel image = frame.image();
    double[] spacing = spacing(instance);
    int[] values = Colors.of(frame, instance.dataSet());
    return new SlicePixels.Rgb(image.columns(), image.rows(), spacing[1], spacing[0], values);
  }

  private static SlicePixels greys(Frame frame, Instance instance, ModalityTransform transform) {
    int columns = frame.image().columns();
    int rows = frame.image().rows();
    double columnMm = spacing(instance)[1];
    double rowMm = spacing(instance)[0];
    if (frame.samples() instanceof Samples.Shorts(short[] values, boolean signed)) {
      return new SlicePixels.Shorts(columns, rows, columnMm, rowMm, values, signed, transform);
    }
    double[] values = new double[frame.samples().count()];
    Arrays.setAll(values, frame::stored);
    return new SlicePixels.Doubles(columns, rows, columnMm, rowMm, values, transform);
  }

  private static double[] spacing(Instance instance) {
    return instance.pixelSpacing().orElse(new double[] {1, 1});
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
