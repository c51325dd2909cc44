package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.pixel.Samples;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Slice;
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
  ///   not fit int16; or if the volume takes more memory than there is
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume build(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    Slices slices = read(stack, true, progress, parallel);
    if (!slices.failures().isEmpty()) {
      throw slices.failures().firstEntry().getValue();
    }
    return volume(stack, slices.values());
  }

  /// The same, in which slices that cannot be read are missing, as [Volume#missing] says.
  ///
  /// @throws DicomException if none can be read, or the volume takes more memory than there is
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume buildReadable(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    Slices slices = read(stack, false, progress, parallel);
    short[][] values = slices.values();
    if (slices.failures().size() == values.length) {
      throw slices.failures().firstEntry().getValue();
    }
    var missing = new TreeMap<Integer, Sentence>();
    if (!slices.failures().isEmpty()) {
      short[] absent = new short[columns(stack) * rows(stack)];
      Arrays.fill(absent, (short) padding(stack.slices().getFirst()).orElse(Volume.ABSENT));
      slices
          .failures()
          .forEach(
              (k, reason) -> {
                values[k] = absent;
                missing.put(k, reason.sentence());
              });
    }
    return volume(stack, values).withMissing(missing);
  }

  /// What was read of the slices, and why others could not be.
  @SuppressWarnings("ArrayRecordComponent")
  private record Slices(
      short[][] values, ConcurrentSkipListMap<Integer, DicomException> failures) {}

  private static Slices read(SliceStack stack, boolean strict, Progress progress, Parallel parallel)
      throws DicomException {
    requireMemory(stack);
    List<Slice> slices = stack.slices();
    var read =
        new Slices(
            new short[slices.size()][], new ConcurrentSkipListMap<Integer, DicomException>());
    var done = new AtomicInteger();
    var readers = ThreadLocal.withInitial(FrameReader::new);
    parallel.forEach(
        slices.size(),
        k -> {
          progress.checkCancelled();
          if (strict && !read.failures().isEmpty()) {
            return;
          }
          try {
            read.values()[k] = outputs(slices.get(k), readers.get());
          } catch (DicomException e) {
            read.failures().put(k, e);
          }
          progress.report(done.incrementAndGet(), slices.size());
        });
    return read;
  }

  /// Headers may claim any size; nothing is allocated before this has been looked at.
  private static void requireMemory(SliceStack stack) throws DicomException {
    long pixels = (long) columns(stack) * rows(stack);
    long bytes = pixels * stack.slices().size() * Short.BYTES;
    if (pixels > ImagePixel.MOST_BYTES / Short.BYTES || bytes > Runtime.getRuntime().maxMemory()) {
      throw new DicomException(
          Sentence.of(
              "volume.too.big", columns(stack), rows(stack), stack.slices().size(), bytes >> 20));
    }
  }

  private static int columns(SliceStack stack) {
    return stack.slices().getFirst().dataSet().integer(Tag.COLUMNS).orElse(0);
  }

  private static int rows(SliceStack stack) {
    return stack.slices().getFirst().dataSet().integer(Tag.ROWS).orElse(0);
  }

  private static Volume volume(SliceStack stack, short[][] values) throws DicomException {
    Volume volume = Volume.of(geometry(stack), values);
    OptionalInt padding = padding(stack.slices().getFirst());
    if (padding.isPresent()) {
      volume = volume.withPadding(padding.getAsInt());
    }
    ClassicHeaders classic = ClassicHeaders.of(stack);
    return classic.spacing().isPresent()
        ? volume.withClassicSpacing(classic.spacing().get())
        : volume.withoutClassic(classic.refusal().orElseThrow());
  }

  private static short[] outputs(Slice slice, FrameReader reader) throws DicomException {
    try {
      Instance image = slice.image();
      Frame frame = reader.read(image.dataSet(), image.transferSyntax(), slice.frame());
      if (!frame.image().isGrey()) {
        throw new DicomException(
            Tag.PHOTOMETRIC_INTERPRETATION,
            Sentence.of("volume.not.grey", frame.image().photometric()));
      }
      return outputs(frame, ModalityTransform.of(slice.dataSet()));
    } catch (DicomException e) {
      var named =
          new DicomException(
              e.offset(), e.tag(), Sentence.of("volume.slice", slice.name(), e.sentence()));
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
    if (Double.isNaN(lowest)) {
      throw new DicomException(Sentence.of("volume.no.number"));
    }
    if (!(lowest >= Short.MIN_VALUE && highest <= Short.MAX_VALUE)) {
      throw new DicomException(Sentence.of("volume.int16", Short.MIN_VALUE, Short.MAX_VALUE));
    }
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

  /// Pixel Padding Value as an output value; none where the first slice does not say what its
  /// values mean, which is a reason for that slice to be missing.
  private static OptionalInt padding(Slice slice) throws DicomException {
    Optional<PixelPadding> padding = PixelPadding.of(slice.dataSet());
    if (padding.isEmpty() || slice.dataSet().number(Tag.RESCALE_SLOPE).orElse(1) == 0) {
      return OptionalInt.empty();
    }
    double output = Math.rint(ModalityTransform.of(slice.dataSet()).apply(padding.get().value()));
    return output >= Short.MIN_VALUE && output <= Short.MAX_VALUE
        ? OptionalInt.of((int) output)
        : OptionalInt.empty();
  }
}
