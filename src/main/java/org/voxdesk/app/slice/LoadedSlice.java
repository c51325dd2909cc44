package org.voxdesk.app.slice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.pixel.Samples;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.PlaneSampler;

/// One frame of an image, read and ready to be drawn.
///
/// @param instance the image, edits included; of a plane through a volume one that speaks for it
/// @param frame which frame of it, counted from 0; empty for a plane through several images
/// @param pixels its values; those of a plane only for as long as [#kept] says
/// @param transform from stored values to shown ones: Hounsfield units for CT, for PET uptake
///   values where the header allows them
/// @param inverse whether small values are bright (MONOCHROME1)
/// @param windows the windows that the file proposes, its tables after them
/// @param place where the frame lies in the patient, as a stack of one slice; empty where the file
///   does not say
/// @param indices what the pixels of a palette image are stored as; empty for any other
/// @param overlay what the file's overlays mark; empty where there is nothing
/// @param faults why tables or overlays of the file were left out
/// @param cut how it was cut out of a volume; empty for a frame of an image
public record LoadedSlice(
    Instance instance,
    OptionalInt frame,
    SlicePixels pixels,
    ModalityTransform transform,
    boolean inverse,
    List<NamedWindow> windows,
    Optional<Geometry> place,
    Optional<Samples> indices,
    Optional<OverlayMask> overlay,
    List<Sentence> faults,
    Optional<PlaneCut> cut) {
  /// Copies of the lists are kept.
  public LoadedSlice {
    windows = List.copyOf(windows);
    faults = List.copyOf(faults);
  }

  /// The slice with values of its own, for whoever reads them after the picture has changed or on
  /// another thread: those of a plane are memory that other planes are cut into ([PlaneLoader]).
  public LoadedSlice kept() {
    return cut.isPresent() && pixels instanceof SlicePixels.Shorts s
        ? new LoadedSlice(
            instance,
            frame,
            new SlicePixels.Shorts(
                s.columns(),
                s.rows(),
                s.columnMm(),
                s.rowMm(),
                s.values().clone(),
                s.signed(),
                s.transform()),
            transform,
            inverse,
            windows,
            place,
            indices,
            overlay,
            faults,
            cut)
        : this;
  }

  /// The image as it describes this frame, which multi-frame images may do apart.
  public Instance described() {
    return frame.isPresent() ? instance.described(frame.getAsInt()) : instance;
  }

  /// Whether a window and a colour map apply, which they do not to colour images.
  public boolean isGrey() {
    return !(pixels instanceof SlicePixels.Rgb);
  }

  /// Whether column `i` of row `j` is a pixel, and not beside the volume that a plane was cut from.
  public boolean contains(int i, int j) {
    return i >= 0
        && j >= 0
        && i < pixels.columns()
        && j < pixels.rows()
        && (cut.isEmpty() || sample(i, j) != PlaneSampler.OUTSIDE);
  }

  /// The value at column `i` of row `j` in shown units; of a colour, its three parts as 0xRRGGBB.
  public double value(int i, int j) {
    return pixels instanceof SlicePixels.Rgb rgb
        ? rgb.values()[j * rgb.columns() + i] & 0xFFFFFF
        : transform.apply(sample(i, j));
  }

  /// The stored value at column `i` of row `j`; of a palette image its index, of any other colour
  /// and of a plane through several images, which are not stored, the same as [#value].
  public double stored(int i, int j) {
    return cut.isPresent() ? value(i, j) : sample(i, j);
  }

  private double sample(int i, int j) {
    int at = j * pixels.columns() + i;
    return switch (pixels) {
      case SlicePixels.Shorts s ->
          s.signed() ? s.values()[at] : Short.toUnsignedInt(s.values()[at]);
      case SlicePixels.Doubles s -> s.values()[at];
      case SlicePixels.Rgb s ->
          indices.isPresent() ? indices.get().at(at) : s.values()[at] & 0xFFFFFF;
    };
  }

  /// How many of the units of [#value] make an output unit of the modality transform: 1, except for
  /// uptake values.
  public double perOutput() {
    return isUptake() ? ShownUnits.of(described().dataSet()).perOutput() : 1;
  }

  /// Whether the values are uptake values of PET.
  public boolean isUptake() {
    return transform.unit().equals(ShownUnits.UPTAKE);
  }

  /// The window from the smallest to the largest value, padding left out.
  public Window fullRange() {
    return new Percentiles(pixels, transform, padding()).extent();
  }

  /// The window from the smallest to the largest value, padding included.
  public Window extent() {
    return new Percentiles(pixels, transform, outside()).extent();
  }

  /// The window between two shares of the values, such as 0.01 and 0.99, padding left out.
  public Window percentiles(double low, double high) {
    return new Percentiles(pixels, transform, padding()).window(low, high);
  }

  private Optional<PixelPadding> padding() {
    return cut.isPresent() ? outside() : PixelPadding.of(instance.dataSet());
  }

  /// What is beside the volume counts nowhere.
  private Optional<PixelPadding> outside() {
    return cut.map(c -> new PixelPadding(PlaneSampler.OUTSIDE, PlaneSampler.OUTSIDE));
  }
}
