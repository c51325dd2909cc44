package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Problem.Code;
import org.voxdesk.io.Raw.Leaf;

/// Data sets that are one deflate stream (PS3.5 A.5).
class DeflatedTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final String SYNTAX = "1.2.840.10008.1.2.1.99";
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void opensWithAndWithoutZlibHeader(boolean zlib) throws Exception {
    byte[] plain = dataSet(100_000);
    byte[] bytes = file(SYNTAX, deflated(plain, zlib));
    Malformed.named("deflated", bytes).check();
    Path path = Files.write(folder.resolve("deflated.dcm"), bytes);
    DicomFile file = DicomReader.read(path);
    assertThat(file.dataSet().get(Tag.PIXEL_DATA).orElseThrow().value())
        .isInstanceOf(Value.Bulk.class);
    byte[] pixels = file.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes();
    assertThat(pixels).isEqualTo(noise(100_000));
    byte[] part = new byte[10];
    ((Value.Bulk) file.dataSet().get(Tag.PIXEL_DATA).orElseThrow().value())
        .data()
        .read(99_990, part, 0, 10);
    assertThat(part).isEqualTo(Arrays.copyOfRange(pixels, 99_990, 100_000));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEditIsDeflatedAnewAndTakenBackIsTheOriginal(boolean zlib) throws Exception {
    byte[] original = file(SYNTAX, deflated(dataSet(100_000), zlib));
    Path path = Files.write(folder.resolve("deflated.dcm"), original);
    DicomFile file = DicomReader.read(path);
    DataSet changed = file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Janet");
    DicomFile edited = file.withDataSet(changed);
    byte[] written = DicomWriter.bytes(edited);
    assertThat(written.length % 2).isZero();
    byte[] expected =
        Raw.bytes(
            EXPLICIT,
            List.of(
                Raw.text(0x00100010, "PN", "Doe^Janet"),
                new Leaf(0x7FE00010, "OB", noise(100_000))));
    int start = file(SYNTAX, new byte[0]).length;
    assertThat(inflated(Arrays.copyOfRange(written, start, written.length), zlib, expected.length))
        .isEqualTo(expected);
    assertThat(Arrays.copyOf(written, start)).isEqualTo(Arrays.copyOf(original, start));
    assertThat(DicomWriter.bytes(edited.withDataSet(file.dataSet()))).isEqualTo(original);
    DicomWriter.save(edited, path, AtomicFile.Existing.REPLACE);
    assertThat(DicomReader.read(path).dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Janet");
  }

  @Test
  void whatPrecedesDamageIsReadAndAllOfItWrittenBack() throws Exception {
    byte[] stream = deflated(dataSet(100_000), false);
    byte[] cut = Arrays.copyOf(stream, stream.length / 2);
    Malformed.named("cut off", file(SYNTAX, cut), Code.DAMAGED_DEFLATE, Code.VALUE_TRUNCATED)
        .check();
    byte[] wrong = stream.clone();
    Arrays.fill(wrong, 50_000, 50_100, (byte) 0xFF);
    DicomFile file = DicomReader.read(file(SYNTAX, wrong));
    assertThat(DicomWriter.bytes(file)).isEqualTo(file(SYNTAX, wrong));
    byte[] text = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00100010, "PN", "Doe^Jane".repeat(99))));
    byte[] early = deflated(text, false);
    early[early.length - 3] ^= 0x55;
    DicomFile start = DicomReader.read(file(SYNTAX, early));
    assertThat(start.dataSet().text(Tag.PATIENT_NAME).orElseThrow()).startsWith("Doe^Jane");
    assertThat(DicomWriter.bytes(start)).isEqualTo(file(SYNTAX, early));
    byte[] padded = Raw.join(stream, new byte[9]);
    Malformed.named("bytes behind it", file(SYNTAX, padded), Code.TRAILING_BYTES).check();
  }

  @Test
  void aWrongOrMissingDeclarationIsSeenThrough() throws Exception {
    byte[] plain = dataSet(100);
    Malformed.named("plain, declared as deflated", file(SYNTAX, plain), Code.WRONG_TRANSFER_SYNTAX)
        .check();
    Malformed.named(
            "deflated, declared as plain",
            file("1.2.840.10008.1.2.1", deflated(plain, false)),
            Code.WRONG_TRANSFER_SYNTAX)
        .check();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBombIsRefusedBeforeItIsExpanded(boolean zlib) throws Exception {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, !zlib);
    try (var deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(Raw.bytes(EXPLICIT, List.of(Raw.text(0x00100010, "PN", "Doe^Jane"))));
      deflating.write(Raw.header(EXPLICIT, 0x7FE00010, "OB", 1 << 30));
      for (int i = 0; i < 1024; i++) {
        deflating.write(new byte[MIB]);
      }
    }
    deflater.end();
    assertThat(out.size()).isLessThan(3 * MIB);
    Malformed.opening("a bomb", file(SYNTAX, out.toByteArray()))
        .checkRefused("file.inflated.too.big");
  }

  @Test
  void aMaskThatIsNearlyAllZerosOpens() throws Exception {
    byte[] plain =
        Raw.join(
            Raw.bytes(EXPLICIT, List.of(Raw.text(0x00100010, "PN", "Doe^Jane"))),
            Raw.header(EXPLICIT, 0x7FE00010, "OB", 30 * MIB),
            new byte[30 * MIB]);
    byte[] stream = deflated(plain, false);
    assertThat(plain.length / stream.length).isGreaterThan(500);
    Malformed.named("a mask", file(SYNTAX, stream)).check();
  }

  @Test
  void deflatedFilesOfOthersHoldWhatTheirPlainOnesHold() throws Exception {
    DicomFile plain = DicomReader.read(TestData.data("codec/ct_explicit_le.dcm"));
    DicomFile packed = DicomReader.read(TestData.data("codec/ct_deflated.dcm"));
    assertThat(packed.problems()).isEmpty();
    for (var element : plain.dataSet().elements()) {
      assertThat(packed.dataSet().get(element.tag()).orElseThrow().bytes())
          .as(element.tag().toString())
          .isEqualTo(element.bytes());
    }
  }

  private static byte[] dataSet(int pixels) {
    return Raw.bytes(
        EXPLICIT,
        List.of(Raw.text(0x00100010, "PN", "Doe^Jane"), new Leaf(0x7FE00010, "OB", noise(pixels))));
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new SplittableRandom(9).nextBytes(noise);
    return noise;
  }

  private static byte[] file(String syntax, byte[] stream) {
    byte[] whole = Raw.file(EXPLICIT, new byte[0]);
    return Raw.join(
        Arrays.copyOf(whole, 132),
        Raw.bytes(EXPLICIT, List.of(Raw.text(0x00020010, "UI", syntax))),
        stream);
  }

  private static byte[] deflated(byte[] plain, boolean zlib) throws IOException {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, !zlib);
    try (var deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(plain);
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] stream, boolean zlib, int length) throws Exception {
    var inflater = new Inflater(!zlib);
    inflater.setInput(stream);
    byte[] plain = new byte[length + 1];
    int count = inflater.inflate(plain);
    assertThat(inflater.finished()).isTrue();
    inflater.end();
    return Arrays.copyOf(plain, count);
  }
}
