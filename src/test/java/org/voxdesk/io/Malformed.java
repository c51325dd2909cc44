package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;

/// A malformed file and how reading it is to end: within a second and 256 MiB.
///
/// @param name what is wrong with it
/// @param bytes the file
/// @param codes the problems that are to be noticed, in any order and number
/// @param holds what must be found in the data set all the same
@SuppressWarnings("ArrayRecordComponent")
record Malformed(String name, byte[] bytes, List<Problem.Code> codes, Predicate<DataSet> holds) {
  private static final long SECOND = 1_000_000_000L;
  private static final long BUDGET = 256 << 20;
  private static final Duration HANG = Duration.ofSeconds(20);
  private static final ReadingLimits LIMITS = ReadingLimits.of(BUDGET);

  /// A file in which the patient's name must be found.
  static Malformed named(String name, byte[] bytes, Problem.Code... codes) {
    return new Malformed(
        name,
        bytes,
        List.of(codes),
        d -> d.text(Tag.PATIENT_NAME).filter("Doe^Jane"::equals).isPresent());
  }

  /// A file that merely must open.
  static Malformed opening(String name, byte[] bytes, Problem.Code... codes) {
    return new Malformed(name, bytes, List.of(codes), d -> true);
  }

  @Override
  public String toString() {
    return name;
  }

  /// Reads it, and checks that it opens with just these problems, that what it must hold is there,
  /// and that it is written back byte for byte.
  DicomFile check() throws Exception {
    DicomFile file = read();
    assertThat(file.problems().stream().map(Problem::code).distinct())
        .as("%s: %s", name, file.problems())
        .containsExactlyInAnyOrderElementsOf(codes);
    assertThat(holds.test(file.dataSet())).as("%s: %s", name, file.dataSet().elements()).isTrue();
    byte[] written = DicomWriter.bytes(file);
    assertThat(Arrays.mismatch(bytes, written)).as(name).isEqualTo(-1);
    if (codes.isEmpty()) {
      assertThat(DicomReader.read(bytes, ReadingMode.STRICT).problems()).isEmpty();
    } else {
      assertThatThrownBy(() -> DicomReader.read(bytes, ReadingMode.STRICT))
          .isInstanceOf(DicomException.class);
    }
    return file;
  }

  /// Reads it, and checks that it is refused with the sentence `key`.
  void checkRefused(String key) {
    assertThatThrownBy(this::read)
        .as(name)
        .isInstanceOfSatisfying(
            DicomException.class, e -> assertThat(e.sentence().key()).isEqualTo(key));
  }

  private DicomFile read() throws DicomException {
    return Assertions.assertTimeoutPreemptively(HANG, () -> measured(() -> bounded(bytes)), name);
  }

  private static DicomFile bounded(byte[] bytes) throws DicomException {
    return DicomReader.read(bytes, ReadingMode.LENIENT, LIMITS);
  }

  /// Something that is timed.
  interface Reading {
    DicomFile read() throws DicomException;
  }

  /// What is read, if it took no more than a second of this thread's time, and no more memory than
  /// a small heap has; what is thrown is bounded as well.
  private DicomFile measured(Reading reading) throws DicomException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long memory = threads.getCurrentThreadAllocatedBytes();
    long time = threads.getCurrentThreadCpuTime();
    try {
      return reading.read();
    } finally {
      long taken = threads.getCurrentThreadCpuTime() - time;
      long allocated = threads.getCurrentThreadAllocatedBytes() - memory;
      assertThat(taken).as("nanoseconds for %s", name).isLessThan(SECOND);
      assertThat(allocated).as("bytes for %s", name).isLessThan(BUDGET);
    }
  }
}
