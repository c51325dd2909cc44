package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voxdesk.TestData;
import org.voxdesk.export.PixelArray;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.task.Progress;

/// Stored values of ../shared/data/conformance held against those of two independent toolkits.
class GoldenPixelsTest {
  private static final Set<String> NATIVE =
      Set.of(
          "",
          "1.2.840.10008.1.2",
          "1.2.840.10008.1.2.1",
          "1.2.840.10008.1.2.2",
          "1.2.840.10008.1.2.1.99");

  @TestFactory
  Stream<DynamicTest> storedValuesAreThoseOfOtherToolkits() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    for (String line : Files.readAllLines(TestData.golden("pixels/catalogue.tsv"))) {
      List<String> row = List.of(line.split("\t", -1));
      if (NATIVE.contains(row.get(1)) && Set.of("both", "gdcm", "dcmtk").contains(row.get(7))) {
        tests.add(DynamicTest.dynamicTest(row.get(0), () -> compare(row)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(230);
    return tests.stream();
  }

  private static void compare(List<String> row) throws Exception {
    DicomFile file = DicomReader.read(TestData.data("conformance").resolve(row.get(0)));
    PixelArray array = PixelArray.stored(file);
    assertThat(array.shape().stream().map(String::valueOf).toList()).isEqualTo(shape(row.get(5)));
    var digest = MessageDigest.getInstance("SHA-256");
    array.writeValues(
        new DigestOutputStream(OutputStream.nullOutputStream(), digest), Progress.NONE);
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(row.get(8));
  }

  /// The catalogue always names the samples; the array has that axis only for colours.
  private static List<String> shape(String text) {
    List<String> axes = List.of(text.split("x"));
    return axes.getLast().equals("1") ? axes.subList(0, 3) : axes;
  }
}
