package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.Peers;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Transcoding.Target;
import org.voxdesk.export.PixelArray;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.task.Progress;

class TranscodingTest {
  private static final Set<Tag> OF_PIXELS =
      Set.of(Tag.PIXEL_DATA, Tag.PLANAR_CONFIGURATION, Tag.PHOTOMETRIC_INTERPRETATION);

  @TempDir Path folder;

  static Stream<DicomFile> images() throws DicomException {
    var random = new SplittableRandom(4);
    short[] words = new short[2 * 35];
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) (random.nextInt(4096) - 2048);
    }
    byte[] bytes = new byte[3 * 35 + 1];
    random.nextBytes(bytes);
    byte[] wide = new byte[4 * 35];
    random.nextBytes(wide);
    return Stream.of(
        Images.file(
            grey(Encoding.EXPLICIT_LITTLE, Layout.ct(7, 5), words)
                .with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2")),
        Images.file(grey(Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 16, 12, 11, true), words)),
        Images.file(grey(Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 16, 12, 13, false), words)),
        Images.file(grey(Encoding.IMPLICIT_LITTLE, new Layout(7, 5, 16, 12, 11, false), words)),
        Images.file(grey(Encoding.EXPLICIT_BIG, Layout.ct(7, 5), words)),
        Images.file(
            Images.image(Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 8, 8, 7, false), Vr.OB, bytes)),
        Images.file(
            Images.image(Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 8, 8, 7, false), Vr.OB, bytes)
                .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "3")
                .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
                .with(Tag.PLANAR_CONFIGURATION, Vr.US, "1")),
        Images.file(
            Images.image(
                Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 32, 32, 31, false), Vr.OW, wide)));
  }

  private static DataSet grey(Encoding encoding, Layout layout, short[] words)
      throws DicomException {
    return Images.grey(encoding, layout, words);
  }

  @ParameterizedTest
  @MethodSource("images")
  void everyStoredValueComesBackAndNothingElseChanges(DicomFile file) throws Exception {
    for (Target target : List.of(Target.RLE, Target.JPEGLS)) {
      if (target == Target.JPEGLS && file.dataSet().integer(Tag.BITS_ALLOCATED).orElse(0) > 16) {
        assertThatThrownBy(() -> Transcoding.to(file, target))
            .isInstanceOf(DicomException.class)
            .hasMessageContaining("Bits Allocated 32");
        continue;
      }
      DicomFile compressed = reread(Transcoding.to(file, target));
      assertThat(compressed.problems()).isEmpty();
      assertThat(compressed.transferSyntax()).isEqualTo(target.syntax());
      assertThat(values(compressed)).isEqualTo(values(file));
      assertSameOtherwise(compressed, file);
      DicomFile plain = reread(Transcoding.to(compressed, Target.NONE));
      assertThat(plain.transferSyntax()).isEqualTo(Target.NONE.syntax());
      assertThat(values(plain)).isEqualTo(values(file));
      assertSameOtherwise(plain, file);
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void whatIsSoAlreadyStaysTheSameFile(Target target) throws Exception {
    DicomFile file = Images.file(grey(Encoding.EXPLICIT_LITTLE, Layout.ct(7, 5), new short[35]));
    DicomFile once = Transcoding.to(file, target);
    assertThat(Transcoding.to(once, target)).isSameAs(once);
  }

  /// Other toolkits read no precision below 9 in samples of two bytes, and none but 8 in one.
  @ParameterizedTest
  @CsvSource({"16, 7, 16", "16, 8, 16", "16, 9, 9", "16, 12, 12", "8, 7, 8", "8, 8, 8"})
  void jpegLsHasThePrecisionThatOtherToolkitsRead(int allocated, int stored, int precision)
      throws Exception {
    var layout = new Layout(7, 5, allocated, stored, stored - 1, false);
    byte[] bytes = new byte[35 * allocated / 8 + 1];
    DicomFile file = Images.file(Images.image(Encoding.EXPLICIT_LITTLE, layout, Vr.OW, bytes));
    DicomFile compressed = Transcoding.to(file, Target.JPEGLS);
    var fragments =
        (Value.Fragments) compressed.dataSet().get(Tag.PIXEL_DATA).orElseThrow().value();
    byte[] frame = ((Value.Bytes) fragments.fragments().get(1).value()).bytes();
    int header = 2;
    while ((frame[header + 1] & 0xFF) != 0xF7) {
      header += 2 + ((frame[header + 2] & 0xFF) << 8) + (frame[header + 3] & 0xFF);
    }
    assertThat(frame[header + 4]).isEqualTo((byte) precision);
  }

  @Test
  void whatWasLostIsStillToldWhenTheTransferSyntaxDoesNotAnyMore() throws Exception {
    DicomFile lossy = DicomReader.read(TestData.data("codec").resolve("ct_jpeg_extended12.dcm"));
    DicomFile silent = lossy.withDataSet(lossy.dataSet().without(Tag.LOSSY_IMAGE_COMPRESSION));
    for (Target target : List.of(Target.NONE, Target.RLE)) {
      DataSet saved = reread(Transcoding.to(silent, target)).dataSet();
      assertThat(saved.text(Tag.LOSSY_IMAGE_COMPRESSION)).contains("01");
    }
    DicomFile lossless = DicomReader.read(TestData.data("codec").resolve("ct_rle.dcm"));
    assertThat(Transcoding.to(lossless, Target.NONE).dataSet().text(Tag.LOSSY_IMAGE_COMPRESSION))
        .isEqualTo(lossless.dataSet().text(Tag.LOSSY_IMAGE_COMPRESSION));
  }

  @Test
  void floatingPointPixelsAreNotCompressed() throws Exception {
    DataSet floats =
        grey(Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 32, 32, 31, false), new short[70])
            .without(Tag.PIXEL_DATA)
            .with(
                DataElement.of(
                    Tag.FLOAT_PIXEL_DATA,
                    Vr.OF,
                    Encoding.EXPLICIT_LITTLE.order(),
                    new Value.Bytes(new byte[140])));
    for (Target target : List.of(Target.RLE, Target.JPEGLS)) {
      assertThatThrownBy(() -> Transcoding.to(Images.file(floats), target))
          .hasMessageContaining("floating point");
    }
    assertThatThrownBy(
            () ->
                new ThresholdPixels(1, 0, ThresholdPixels.Units.STORED).apply(Images.file(floats)))
        .hasMessageContaining("only grey images");
  }

  @Test
  void singleBitsAreDecompressedWithoutGaps() throws Exception {
    Path folder = TestData.data("conformance/pydicom-data");
    DicomFile deflated = DicomReader.read(folder.resolve("liver_nonbyte_aligned_deflate.dcm"));
    DicomFile plain = reread(Transcoding.to(deflated, Target.NONE));
    assertThat(values(plain)).isEqualTo(values(deflated));
    DicomFile twin = DicomReader.read(folder.resolve("liver_nonbyte_aligned.dcm"));
    byte[] expected = twin.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes();
    byte[] actual = plain.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes();
    assertThat(Arrays.mismatch(actual, expected)).isEqualTo(-1);
  }

  @Test
  void anOverlayAmongTheBitsOfPixelsIsNotThrownAway() throws Exception {
    DataSet overlaid =
        grey(Encoding.EXPLICIT_LITTLE, new Layout(7, 5, 16, 12, 11, false), new short[35])
            .with(new Tag(0x60000010), Vr.US, "5")
            .with(new Tag(0x60000102), Vr.US, "12");
    assertThatThrownBy(() -> Transcoding.to(Images.file(overlaid), Target.RLE))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("overlay");
  }

  @Test
  void aThresholdOfACompressedImageIsThatOfThePlainOne() throws Exception {
    short[] words = new short[35];
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) (20 * i);
    }
    DicomFile file = Images.file(grey(Encoding.EXPLICIT_LITTLE, Layout.ct(7, 5), words));
    var edit = new ThresholdPixels(300, 0, ThresholdPixels.Units.STORED);
    DicomFile edited = reread(edit.apply(Transcoding.to(file, Target.JPEGLS)));
    assertThat(values(edited)).isEqualTo(values(edit.apply(file)));
    DicomFile small = reread(Transcoding.to(edited, Target.JPEGLS));
    assertThat(values(small)).isEqualTo(values(edited));
  }

  @ParameterizedTest
  @EnumSource(
      value = Target.class,
      names = {"RLE", "JPEGLS"})
  void pydicomAndGdcmReadWhatIsCompressed(Target target) throws Exception {
    Path source = TestData.data("ct/LIDC-IDRI-0003/000001.dcm");
    Path compressed = folder.resolve(target + ".dcm");
    DicomFile file = Transcoding.to(DicomReader.read(source), target);
    DicomWriter.save(file, compressed, Existing.REFUSE);
    String script =
        """
        import pydicom, sys
        a = pydicom.dcmread(sys.argv[1])
        b = pydicom.dcmread(sys.argv[2])
        print((a.pixel_array == b.pixel_array).all())
        """;
    Peers.assumeDecodable(compressed);
    assertThat(Peers.pydicom(script, source, compressed).strip()).isEqualTo("True");
  }

  private DicomFile reread(DicomFile file) throws Exception {
    Path target = folder.resolve("again.dcm");
    DicomWriter.save(file, target, Existing.REPLACE);
    return DicomReader.read(Files.readAllBytes(target));
  }

  private static byte[] values(DicomFile file) throws Exception {
    var out = new ByteArrayOutputStream();
    PixelArray.stored(file).writeValues(out, Progress.NONE);
    return out.toByteArray();
  }

  private static void assertSameOtherwise(DicomFile changed, DicomFile file) {
    assertThat(texts(changed.dataSet())).isEqualTo(texts(file.dataSet()));
  }

  private static List<String> texts(DataSet dataSet) {
    return dataSet.elements().stream()
        .filter(e -> !OF_PIXELS.contains(e.tag()))
        .filter(e -> !(e.value() instanceof Value.Bulk))
        .map(DataElement::tag)
        .map(tag -> tag + "=" + dataSet.texts(tag))
        .toList();
  }
}
