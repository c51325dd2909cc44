package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.text.ExplainedException;

/// Values over 64 KiB stay in their file.
class BigValuesTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final int SIZE = 64 * 1024 + 1;

  @TempDir Path folder;
  private Path path;
  private byte[] pixels;
  private byte[] original;
  private DicomFile file;

  @BeforeEach
  void write() throws Exception {
    pixels = new byte[SIZE];
    new SplittableRandom(5).nextBytes(pixels);
    original =
        Raw.file(
            EXPLICIT,
            Raw.bytes(
                EXPLICIT,
                List.of(
                    Raw.text(0x00100010, "PN", "Doe^Jane"),
                    new Leaf(0x00420011, "OB", new byte[SIZE - 1]),
                    new Leaf(0x7FE00010, "OB", pixels))));
    path = Files.write(folder.resolve("big.dcm"), original);
    file = DicomReader.read(path);
  }

  private BulkData bulk() {
    return ((Value.Bulk) file.dataSet().get(Tag.PIXEL_DATA).orElseThrow().value()).data();
  }

  @Test
  void onlyValuesOver64KibStayOnDisk() throws IOException {
    assertThat(file.dataSet().get(new Tag(0x00420011)).orElseThrow().value())
        .isInstanceOf(Value.Bytes.class);
    assertThat(bulk().length()).isEqualTo(SIZE);
    assertThat(bulk().bytes()).isEqualTo(pixels);
  }

  @Test
  void aBigValueOfAFileInMemoryIsThatValueAlone() throws Exception {
    DicomFile inMemory = DicomReader.read(original);
    assertThat(inMemory.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes()).isEqualTo(pixels);
  }

  @Test
  void anyPartIsReadFromItsOffset() throws IOException {
    var random = new SplittableRandom(6);
    for (int i = 0; i < 200; i++) {
      int offset = random.nextInt(SIZE);
      int length = random.nextInt(SIZE - offset + 1);
      byte[] target = new byte[length + 3];
      bulk().read(offset, target, 3, length);
      for (int at = 0; at < length; at++) {
        assertThat(target[at + 3]).isEqualTo(pixels[offset + at]);
      }
    }
    try (var in = bulk().open()) {
      assertThat(in.readAllBytes()).isEqualTo(pixels);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void theFileIsWrittenBackByteForByteAndCanReplaceItself() throws Exception {
    assertThat(DicomWriter.bytes(file)).isEqualTo(original);
    DicomFile renamed =
        file.withDataSet(file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Janet Mary"));
    byte[] expected = DicomWriter.bytes(renamed);
    DicomWriter.save(renamed, path, AtomicFile.Existing.REPLACE);
    assertThat(path).hasBinaryContent(expected);
    assertThat(DicomReader.read(path).dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes())
        .isEqualTo(pixels);
  }

  @Test
  void aFileThatHasBecomeLongerIsNoticed() throws Exception {
    FileTime time = Files.getLastModifiedTime(path);
    Files.write(path, Raw.join(original, new byte[2]));
    Files.setLastModifiedTime(path, time);
    assertNoticed();
  }

  @Test
  void aFileThatHasBeenWrittenAgainIsNoticed() throws Exception {
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
    assertNoticed();
  }

  @Test
  void aFileThatIsGoneIsNoticed() throws Exception {
    Files.delete(path);
    Path target = folder.resolve("copy.dcm");
    assertThatThrownBy(() -> bulk().bytes()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> DicomWriter.save(file, target, AtomicFile.Existing.REFUSE))
        .isInstanceOf(ExplainedException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private void assertNoticed() throws IOException, DicomException {
    assertThatThrownBy(() -> bulk().bytes())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has been changed by someone else");
    assertThatThrownBy(() -> bulk().open()).isInstanceOf(IOException.class);
    byte[] before = Files.readAllBytes(path);
    assertThatThrownBy(() -> DicomWriter.save(file, path, AtomicFile.Existing.REPLACE))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("was not saved")
        .hasMessageContaining("has been changed by someone else");
    assertThat(path).hasBinaryContent(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }
}
