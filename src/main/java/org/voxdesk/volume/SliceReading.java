package org.voxdesk.volume;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.Samples;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// The slices of a stack as numbers of int16, each of which counts [#step] output units, and why
/// some could not be read.
final class SliceReading {
  private final double step;
  private final short[][] values;
  private final SortedMap<Integer, DicomException> failures = new ConcurrentSkipListMap<>();
  private final AtomicInteger reach = new AtomicInteger();
  private final AtomicBoolean beyond = new AtomicBoolean();
  private final AtomicBoolean gaps = new AtomicBoolean();
  private final OptionalInt none;

  private SliceReading(int slices, double step, OptionalInt none) {
    this.step = step;
    this.none = none;
    this.values = new short[slices][];
  }

  /// Reads whole numbers, up to the first failure.
  static SliceReading strict(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    var into = new SliceReading(stack.slices().size(), 1, OptionalInt.empty());
    return read(stack, into, true, progress, parallel);
  }

  /// Reads whole numbers where it can.
  static SliceReading lenient(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    var into = new SliceReading(stack.slices().size(), 1, OptionalInt.empty());
    return read(stack, into, false, progress, parallel);
  }

  /// Reads numbers of `step` where it can.
  ///
  /// @param none what takes the place of values that are no numbers
  static SliceReading lenient(
      SliceStack stack, double step, int none, Progress progress, Parallel parallel)
      throws DicomException {
    var into = new SliceReading(stack.slices().size(), step, OptionalInt.of(none));
    return read(stack, into, false, progress, parallel);
  }

  private static SliceReading read(
      SliceStack stack, SliceReading into, boolean strict, Progress progress, Parallel parallel)
      throws DicomException {
    requireMemory(stack);
    each(
        stack,
        progress,
        parallel,
        (k, slice, reader) -> {
          if (!strict || into.failures.isEmpty()) {
            into.take(k, slice, reader);
          }
        });
    return into;
  }

  /// The largest magnitude of an output value in the slices that can be read.
  static double largest(SliceStack stack, Progress progress, Parallel parallel)
      throws DicomException {
    requireMemory(stack);
    var largest = new DoubleAccumulator(Math::max, 0);
    each(
        stack,
        progress,
        parallel,
        (k, slice, reader) -> {
          try {
            largest.accumulate(largest(frame(slice, reader), transform(slice)));
          } catch (DicomException unreadable) {
            // Told where it is read for good.
          }
        });
    return largest.get();
  }

  private static double largest(Frame frame, ModalityTransform transform) {
    double largest = 0;
    for (int i = 0; i < frame.samples().count(); i++) {
      double output = Math.abs(transform.apply(frame.stored(i)));
      if (output > largest && Double.isFinite(output)) {
        largest = output;
      }
    }
    return largest;
  }

  /// Something that is done with each slice, on whatever thread.
  private interface Action {
    void accept(int k, Slice slice, FrameReader reader);
  }

  private static void each(SliceStack stack, Progress progress, Parallel parallel, Action action) {
    List<Slice> slices = stack.slices();
    var done = new AtomicInteger();
    var readers = ThreadLocal.withInitial(FrameReader::new);
    parallel.forEach(
        slices.size(),
        k -> {
          progress.checkCancelled();
          action.accept(k, slices.get(k), readers.get());
          progress.report(done.incrementAndGet(), slices.size());
        });
  }

  /// Headers may claim any size; nothing is allocated before this has been looked at.
  private static void requireMemory(SliceStack stack) throws DicomException {
    long pixels = (long) VolumeBuilder.columns(stack) * VolumeBuilder.rows(stack);
    long bytes = pixels * stack.slices().size() * Short.BYTES;
    if (pixels > ImagePixel.MOST_BYTES / Short.BYTES || bytes > Runtime.getRuntime().maxMemory()) {
      throw new DicomException(
          Sentence.of(
              "volume.too.big",
              VolumeBuilder.columns(stack),
              VolumeBuilder.rows(stack),
              stack.slices().size(),
              bytes >> 20));
    }
  }

  /// The numbers of each slice, row by row; null where one could not be read.
  short[][] values() {
    return values;
  }

  double step() {
    return step;
  }

  /// The largest magnitude of a number.
  int reach() {
    return reach.get();
  }

  SortedMap<Integer, DicomException> failures() {
    return failures;
  }

  /// Whether a slice could not be read because int16 does not hold its values.
  boolean isBeyond() {
    return beyond.get();
  }

  /// Whether values that are no numbers were met.
  boolean hasGaps() {
    return gaps.get();
  }

  /// @throws DicomException the first failure, if there is one
  void throwFirst() throws DicomException {
    if (!failures.isEmpty()) {
      throw failures.get(failures.firstKey());
    }
  }

  private void take(int k, Slice slice, FrameReader reader) {
    try {
      values[k] = numbers(frame(slice, reader), transform(slice));
    } catch (DicomException e) {
      failures.put(k, named(slice, e));
    }
  }

  private static ModalityTransform transform(Slice slice) throws DicomException {
    return ModalityTransform.of(slice.dataSet());
  }

  private static Frame frame(Slice slice, FrameReader reader) throws DicomException {
    Instance image = slice.image();
    Frame frame = reader.read(image.dataSet(), image.transferSyntax(), slice.frame());
    if (!frame.image().isGrey()) {
      throw new DicomException(
          Tag.PHOTOMETRIC_INTERPRETATION,
          Sentence.of("volume.not.grey", frame.image().photometric()));
    }
    return frame;
  }

  private static DicomException named(Slice slice, DicomException e) {
    var named =
        new DicomException(
            e.offset(), e.tag(), Sentence.of("volume.slice", slice.name(), e.sentence()));
    named.initCause(e);
    return named;
  }

  private short[] numbers(Frame frame, ModalityTransform transform) throws DicomException {
    int offset = (int) transform.intercept();
    if (frame.samples() instanceof Samples.Shorts shorts
        && transform.table().isEmpty()
        && transform.slope() == 1
        && step == 1
        && offset == transform.intercept()) {
      return shifted(shorts.values(), shorts.signed() ? -1 : 0xFFFF, offset);
    }
    short[] numbers = new short[frame.samples().count()];
    double lowest = 0;
    double highest = 0;
    for (int i = 0; i < numbers.length; i++) {
      double number = Math.rint(transform.apply(frame.stored(i)) / step);
      if (!Double.isFinite(number) && none.isPresent()) {
        gaps.set(true);
        numbers[i] = (short) none.getAsInt();
        continue;
      }
      if (Double.isNaN(number)) {
        throw new DicomException(Sentence.of("volume.no.number"));
      }
      lowest = Math.min(lowest, number);
      highest = Math.max(highest, number);
      numbers[i] = (short) number;
    }
    requireInt16(lowest, highest);
    return numbers;
  }

  /// Transforms in place: the frame is nobody else's.
  private short[] shifted(short[] values, int mask, int offset) throws DicomException {
    int lowest = 0;
    int highest = 0;
    for (int i = 0; i < values.length; i++) {
      int output = (values[i] & mask) + offset;
      lowest = Math.min(lowest, output);
      highest = Math.max(highest, output);
      values[i] = (short) output;
    }
    requireInt16(lowest, highest);
    return values;
  }

  private void requireInt16(double lowest, double highest) throws DicomException {
    if (!(lowest >= Short.MIN_VALUE && highest <= Short.MAX_VALUE)) {
      beyond.set(true);
      throw new DicomException(Sentence.of("volume.int16", Short.MIN_VALUE, Short.MAX_VALUE));
    }
    reach.accumulateAndGet((int) Math.max(-lowest, highest), Math::max);
  }
}
