package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.export.PixelArray;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.task.Progress;

/// Stored values of every image of ../shared/data held against those of two independent toolkits.
class GoldenPixelsTest {
  private static final Set<String> AGREED = Set.of("both", "gdcm", "dcmtk");

  /// JPEG 2000 with losses: the last bit depends on how a decoder rounds.
  private static final String LOSSY_JPEG_2000 = "1.2.840.10008.1.2.4.91";

  /// Its codestream ends after 250 bytes and states a size of garbage; the only toolkit that shows
  /// an image shows what happens to be in its memory.
  private static final String NO_IMAGE =
      "pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm";

  /// Signed, with 15 bits stored: the toolkits of the catalogue leave out the sign (PS3.5 8.1.1).
  private static final String WITHOUT_SIGN = "pydicom-data/JLSL_16_15_1_1F.dcm";

  @TestFactory
  Stream<DynamicTest> conformanceFilesHaveTheValuesOfOtherToolkits() throws Exception {
    List<DynamicTest> tests = tests("catalogue.tsv", "conformance", "lossy");
    assertThat(tests).hasSize(330);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> oneImageInEveryCompressionHasTheValuesOfOtherToolkits() throws Exception {
    List<DynamicTest> tests = tests("catalogue-codec.tsv", "codec", "lossy-codec");
    assertThat(tests).hasSize(17);
    return tests.stream();
  }

  @Test
  void aFrameWithoutAnImageIsRefused() throws Exception {
    DicomFile file = DicomReader.read(TestData.data("conformance").resolve(NO_IMAGE));
    assertThatThrownBy(() -> values(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("frame 1 cannot be decoded");
  }

  /// What no toolkit of the catalogue decodes, or two decode differently, held against the same
  /// image in another encoding.
  @ParameterizedTest
  @CsvSource({
    "cornerstoneWADO/CTImage.dcm_JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55.dcm,"
        + "cornerstoneWADO/CTImage.dcm_JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm",
    "cornerstoneWADO/CTImage.dcm_JPEGProcess6_8TransferSyntax_1.2.840.10008.1.2.4.53.dcm,"
        + "cornerstoneWADO/CTImage.dcm_JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm",
    "pydicom-data/OBXXXX1A_expb.dcm, pydicom-data/OBXXXX1A.dcm",
    "pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm,"
        + "pydicom-data/emri_small_jpeg_2k_lossless.dcm",
    "pydicom-data/liver_deflate.dcm, pydicom-data/liver.dcm",
    "pydicom-data/liver_rle.dcm, pydicom-data/liver.dcm",
    "pydicom-data/liver_j2k.dcm, pydicom-data/liver.dcm",
    "pydicom-data/liver_nonbyte_aligned_j2k.dcm, pydicom-data/liver_nonbyte_aligned.dcm",
    "pydicom-data/liver_nonbyte_aligned_deflate.dcm, pydicom-data/liver_nonbyte_aligned.dcm",
    "pydicom-data/liver_nonbyte_aligned_rle.dcm, pydicom-data/liver_nonbyte_aligned.dcm",
    "pydicom/test_files/SC_rgb_small_odd_big_endian.dcm, pydicom/test_files/SC_rgb_small_odd.dcm",
    "pydicom/test_files/rtdose_expb.dcm, pydicom/test_files/rtdose.dcm"
  })
  void whatToolkitsDisputeEqualsItsTwin(String disputed, String twin) throws Exception {
    Path folder = TestData.data("conformance");
    assertThat(values(DicomReader.read(folder.resolve(disputed))))
        .isEqualTo(values(DicomReader.read(folder.resolve(twin))));
  }

  private static List<DynamicTest> tests(String catalogue, String folder, String lossy)
      throws IOException {
    Path references = TestData.golden("pixels/" + lossy);
    var tests = new ArrayList<DynamicTest>();
    for (String line : Files.readAllLines(TestData.golden("pixels/" + catalogue))) {
      List<String> row = List.of(line.split("\t", -1));
      if (AGREED.contains(row.get(7)) && !row.get(0).equals(NO_IMAGE)) {
        Path file = TestData.data(folder).resolve(row.get(0));
        Path reference = references.resolve(row.get(0).replace("/", "__") + ".npy");
        tests.add(DynamicTest.dynamicTest(row.get(0), () -> compare(file, row, reference)));
      }
    }
    return tests;
  }

  private static void compare(Path path, List<String> row, Path reference) throws Exception {
    DicomFile file = DicomReader.read(path);
    PixelArray array = PixelArray.stored(file);
    assertThat(array.shape().stream().map(String::valueOf).toList()).isEqualTo(shape(row.get(5)));
    byte[] values = values(file);
    if (row.get(1).equals(LOSSY_JPEG_2000)) {
      int tolerance = row.get(5).endsWith("x1") ? 1 : 3;
      if (Files.exists(reference)) {
        assertThat(greatestDifference(values, reference, row)).isLessThanOrEqualTo(tolerance);
      }
      assertThat(range(values, row)).isEqualTo(List.of(row.get(9), row.get(10)));
      return;
    }
    if (row.get(0).equals(WITHOUT_SIGN)) {
      assertThat(range(values, row)).containsExactly("-16384", "16383");
      for (int i = 1; i < values.length; i += 2) {
        values[i] &= 0x7F;
      }
    }
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(values);
    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(row.get(8));
  }

  /// The least and the greatest value.
  private static List<String> range(byte[] values, List<String> row) {
    int width = Integer.parseInt(row.get(3)) / 8;
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int i = 0; i < values.length; i += width) {
      int value = value(values, i, width, row.get(4).equals("1"));
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return List.of(Integer.toString(least), Integer.toString(greatest));
  }

  private static byte[] values(DicomFile file) throws Exception {
    var out = new ByteArrayOutputStream();
    PixelArray.stored(file).writeValues(out, Progress.NONE);
    return out.toByteArray();
  }

  private static int greatestDifference(byte[] values, Path reference, List<String> row)
      throws IOException {
    byte[] npy = Files.readAllBytes(reference);
    int header = 10 + (npy[8] & 0xFF) + ((npy[9] & 0xFF) << 8);
    byte[] expected = Arrays.copyOfRange(npy, header, npy.length);
    assertThat(values).hasSameSizeAs(expected);
    int width = Integer.parseInt(row.get(3)) / 8;
    boolean signed = row.get(4).equals("1");
    int greatest = 0;
    for (int i = 0; i < values.length; i += width) {
      int difference = value(values, i, width, signed) - value(expected, i, width, signed);
      greatest = Math.max(greatest, Math.abs(difference));
    }
    return greatest;
  }

  private static int value(byte[] bytes, int at, int width, boolean signed) {
    if (width == 1) {
      return signed ? bytes[at] : bytes[at] & 0xFF;
    }
    int word = (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
    return signed ? (short) word : word;
  }

  /// The catalogue always names frames and samples; the array has those axes only where there are
  /// several.
  private static List<String> shape(String text) {
    List<String> axes = List.of(text.split("x"));
    return axes.subList(
        axes.getFirst().equals("1") ? 1 : 0, axes.getLast().equals("1") ? 3 : axes.size());
  }
}
