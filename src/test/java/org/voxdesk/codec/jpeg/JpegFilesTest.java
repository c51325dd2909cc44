package org.voxdesk.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voxdesk.TestData;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.ImagePixel;

/// JPEG in DICOM files against the stored values that other toolkits give.
class JpegFilesTest {
  private static final Set<String> SYNTAXES =
      Set.of(
          "1.2.840.10008.1.2.4.50",
          "1.2.840.10008.1.2.4.51",
          "1.2.840.10008.1.2.4.53",
          "1.2.840.10008.1.2.4.55",
          "1.2.840.10008.1.2.4.57",
          "1.2.840.10008.1.2.4.70");
  private static final String EXTENDED =
      "cornerstoneWADO/CTImage.dcm_JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm";

  /// Progressive files of 12 bits, which neither of the other toolkits reads; they were made from
  /// the same coefficients as the file beside them.
  private static final Map<String, String> SAME_AS =
      Map.of("1.2.840.10008.1.2.4.53", EXTENDED, "1.2.840.10008.1.2.4.55", EXTENDED);

  @TestFactory
  Stream<DynamicTest> storedValuesAreThoseOfOtherToolkitsToTheBit() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    for (String suffix : List.of("", "-codec")) {
      Path folder = TestData.data(suffix.isEmpty() ? "conformance" : "codec");
      List<String[]> rows =
          Files.readAllLines(TestData.golden("pixels/catalogue" + suffix + ".tsv")).stream()
              .map(line -> line.split("\t", -1))
              .toList();
      for (String[] row : rows) {
        if (SYNTAXES.contains(row[1])) {
          String hash = row[8].equals("-") ? hashOfTwin(rows, row) : row[8];
          Path file = folder.resolve(row[0]);
          tests.add(
              DynamicTest.dynamicTest(
                  row[0], () -> assertThat(hash(stored(file))).isEqualTo(hash)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(35);
    return tests.stream();
  }

  private static String hashOfTwin(List<String[]> rows, String[] row) {
    return rows.stream()
        .filter(each -> each[0].equals(SAME_AS.get(row[1])))
        .map(each -> each[8])
        .findFirst()
        .orElseThrow();
  }

  private static String hash(byte[] values) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(values));
  }

  /// The stored values of all frames, little endian.
  private static byte[] stored(Path file) throws Exception {
    DataSet dataSet = DicomReader.read(file).dataSet();
    ImagePixel image = ImagePixel.of(dataSet);
    int width = image.bitsAllocated() / 8;
    var decoder = new JpegDecoder();
    var all = new ByteArrayOutputStream();
    for (byte[] frame : frames(dataSet)) {
      byte[] bytes = new byte[image.frameBytes()];
      decoder.decode(
          frame,
          frame.length,
          new SampleBuffer(image.columns(), image.rows(), image.samples(), width, bytes));
      takeStoredBits(bytes, image, width);
      all.write(bytes);
    }
    return all.toByteArray();
  }

  /// Fragments joined from one start of image to the next.
  private static List<byte[]> frames(DataSet dataSet) throws IOException {
    var frames = new ArrayList<byte[]>();
    var frame = new ByteArrayOutputStream();
    var pixelData = (Value.Fragments) dataSet.get(Tag.PIXEL_DATA).orElseThrow().value();
    for (Value.Fragment fragment : pixelData.fragments().stream().skip(1).toList()) {
      byte[] bytes = bytes(fragment.value());
      if ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == Marker.SOI && frame.size() > 0) {
        frames.add(frame.toByteArray());
        frame.reset();
      }
      frame.write(bytes);
    }
    frames.add(frame.toByteArray());
    return frames;
  }

  private static byte[] bytes(Value value) throws IOException {
    return value instanceof Value.Bulk bulk ? bulk.data().bytes() : ((Value.Bytes) value).bytes();
  }

  /// Only Bits Stored below High Bit count (PS3.5 8.1.1).
  private static void takeStoredBits(byte[] bytes, ImagePixel image, int width) {
    int stored = image.bitsStored();
    int up = 32 - image.highBit() - 1;
    for (int i = 0; i < bytes.length; i += width) {
      int value = (bytes[i] & 0xFF) | (width == 2 ? (bytes[i + 1] & 0xFF) << 8 : 0);
      int shifted = value << up;
      int taken = image.signed() ? shifted >> (32 - stored) : shifted >>> (32 - stored);
      bytes[i] = (byte) taken;
      if (width == 2) {
        bytes[i + 1] = (byte) (taken >> 8);
      }
    }
  }
}
