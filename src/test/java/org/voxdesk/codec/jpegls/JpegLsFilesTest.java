package org.voxdesk.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.ImagePixel;

/// The JPEG-LS files of ../shared/data decode to the stored values that two independent toolkits
/// agree on, near-lossless ones included. These take samples as they are coded: a signed one of
/// fewer bits than are allocated is not extended.
class JpegLsFilesTest {
  private static final Set<String> JPEG_LS =
      Set.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");

  @TestFactory
  Stream<DynamicTest> storedValuesAreThoseOfOtherToolkits() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    add(tests, "pixels/catalogue.tsv", "conformance");
    add(tests, "pixels/catalogue-codec.tsv", "codec");
    assertThat(tests).hasSizeGreaterThan(18);
    return tests.stream();
  }

  private static void add(List<DynamicTest> tests, String catalogue, String folder)
      throws Exception {
    for (String line : Files.readAllLines(TestData.golden(catalogue))) {
      List<String> row = List.of(line.split("\t", -1));
      if (JPEG_LS.contains(row.get(1))) {
        String path = folder + "/" + row.get(0);
        tests.add(
            DynamicTest.dynamicTest(
                row.get(0), () -> assertThat(digest(path)).isEqualTo(row.get(8))));
      }
    }
  }

  private static String digest(String path) throws Exception {
    DataSet dataSet = DicomReader.read(TestData.data(path)).dataSet();
    ImagePixel image = ImagePixel.of(dataSet);
    List<byte[]> frames = frames(dataSet);
    assertThat(frames).hasSize(image.frames());
    var digest = MessageDigest.getInstance("SHA-256");
    var decoder = new JpegLsDecoder();
    for (byte[] coded : frames) {
      byte[] bytes = new byte[image.frameBytes()];
      var samples =
          new SampleBuffer(
              image.columns(), image.rows(), image.samples(), image.bitsAllocated() / 8, bytes);
      decoder.decode(coded, coded.length, samples);
      digest.update(bytes);
      assertEncodesBack(samples, image);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void assertEncodesBack(SampleBuffer samples, ImagePixel image) throws Exception {
    byte[] coded = new JpegLsEncoder(image.bitsAllocated()).encode(samples);
    byte[] back = new byte[samples.length()];
    new JpegLsDecoder()
        .decode(
            coded,
            coded.length,
            new SampleBuffer(
                samples.columns(),
                samples.rows(),
                samples.components(),
                samples.bytesPerSample(),
                back));
    assertThat(back).isEqualTo(samples.bytes());
  }

  /// The frames, each from a fragment that starts with FFD8 on.
  private static List<byte[]> frames(DataSet dataSet) throws Exception {
    var fragments = (Value.Fragments) dataSet.get(Tag.PIXEL_DATA).orElseThrow().value();
    var frames = new ArrayList<ByteArrayOutputStream>();
    for (Value.Fragment fragment : fragments.fragments().stream().skip(1).toList()) {
      byte[] bytes =
          switch (fragment.value()) {
            case Value.Bytes held -> held.bytes();
            case Value.Bulk bulk -> bulk.data().bytes();
            default -> throw new AssertionError(fragment.value());
          };
      if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
        frames.add(new ByteArrayOutputStream());
      }
      frames.getLast().write(bytes);
    }
    return frames.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }
}
