package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Value;

/// Mutated files: each is read and written back as it was, or refused in one sentence, in bounded
/// time and memory. `-Dvoxdesk.fuzz.count` says how many; the profile `fuzz` takes 200,000.
class MutationFuzzTest {
  private static final int COUNT = Integer.getInteger("voxdesk.fuzz.count", 5_000);
  private static final long SEED = Long.getLong("voxdesk.fuzz.seed", 2026);
  private static final int BIGGEST_SEED = 64 * 1024;
  private static final long SECOND = 1_000_000_000L;
  private static final List<Encoding> ENCODINGS = List.of(Encoding.values());
  private static final long BUDGET = 256 << 20;
  private static final ReadingLimits LIMITS = ReadingLimits.of(BUDGET);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void mutationsOfGeneratedFilesAreReadAndWrittenBackOrRefused() throws Exception {
    assertThat(fuzz(generated(), COUNT / 2)).isGreaterThan(COUNT / 4);
  }

  @Test
  void mutationsOfRealFilesAreReadAndWrittenBackOrRefused() throws Exception {
    List<byte[]> seeds = conformance();
    assertThat(seeds).hasSizeGreaterThan(50);
    assertThat(fuzz(seeds, COUNT - COUNT / 2)).isGreaterThan(COUNT / 4);
  }

  /// How many of `count` mutations of these files could be opened.
  private static int fuzz(List<byte[]> seeds, int count) {
    var random = new SplittableRandom(SEED);
    var mutator = new Mutator(seeds, random);
    int opened = 0;
    for (int i = 0; i < count; i++) {
      byte[] mutated = mutator.mutated();
      int number = i;
      opened +=
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> isRead(mutated, number) ? 1 : 0, "mutation " + i);
    }
    return opened;
  }

  private static boolean isRead(byte[] bytes, int number) throws IOException, DicomException {
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long time = THREADS.getCurrentThreadCpuTime();
    boolean opened = true;
    try {
      DicomFile file = DicomReader.read(bytes, ReadingMode.LENIENT, LIMITS);
      byte[] written = DicomWriter.bytes(file);
      assertThat(Arrays.mismatch(bytes, written)).as("mutation %d", number).isEqualTo(-1);
      look(file.meta());
      look(file.dataSet());
      rewrite(file);
    } catch (DicomException e) {
      assertThat(e.sentence().toString()).isNotEmpty();
      opened = false;
    }
    assertThat(THREADS.getCurrentThreadCpuTime() - time)
        .as("nanoseconds for mutation %d", number)
        .isLessThan(SECOND);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory)
        .as("bytes for mutation %d", number)
        .isLessThan(BUDGET);
    return opened;
  }

  /// Decodes whatever can be decoded.
  private static void look(DataSet dataSet) {
    for (DataElement element : dataSet.elements()) {
      dataSet.texts(element.tag());
      dataSet.numbers(element.tag());
      dataSet.entry(element.tag());
      if (element.value() instanceof Value.Items items) {
        items.items().forEach(item -> look(item.dataSet()));
      }
    }
  }

  /// The same elements in another data set are the same file; what a deflated data set was inflated
  /// to comes back as well when it is deflated anew.
  private static void rewrite(DicomFile file) throws IOException, DicomException {
    DataSet same = file.dataSet().withElements(file.dataSet().elements());
    byte[] anew = DicomWriter.bytes(file.withDataSet(same));
    if (file.deflated().isEmpty()) {
      assertThat(anew).isEqualTo(DicomWriter.bytes(file));
    } else {
      DicomFile again = DicomReader.read(anew, ReadingMode.LENIENT, LIMITS);
      assertThat(plain(again)).isEqualTo(plain(file));
    }
  }

  /// The inflated data set, which must be what the file was inflated to.
  private static byte[] plain(DicomFile file) throws IOException, DicomException {
    var out = new ByteArrayOutputStream();
    new ElementWriter(out).write(file.dataSet());
    byte[] plain = out.toByteArray();
    Inflated inflated = Inflated.of(file.deflated().orElseThrow().bytes(), LIMITS, "mutation");
    byte[] wanted = new byte[(int) inflated.size()];
    inflated.read(0, wanted, 0, wanted.length);
    assertThat(plain).isEqualTo(wanted);
    return plain;
  }

  private static List<byte[]> generated() throws IOException {
    var seeds = new ArrayList<byte[]>();
    var trees = new RawTrees(new SplittableRandom(SEED));
    for (int i = 0; i < 60; i++) {
      Encoding encoding = ENCODINGS.get(i % ENCODINGS.size());
      byte[] dataSet = Raw.bytes(encoding, trees.tree());
      seeds.add(i % 5 == 0 ? dataSet : Raw.file(encoding, dataSet));
      if (i % 6 == 0) {
        seeds.add(deflated(dataSet, i % 12 == 0));
      }
    }
    return seeds;
  }

  private static byte[] deflated(byte[] dataSet, boolean zlib) throws IOException {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, !zlib);
    try (var deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(dataSet);
    }
    deflater.end();
    byte[] meta =
        Raw.bytes(
            Encoding.EXPLICIT_LITTLE,
            List.of(Raw.text(0x00020010, "UI", "1.2.840.10008.1.2.1.99")));
    byte[] whole = Raw.file(Encoding.EXPLICIT_LITTLE, new byte[0]);
    return Raw.join(Arrays.copyOf(whole, 132), meta, out.toByteArray());
  }

  private static List<byte[]> conformance() throws IOException {
    var seeds = new ArrayList<byte[]>();
    try (Stream<Path> tree = Files.walk(TestData.data("conformance"))) {
      for (Path path : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(path) <= BIGGEST_SEED) {
          seeds.add(Files.readAllBytes(path));
        }
      }
    }
    return seeds;
  }
}
