package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// Reads the pixels of a stack of slices into a volume of int16, of output values, Hounsfield units
/// for CT: stored values through the modality transform of their own slice, rounded once, half to
/// even.
public final class VolumeBuilder {
  private VolumeBuilder() {}

  /// The volume of a stack, slices in the stack's order.
  ///
  /// @throws DicomException naming the first slice whose pixels cannot be read, or whose values do
  ///   not fit int16; or if the volume takes more memory than there is
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume build(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    SliceReading read = SliceReading.strict(stack, progress, parallel);
    read.throwFirst();
    return volume(stack, read);
  }

  /// The same, in which slices that cannot be read are missing, as [Volume#missing] says.
  ///
  /// @throws DicomException if none can be read, values do not fit int16, or the volume takes more
  ///   memory than there is
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume buildReadable(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    SliceReading read = SliceReading.lenient(stack, progress, parallel);
    if (read.isBeyond()) {
      read.throwFirst();
    }
    return readable(stack, read);
  }

  /// The same for looking at: output values that are no whole numbers, or beyond int16, as those of
  /// PET, count in steps ([Volume#step]) as fine as int16 allows. The stored values themselves
  /// where all slices have the same slope; else a step is the largest value divided by 32767.
  ///
  /// @throws DicomException if none can be read, or the volume takes more memory than there is
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume buildFine(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    if (OutputStep.isWhole(stack)) {
      SliceReading read = SliceReading.lenient(stack, progress, parallel);
      if (!read.isBeyond()) {
        return readable(stack, read);
      }
    }
    double largest = SliceReading.largest(stack, progress, parallel);
    double step = OutputStep.of(stack, largest);
    int none = padding(stack.slices().getFirst(), step).orElse(Volume.ABSENT);
    SliceReading read = SliceReading.lenient(stack, step, none, progress, parallel);
    Volume volume = readable(stack, read);
    return read.hasGaps() ? volume.withPadding(none) : volume;
  }

  private static Volume readable(SliceStack stack, SliceReading read) throws DicomException {
    if (read.failures().size() == stack.slices().size()) {
      read.throwFirst();
    }
    short[] absent = new short[read.failures().isEmpty() ? 0 : columns(stack) * rows(stack)];
    Arrays.fill(
        absent, (short) padding(stack.slices().getFirst(), read.step()).orElse(Volume.ABSENT));
    var missing = new TreeMap<Integer, Sentence>();
    read.failures()
        .forEach(
            (k, reason) -> {
              read.values()[k] = absent;
              missing.put(k, reason.sentence());
            });
    return volume(stack, read).withMissing(missing);
  }

  static int columns(SliceStack stack) {
    return stack.slices().getFirst().dataSet().integer(Tag.COLUMNS).orElse(0);
  }

  static int rows(SliceStack stack) {
    return stack.slices().getFirst().dataSet().integer(Tag.ROWS).orElse(0);
  }

  private static Volume volume(SliceStack stack, SliceReading read) throws DicomException {
    Volume volume = Volume.of(geometry(stack), read.values()).withValues(read.step(), read.reach());
    OptionalInt padding = padding(stack.slices().getFirst(), read.step());
    if (padding.isPresent()) {
      volume = volume.withPadding(padding.getAsInt());
    }
    ClassicHeaders classic = ClassicHeaders.of(stack);
    return classic.spacing().isPresent()
        ? volume.withClassicSpacing(classic.spacing().get())
        : volume.withoutClassic(classic.refusal().orElseThrow());
  }

  /// Where the voxels of a stack lie, from its headers alone.
  public static Geometry geometry(SliceStack stack) {
    Slice first = stack.slices().getFirst();
    double[] spacing = first.pixelSpacing().orElseThrow();
    double[] o = first.orientation().orElseThrow();
    var plane =
        new SlicePlane(
            columns(stack),
            rows(stack),
            spacing[1],
            spacing[0],
            new Lps(o[0], o[1], o[2]),
            new Lps(o[3], o[4], o[5]));
    var positions = new ArrayList<Lps>();
    for (Slice slice : stack.slices()) {
      double[] p = slice.position().orElseThrow();
      positions.add(new Lps(p[0], p[1], p[2]));
    }
    if (positions.size() > 1) {
      return Geometry.of(plane, positions);
    }
    double thickness = first.dataSet().number(Tag.SLICE_THICKNESS).orElse(0);
    return Geometry.ofSingleSlice(
        plane, positions.getFirst(), thickness > 0 ? thickness : spacing[0]);
  }

  /// Pixel Padding Value as a number of the volume; none where the first slice does not say what
  /// its values mean, which is a reason for that slice to be missing.
  private static OptionalInt padding(Slice slice, double step) throws DicomException {
    Optional<PixelPadding> padding = PixelPadding.of(slice.dataSet());
    if (padding.isEmpty() || slice.dataSet().number(Tag.RESCALE_SLOPE).orElse(1) == 0) {
      return OptionalInt.empty();
    }
    double output = ModalityTransform.of(slice.dataSet()).apply(padding.get().value());
    double number = Math.rint(output / step);
    return number >= Short.MIN_VALUE && number <= Short.MAX_VALUE
        ? OptionalInt.of((int) number)
        : OptionalInt.empty();
  }
}
