package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.Peers;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;

class ThresholdPixelsTest {
  private static final Encoding LITTLE = Encoding.EXPLICIT_LITTLE;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void everythingBelow300Becomes0AndNothingElseChanges(Encoding encoding) throws Exception {
    var random = new SplittableRandom(12);
    short[] words = new short[30 * 20];
    short[] expected = new short[words.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) (i < 4 ? 298 + i : random.nextInt(-2000, 4000));
      expected[i] = words[i] < 300 ? 0 : words[i];
    }
    DataSet dataSet = Images.grey(encoding, Layout.ct(30, 20), words);
    DicomFile edited = new ThresholdPixels(300, 0, Units.STORED).apply(Images.file(dataSet));
    assertThat(DicomWriter.bytes(edited))
        .isEqualTo(Images.bytes(Images.grey(encoding, Layout.ct(30, 20), expected)));
  }

  @Test
  void aThresholdInHounsfieldUnitsIsTakenAfterTheTransform() throws Exception {
    short[] words = {0, 1023, 1024, 1323, 1324, 2000};
    DataSet dataSet =
        Images.grey(LITTLE, Layout.ct(3, 2), words)
            .with(Tag.RESCALE_SLOPE, Vr.DS, "1")
            .with(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024");
    assertThat(stored(new ThresholdPixels(300, 0, Units.OUTPUT), dataSet))
        .containsExactly(1024, 1024, 1024, 1024, 1324, 2000);
  }

  @ParameterizedTest
  @CsvSource({"0.1, -1024, 0, 10240", "0.1, 0, 0.3, 3", "-1, 0, 5, -5"})
  void aFractionalSlopeFindsTheStoredValueThatMeansTheNewOne(
      String slope, String intercept, double value, int expected) throws Exception {
    DataSet dataSet =
        Images.grey(LITTLE, Layout.ct(1, 1), (short) 1)
            .with(Tag.RESCALE_SLOPE, Vr.DS, slope)
            .with(Tag.RESCALE_INTERCEPT, Vr.DS, intercept);
    assertThat(stored(new ThresholdPixels(1e6, value, Units.OUTPUT), dataSet))
        .containsExactly(expected);
  }

  @Test
  void onlyThePixelsOfARegionChangeInItsImage() throws Exception {
    short[] words = {5, 6, 7, 8, 9, 10};
    BitSet pixels = new BitSet();
    pixels.set(1);
    pixels.set(4, 6);
    DataSet dataSet = Images.grey(LITTLE, Layout.ct(3, 2), words);
    var edit = ThresholdPixels.within(Map.of("1.2.3", PixelRegion.of(pixels)), -50, Units.STORED);
    assertThat(stored(edit, dataSet)).containsExactly(5, -50, 7, 8, -50, -50);
    DicomFile other = Images.file(dataSet.with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.4"));
    assertThat(edit.apply(other)).isSameAs(other);
    // The same from disk, whose pixels are read piece by piece.
    short[] many = new short[300 * 300];
    BitSet few = new BitSet();
    few.set(70_001, 70_004);
    DicomFile big =
        DicomReader.read(
            Images.write(folder.resolve("big"), Images.grey(LITTLE, Layout.ct(300, 300), many)));
    DicomFile edited =
        ThresholdPixels.within(Map.of("1.2.3", PixelRegion.of(few)), 9, Units.STORED).apply(big);
    short[] read =
        Images.shorts(new FrameReader().read(edited.dataSet(), edited.transferSyntax(), 0));
    many[70_001] = many[70_002] = many[70_003] = 9;
    assertThat(read).isEqualTo(many);
    assertThat(PixelRegion.parse(PixelRegion.of(few).text())).isEqualTo(PixelRegion.of(few));
  }

  @Test
  void aSignThatIsExtendedAboveTheStoredBitsStaysSo() throws Exception {
    var layout = new Layout(4, 1, 16, 12, 11, true);
    DataSet dataSet =
        Images.grey(LITTLE, layout, (short) -5, (short) 5, (short) -2048, (short) 2047);
    assertThat(words(new ThresholdPixels(6, -7, Units.STORED), dataSet))
        .containsExactly(-7, -7, -7, 2047);
    assertThat(words(new ThresholdPixels(0, 3, Units.STORED), dataSet))
        .containsExactly(3, 5, 3, 2047);
  }

  @Test
  void overlayBitsAboveTheStoredOnesStay() throws Exception {
    var layout = new Layout(3, 1, 16, 12, 11, false);
    DataSet dataSet = Images.grey(LITTLE, layout, (short) 0xA064, (short) 0x1FFF, (short) 0x0064);
    assertThat(words(new ThresholdPixels(300, 1, Units.STORED), dataSet))
        .containsExactly((short) 0xA001, 0x1FFF, 1);
  }

  @Test
  void eightBitPixelsChangeAndTheirPaddingDoesNot() throws Exception {
    byte[] bytes = {0, 99, 100, (byte) 200, 5, 6, 7, 8, (byte) 255, 0};
    DataSet dataSet = Images.image(LITTLE, new Layout(3, 3, 8, 8, 7, false), Vr.OB, bytes);
    DicomFile edited = new ThresholdPixels(100, 9, Units.STORED).apply(Images.file(dataSet));
    assertThat(edited.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes())
        .containsExactly(9, 9, 100, 200, 9, 9, 9, 9, 255, 0);
    assertThat(bytes[0]).isZero();
  }

  @Test
  void aValueThatThePixelsCannotHoldIsRefused() throws Exception {
    DicomFile twelve =
        Images.file(Images.grey(LITTLE, new Layout(1, 1, 16, 12, 11, false), (short) 1));
    for (double value : new double[] {-1, 4096, 0.5, 1e10, Double.NaN}) {
      var edit = new ThresholdPixels(300, value, Units.STORED);
      assertThatThrownBy(() -> edit.apply(twelve))
          .as("%s", value)
          .isInstanceOf(DicomException.class)
          .hasMessageStartingWith("the pixels cannot hold the value ");
    }
    assertThat(stored(new ThresholdPixels(300, 4095, Units.STORED), twelve.dataSet()))
        .containsExactly(4095);
  }

  @Test
  void colourAndWidePixelsAreRefused() throws Exception {
    DataSet grey = Images.grey(LITTLE, Layout.ct(1, 1), (short) 1, (short) 1, (short) 1);
    var edit = new ThresholdPixels(300, 0, Units.STORED);
    for (DataSet other :
        List.of(
            grey.with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "PALETTE COLOR"),
            grey.with(Tag.SAMPLES_PER_PIXEL, Vr.US, "3"),
            grey.with(Tag.BITS_ALLOCATED, Vr.US, "32"),
            grey.without(Tag.PIXEL_DATA).with(Tag.PIXEL_DATA, Vr.SQ, ""),
            grey.without(Tag.PIXEL_DATA))) {
      assertThatThrownBy(() -> edit.apply(Images.file(other))).isInstanceOf(DicomException.class);
    }
  }

  @Test
  void aCompressedImageIsChangedLikeThePlainOne() throws Exception {
    Path codec = TestData.data("codec");
    var edit = new ThresholdPixels(300, 0, Units.STORED);
    DicomFile plain = edit.apply(DicomReader.read(codec.resolve("ct_explicit_le.dcm")));
    DicomFile jpeg = edit.apply(DicomReader.read(codec.resolve("ct_jpeg_lossless_sv1.dcm")));
    var reader = new FrameReader();
    assertThat(Images.shorts(reader.read(jpeg.dataSet(), jpeg.transferSyntax(), 0)))
        .isEqualTo(Images.shorts(reader.read(plain.dataSet(), plain.transferSyntax(), 0)));
  }

  @Test
  void oneEditServesImagesOfDifferentKinds() throws Exception {
    var edit = new ThresholdPixels(0, 0, Units.OUTPUT);
    DataSet plain = Images.grey(LITTLE, Layout.ct(2, 1), (short) -1, (short) 1);
    DataSet shifted = plain.with(Tag.RESCALE_INTERCEPT, Vr.DS, "-1");
    assertThat(stored(edit, plain)).containsExactly(0, 1);
    assertThat(stored(edit, shifted)).containsExactly(1, 1);
    assertThat(stored(edit, plain)).containsExactly(0, 1);
  }

  /// A real slice, its pixels on disk: only pixels below the threshold differ in the saved file.
  @Test
  void onlyPixelsOfARealSliceChangeOnDisk() throws Exception {
    Path source = TestData.data("ct/LIDC-IDRI-0003/000001.dcm");
    DicomFile file = DicomReader.read(source);
    Path target = folder.resolve("edited.dcm");
    DicomFile edited = new ThresholdPixels(300, 0, Units.STORED).apply(file);
    DicomWriter.save(edited, target, AtomicFile.Existing.REFUSE);
    Frame before = new FrameReader().read(file.dataSet(), file.transferSyntax(), 0);
    DicomFile again = DicomReader.read(target);
    Frame after = new FrameReader().read(again.dataSet(), again.transferSyntax(), 0);
    for (int i = 0; i < before.samples().count(); i++) {
      assertThat(after.stored(i)).isEqualTo(before.stored(i) < 300 ? 0 : before.stored(i));
    }
    byte[] original = Files.readAllBytes(source);
    byte[] written = Files.readAllBytes(target);
    int head = original.length - 2 * before.samples().count();
    assertThat(Arrays.copyOf(written, head)).isEqualTo(Arrays.copyOf(original, head));
  }

  @Test
  void pydicomReadsExactlyThePixelsOfTheSeedsLoop() throws Exception {
    Path source = TestData.data("ct/LIDC-IDRI-0003/000001.dcm");
    Path target = folder.resolve("edited.dcm");
    DicomFile edited = new ThresholdPixels(300, 0, Units.STORED).apply(DicomReader.read(source));
    DicomWriter.save(edited, target, AtomicFile.Existing.REFUSE);
    String script =
        """
        import pydicom, sys
        a = pydicom.dcmread(sys.argv[1])
        b = pydicom.dcmread(sys.argv[2])
        expected = a.pixel_array.copy()
        expected[expected < 300] = 0
        print((expected == b.pixel_array).all(), (a.pixel_array == b.pixel_array).all())
        print([e.keyword for e in a if e != b[e.tag]], len(a) == len(b))
        """;
    assertThat(Peers.pydicom(script, source, target).lines())
        .containsExactly("True False", "['PixelData'] True");
  }

  private static int[] stored(ThresholdPixels edit, DataSet dataSet) throws DicomException {
    DicomFile edited = edit.apply(Images.file(dataSet));
    Frame frame = new FrameReader().read(edited.dataSet(), edited.transferSyntax(), 0);
    int[] stored = new int[frame.samples().count()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (int) frame.stored(i);
    }
    return stored;
  }

  /// The little endian words themselves, whichever of their bits are stored.
  private static short[] words(ThresholdPixels edit, DataSet dataSet) throws Exception {
    byte[] bytes =
        edit.apply(Images.file(dataSet)).dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes();
    short[] words = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(LITTLE.order()).asShortBuffer().get(words);
    return words;
  }

  /// Stored 0 to 5 mean 900, 100, 300, 100, 0 and 0.
  @Test
  void aTableOfTheFileSaysWhatPixelsMean() throws Exception {
    DataSet dataSet =
        Images.grey(LITTLE, Layout.ct(3, 2), new short[] {0, 1, 2, 3, 4, 5})
            .with(
                Images.sequence(
                    Tag.of(0x0028, 0x3000), Images.lut(5, 0, 16, 900, 100, 300, 100, 0)));
    DicomFile file = Images.file(dataSet);
    DicomFile edited = new ThresholdPixels(300, 100, Units.OUTPUT).apply(file);
    Frame frame = new FrameReader().read(edited.dataSet(), edited.transferSyntax(), 0);
    assertThat(Images.shorts(frame)).containsExactly(0, 1, 2, 1, 1, 1);
    assertThatThrownBy(() -> new ThresholdPixels(300, 101, Units.OUTPUT).apply(file))
        .hasMessageContaining("the pixels cannot hold the value 101");
  }
}
