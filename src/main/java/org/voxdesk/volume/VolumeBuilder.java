package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.pixel.Samples;
import org.voxdesk.study.Instance;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// Reads the pixels of a stack of slices into a volume of int16 output values, Hounsfield units for
/// CT: stored values through the modality transform of their own slice, rounded once, half to even.
public final class VolumeBuilder {
  private VolumeBuilder() {}

  /// The volume of a stack, slices in the stack's order.
  ///
  /// @throws DicomException naming the first slice whose pixels cannot be read, or whose values do
  ///   not fit int16
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume build(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    List<Instance> slices = stack.slices();
    short[][] values = new short[slices.size()][];
    var failure = new AtomicReference<Optional<DicomException>>(Optional.empty());
    var done = new AtomicInteger();
    var readers = ThreadLocal.withInitial(FrameReader::new);
    parallel.forEach(
        values.length,
        k -> {
          progress.checkCancelled();
          if (failure.get().isPresent()) {
            return;
          }
          try {
            values[k] = outputs(slices.get(k), readers.get());
          } catch (DicomException e) {
            failure.compareAndSet(Optional.empty(), Optional.of(e));
          }
          progress.report(done.incrementAndGet(), values.length);
        });
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
    Volume volume = Volume.of(geometry(stack), values);
    OptionalInt padding = padding(slices.getFirst());
    if (padding.isPresent()) {
      volume = volume.withPadding(padding.getAsInt());
    }
    Optional<ClassicSpacing> classic = ClassicHeaders.spacing(stack);
    return classic.isPresent() ? volume.withClassicSpacing(classic.get()) : volume;
  }

  private static short[] outputs(Instance slice, FrameReader reader) throws DicomException {
    try {
      Frame frame = reader.read(slice.dataSet(), slice.transferSyntax(), 0);
      if (!frame.image().isGrey()) {
        throw new DicomException(
            Tag.PHOTOMETRIC_INTERPRETATION,
            Sentence.of("volume.not.grey", frame.image().photometric()));
      }
      return outputs(frame, ModalityTransform.of(slice.dataSet()));
    } catch (DicomException e) {
      var named =
          new DicomException(
              e.offset(), e.tag(), Sentence.of("volume.slice", slice.path(), e.sentence()));
      named.initCause(e);
      throw named;
    }
  }

  private static short[] outputs(Frame frame, ModalityTransform transform) throws DicomException {
    int offset = (int) transform.intercept();
    if (frame.samples() instanceof Samples.Shorts shorts
        && transform.table().isEmpty()
        && transform.slope() == 1
        && offset == transform.intercept()) {
      return shifted(shorts.values(), shorts.signed() ? -1 : 0xFFFF, offset);
    }
    short[] values = new short[frame.samples().count()];
    for (int i = 0; i < values.length; i++) {
      double output = Math.rint(transform.apply(frame.stored(i)));
      requireInt16(output, output);
      values[i] = (short) output;
    }
    return values;
  }

  /// Transforms in place: the frame is nobody else's.
  private static short[] shifted(short[] values, int mask, int offset) throws DicomException {
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    for (int i = 0; i < values.length; i++) {
      int output = (values[i] & mask) + offset;
      lowest = Math.min(lowest, output);
      highest = Math.max(highest, output);
      values[i] = (short) output;
    }
    requireInt16(lowest, highest);
    return values;
  }

  private static void requireInt16(double lowest, double highest) throws DicomException {
    if (!(lowest >= Short.MIN_VALUE && highest <= Short.MAX_VALUE)) {
      throw new DicomException(Sentence.of("volume.int16", Short.MIN_VALUE, Short.MAX_VALUE));
    }
  }

  private static Geometry geometry(SliceStack stack) {
    Instance first = stack.slices().getFirst();
    double[] spacing = first.pixelSpacing().orElseThrow();
    double[] o = first.orientation().orElseThrow();
    var plane =
        new SlicePlane(
            first.dataSet().integer(Tag.COLUMNS).orElseThrow(),
            first.dataSet().integer(Tag.ROWS).orElseThrow(),
            spacing[1],
            spacing[0],
            new Lps(o[0], o[1], o[2]),
            new Lps(o[3], o[4], o[5]));
    var positions = new ArrayList<Lps>();
    for (Instance slice : stack.slices()) {
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

  /// Pixel Padding Value as an output value.
  private static OptionalInt padding(Instance slice) throws DicomException {
    Optional<PixelPadding> padding = PixelPadding.of(slice.dataSet());
    if (padding.isEmpty()) {
      return OptionalInt.empty();
    }
    double output = Math.rint(ModalityTransform.of(slice.dataSet()).apply(padding.get().value()));
    return output >= Short.MIN_VALUE && output <= Short.MAX_VALUE
        ? OptionalInt.of((int) output)
        : OptionalInt.empty();
  }
}
