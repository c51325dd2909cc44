package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.io.Raw.Item;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.Raw.Sequence;

/// Bytes that are broken: they open as far as they make sense, or are refused in one sentence.
class DamagedFilesTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void aFileCutOffAnywhereKeepsWhatPrecedesTheCut(Encoding encoding) throws Exception {
    byte[] whole = Raw.file(encoding, Raw.bytes(encoding, image()));
    int elements = DicomReader.read(whole).dataSet().elements().size();
    int opened = 0;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        DicomFile file = DicomReader.read(cut);
        assertThat(DicomWriter.bytes(file)).as("cut at %d", length).isEqualTo(cut);
        assertThat(file.dataSet().elements()).hasSizeLessThanOrEqualTo(elements);
        opened++;
      } catch (DicomException e) {
        assertThat(length).as(e.getMessage()).isLessThan(150);
      }
    }
    assertThat(opened).isGreaterThan(whole.length - 150);
    DicomFile almost = DicomReader.read(Arrays.copyOf(whole, whole.length - 1));
    assertThat(almost.dataSet().elements()).hasSize(elements);
    assertThat(almost.problems().stream().map(Problem::code))
        .containsExactly(
            Problem.Code.ODD_LENGTH, Problem.Code.ELEMENT_ORDER, Problem.Code.VALUE_TRUNCATED);
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void aMutatedFileIsReadAndWrittenBackOrRefused(Encoding encoding) throws Exception {
    var random = new SplittableRandom(20);
    int opened = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = Raw.file(encoding, Raw.bytes(encoding, image()));
      int mutations = 1 + random.nextInt(6);
      for (int m = 0; m < mutations; m++) {
        int at = 128 + random.nextInt(bytes.length - 128);
        bytes[at] = random.nextInt(3) == 0 ? (byte) 0xFF : (byte) random.nextInt(256);
      }
      try {
        DicomFile file = DicomReader.read(bytes);
        assertThat(DicomWriter.bytes(file)).as("mutation %d", i).isEqualTo(bytes);
        file.dataSet().elements().forEach(e -> assertThat(e.toString()).isNotEmpty());
        file.dataSet().elements().forEach(e -> file.dataSet().texts(e.tag()));
        file.dataSet().elements().forEach(e -> file.dataSet().numbers(e.tag()));
        opened++;
      } catch (DicomException e) {
        assertThat(e.sentence().toString()).isNotEmpty();
      }
    }
    assertThat(opened).isGreaterThan(1_000);
  }

  @Test
  void noiseIsReadAndWrittenBackOrRefused() throws Exception {
    var random = new SplittableRandom(21);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      if (noise.length > 150 && random.nextBoolean()) {
        System.arraycopy(new byte[] {'D', 'I', 'C', 'M', 2, 0}, 0, noise, 128, 6);
      }
      try {
        assertThat(DicomWriter.bytes(DicomReader.read(noise))).isEqualTo(noise);
      } catch (DicomException e) {
        assertThat(e.sentence().toString()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7FFFFFF0, 0xFFFFFFFE, 0x3FFFFFFF})
  void aHugeLengthInASmallFileAllocatesLittle(int length) throws Exception {
    var order = ByteOrder.LITTLE_ENDIAN;
    byte[] item = Raw.plainHeader(order, 0xFFFEE000, length);
    List<byte[]> dataSets =
        List.of(
            Raw.header(EXPLICIT, 0x00420011, "OB", length),
            Raw.header(EXPLICIT, 0x00081140, "SQ", length),
            Raw.join(Raw.header(EXPLICIT, 0x00081140, "SQ", -1), item),
            Raw.join(Raw.header(EXPLICIT, 0x7FE00010, "OW", -1), item),
            Raw.header(EXPLICIT, 0x7FE00010, "OW", length),
            Raw.header(EXPLICIT, 0x00091010, "UN", length));
    for (byte[] dataSet : dataSets) {
      byte[] bytes = Raw.file(EXPLICIT, Raw.join(dataSet, new byte[800]));
      DicomFile warm = DicomReader.read(bytes);
      assertThat(warm.problems()).isNotEmpty();
      Path path = Files.write(folder.resolve("huge.dcm"), bytes);
      DicomReader.read(path);
      assertThat(allocated(path)).isLessThan(1_000_000);
      assertThat(DicomWriter.bytes(DicomReader.read(path))).isEqualTo(bytes);
    }
  }

  private static long allocated(Path path) throws DicomException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    DicomReader.read(path);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void nestingUpToTheLimitIsReadAndWrittenBack() throws Exception {
    for (boolean undefined : new boolean[] {true, false}) {
      byte[] bytes = Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, List.of(nested(127, undefined))));
      DicomFile file = DicomReader.read(bytes);
      assertThat(file.problems()).isEmpty();
      assertThat(DicomWriter.bytes(file)).isEqualTo(bytes);
    }
  }

  @Test
  void whatIsNoDicomFileIsRefusedByItsContentInASentenceThatNamesIt() throws Exception {
    Path text = Files.writeString(folder.resolve("x.dcm"), "This is a text file.\n".repeat(40));
    Path empty = Files.createFile(folder.resolve("empty.dcm"));
    Path four = Files.write(folder.resolve("four.dcm"), new byte[4]);
    Path zeros = Files.write(folder.resolve("zeros.dcm"), new byte[4096]);
    byte[] magic = new byte[132];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, magic, 128, 4);
    Path onlyMagic = Files.write(folder.resolve("magic.dcm"), magic);
    assertRefused(text, " is not a DICOM file");
    assertRefused(empty, " is empty");
    assertRefused(four, " is not a DICOM file");
    assertRefused(zeros, " is not a DICOM file");
    assertRefused(onlyMagic, " is not a DICOM file");
    assertRefused(folder, " is not a regular file");
    assertRefused(folder.resolve("missing.dcm"), " does not exist");
  }

  private static void assertRefused(Path path, String sentence) {
    assertThatThrownBy(() -> DicomReader.read(path))
        .isInstanceOf(DicomException.class)
        .hasMessage(path + sentence);
  }

  private static Node nested(int depth, boolean undefined) {
    Node node = Raw.text(0x00100020, "LO", "deep");
    for (int i = 0; i < depth; i++) {
      node = new Sequence(0x00081140, undefined, List.of(new Item(undefined, List.of(node))));
    }
    return node;
  }

  private static List<Node> image() {
    return List.of(
        Raw.text(0x00080005, "CS", "ISO_IR 192"),
        Raw.text(0x00080060, "CS", "CT"),
        new Sequence(
            0x00081140,
            true,
            List.of(
                new Item(true, List.of(Raw.text(0x00100020, "LO", "inner"))),
                new Item(false, List.of(Raw.text(0x00100020, "LO", "inner"))))),
        Raw.text(0x00090010, "LO", "VOXDESK TEST"),
        new Leaf(0x00091010, "UN", new byte[5]),
        Raw.text(0x00100010, "PN", "Doe^Jane"),
        Raw.text(0x00101010, "AS", "045Y"),
        new Sequence(
            0x00101002,
            false,
            List.of(
                new Item(
                    false,
                    List.of(
                        new Sequence(
                            0x00081115,
                            false,
                            List.of(new Item(true, List.of(Raw.text(0x00200013, "IS", "12"))))))))),
        Raw.text(0x00200032, "DS", "1.5\\-2\\3e2"),
        new Leaf(0x00280010, "US", new byte[] {2, 2}),
        new Leaf(0x7FE00010, "OW", new byte[32]));
  }
}
