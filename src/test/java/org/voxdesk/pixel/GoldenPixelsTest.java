package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voxdesk.TestData;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;

/// Stored values of native pixel data against those that two independent toolkits agree on.
class GoldenPixelsTest {
  private static final Set<String> NATIVE =
      Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2");

  /// Its values lie outside its Bits Stored, which the two toolkits overlook and this program does
  /// not (PS3.5 8.1.1).
  private static final String BEYOND_BITS_STORED = "pydicom-data/mlut_18.dcm";

  @TestFactory
  Stream<DynamicTest> storedValuesAreThoseOfTwoOtherToolkits() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    for (String line : Files.readAllLines(TestData.golden("pixels/catalogue.tsv"))) {
      List<String> row = List.of(line.split("\t", -1));
      boolean wanted =
          NATIVE.contains(row.get(1))
              && row.get(7).equals("both")
              && Set.of("8", "16").contains(row.get(3))
              && !row.get(0).equals(BEYOND_BITS_STORED)
              && !row.get(2).equals("YBR_FULL_422");
      if (wanted) {
        tests.add(DynamicTest.dynamicTest(row.get(0), () -> compare(row)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(200);
    return tests.stream();
  }

  private static void compare(List<String> row) throws Exception {
    DicomFile file = DicomReader.read(TestData.data("conformance").resolve(row.get(0)));
    ImagePixel image = ImagePixel.of(file.dataSet());
    assertThat(
            String.join(
                "x",
                Integer.toString(image.frames()),
                Integer.toString(image.rows()),
                Integer.toString(image.columns()),
                Integer.toString(image.samples())))
        .isEqualTo(row.get(5));
    var digest = MessageDigest.getInstance("SHA-256");
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    for (int f = 0; f < image.frames(); f++) {
      Frame frame = new FrameReader().read(file.dataSet(), file.transferSyntax(), f);
      int width = image.bitsAllocated() / 8;
      byte[] bytes = new byte[frame.values().length * width];
      for (int i = 0; i < frame.values().length; i++) {
        int value = frame.stored(i);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        bytes[i * width] = (byte) value;
        if (width == 2) {
          bytes[2 * i + 1] = (byte) (value >> 8);
        }
      }
      digest.update(bytes);
    }
    assertThat(List.of(lowest, highest))
        .containsExactly(Integer.parseInt(row.get(9)), Integer.parseInt(row.get(10)));
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(row.get(8));
  }
}
