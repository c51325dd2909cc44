package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;

class FrameReaderTest {
  private static final Encoding LITTLE = Encoding.EXPLICIT_LITTLE;

  @TempDir Path folder;

  /// One reader for all frames of a test: what it keeps between them must not show.
  private final FrameReader reader = new FrameReader();

  @ParameterizedTest
  @CsvSource({
    "16, 16, 15, true",
    "16, 16, 15, false",
    "16, 12, 11, true",
    "16, 12, 11, false",
    "16, 12, 15, true",
    "16, 12, 13, false",
    "16, 10, 12, true",
    "16, 1, 0, false"
  })
  void onlyTheStoredBitsCountWhateverTheOthersHold(
      int allocated, int stored, int high, boolean signed) throws Exception {
    var random = new SplittableRandom(stored * 31L + high);
    int low = signed ? -(1 << (stored - 1)) : 0;
    int[] expected = new int[6];
    short[] words = new short[6];
    for (int i = 0; i < words.length; i++) {
      expected[i] =
          i == 0 ? low : i == 1 ? low + (1 << stored) - 1 : low + random.nextInt(1 << stored);
      int mask = ((1 << stored) - 1) << (high + 1 - stored);
      int bits = (expected[i] << (high + 1 - stored)) & mask;
      words[i] = (short) (bits | (random.nextInt() & ~mask));
    }
    for (Encoding encoding : List.of(LITTLE, Encoding.EXPLICIT_BIG)) {
      var layout = new Layout(3, 2, allocated, stored, high, signed);
      Frame frame = read(Images.grey(encoding, layout, words), 0);
      for (int i = 0; i < 6; i++) {
        assertThat(frame.stored(i)).as("%s %d", encoding, i).isEqualTo(expected[i]);
      }
      assertThat(frame.stored(2, 1)).isEqualTo(expected[5]);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 7, true", "8, 7, false", "5, 4, true", "6, 7, false"})
  void eightBitsAreReadAsTheyAreDescribed(int stored, int high, boolean signed) throws Exception {
    byte[] bytes = {0, 127, (byte) 128, (byte) 255, 21, 42};
    var layout = new Layout(3, 2, 8, stored, high, signed);
    Frame frame = read(Images.image(LITTLE, layout, Vr.OB, bytes), 0);
    for (int i = 0; i < bytes.length; i++) {
      int bits = (bytes[i] & 0xFF) >> (high + 1 - stored) & ((1 << stored) - 1);
      int expected = signed && bits >> (stored - 1) == 1 ? bits - (1 << stored) : bits;
      assertThat(frame.stored(i)).isEqualTo(expected);
    }
  }

  /// Frames of 3 × 3 bytes begin at odd places from the second on.
  @ParameterizedTest
  @CsvSource({
    "EXPLICIT_LITTLE, OB",
    "EXPLICIT_LITTLE, OW",
    "IMPLICIT_LITTLE, OW",
    "EXPLICIT_BIG, OB",
    "EXPLICIT_BIG, OW"
  })
  void everyFrameOfBytesIsFoundAlsoWhereWordsSwapThem(Encoding encoding, Vr vr) throws Exception {
    byte[] bytes = new byte[3 * 9 + 1];
    boolean swapped = encoding == Encoding.EXPLICIT_BIG && vr == Vr.OW;
    for (int i = 0; i < 3 * 9; i++) {
      bytes[swapped ? i ^ 1 : i] = (byte) i;
    }
    DataSet dataSet =
        Images.image(encoding, new Layout(3, 3, 8, 8, 7, false), vr, bytes)
            .with(Tag.NUMBER_OF_FRAMES, Vr.IS, "3");
    for (int f = 0; f < 3; f++) {
      Frame frame = read(dataSet, f);
      for (int i = 0; i < 9; i++) {
        assertThat(frame.stored(i)).as("frame %d", f).isEqualTo(9 * f + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void coloursComeSideBySideWhetherInterleavedOrPlaneByPlane(Encoding encoding) throws Exception {
    byte[] pixels = {1, 2, 3, 11, 12, 13, 21, 22, 23, 31, 32, 33};
    byte[] planes = {1, 11, 21, 31, 2, 12, 22, 32, 3, 13, 23, 33};
    var layout = new Layout(2, 2, 8, 8, 7, false);
    for (boolean planar : new boolean[] {false, true}) {
      DataSet dataSet =
          Images.image(encoding, layout, Vr.OB, planar ? planes : pixels)
              .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "3")
              .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
              .with(Tag.PLANAR_CONFIGURATION, Vr.US, planar ? "1" : "0");
      Frame frame = read(dataSet, 0);
      assertThat(frame.image().isGrey()).isFalse();
      for (int i = 0; i < pixels.length; i++) {
        assertThat(frame.stored(i)).isEqualTo(pixels[i]);
      }
    }
  }

  @Test
  void aFrameOnDiskIsReadLikeOneInMemory() throws Exception {
    short[] words = new short[3 * 150 * 150];
    var random = new SplittableRandom(9);
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) random.nextInt();
    }
    DataSet dataSet =
        Images.grey(LITTLE, Layout.ct(150, 150), words).with(Tag.NUMBER_OF_FRAMES, Vr.IS, "3");
    DicomFile onDisk = DicomReader.read(Images.write(folder.resolve("a.dcm"), dataSet));
    for (int f = 0; f < 3; f++) {
      Frame frame = reader.read(onDisk.dataSet(), onDisk.transferSyntax(), f);
      assertThat(Images.shorts(frame)).isEqualTo(Images.shorts(read(dataSet, f)));
    }
    Files.write(folder.resolve("a.dcm"), new byte[10]);
    assertThatThrownBy(() -> reader.read(onDisk.dataSet(), onDisk.transferSyntax(), 0))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aFrameThatIsNotThereOrCutOffIsRefusedInOneSentence() throws Exception {
    DataSet dataSet = Images.grey(LITTLE, Layout.ct(2, 2), (short) 1, (short) 2, (short) 3);
    assertRefused(dataSet, 0, "the pixel data has 6 bytes where 8 are needed");
    assertRefused(dataSet, 1, "there is no frame 2, only 1");
    assertRefused(dataSet, -1, "there is no frame 0, only 1");
    assertRefused(dataSet.without(Tag.PIXEL_DATA), 0, "there is no pixel data");
    assertRefused(dataSet.without(Tag.ROWS), 0, "there is no image: (0028,0010) is missing");
    DataSet twoFrames =
        Images.grey(LITTLE, Layout.ct(1, 1), (short) 7).with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2");
    assertThat(read(twoFrames, 0).stored(0)).isEqualTo(7);
    assertRefused(twoFrames, 1, "the pixel data has 2 bytes where 4 are needed");
  }

  @Test
  void aDescriptionTooBigForItsBytesIsRefusedBeforeAnythingIsAllocated() throws Exception {
    DataSet huge =
        Images.grey(LITTLE, Layout.ct(65535, 65535), (short) 1)
            .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "4");
    assertRefused(huge, 0, "a frame of 65535 × 65535 pixels is too big");
    DataSet big = Images.grey(LITTLE, Layout.ct(20000, 20000), (short) 1);
    assertRefused(big, 0, "the pixel data has 2 bytes where 800000000 are needed");
    DataSet frames = big.with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2147483647");
    assertThatThrownBy(() -> read(frames, 2147483646)).isInstanceOf(DicomException.class);
  }

  @Test
  void aContradictoryDescriptionIsRefused() throws Exception {
    short[] word = {1};
    assertRefused(
        Images.grey(LITTLE, new Layout(1, 1, 16, 17, 16, false), word),
        0,
        "bits allocated 16, bits stored 17 and high bit 16 contradict each other");
    assertRefused(
        Images.grey(LITTLE, new Layout(1, 1, 16, 12, 10, false), word),
        0,
        "bits allocated 16, bits stored 12 and high bit 10 contradict each other");
    assertRefused(
        Images.grey(LITTLE, new Layout(1, 0, 16, 16, 15, false), word),
        0,
        "(0028,0010) is 0, which is not between 1 and 65535");
    assertRefused(
        Images.grey(LITTLE, new Layout(1, 1, 12, 12, 11, false), word),
        0,
        "pixel data with 12 bits allocated cannot be shown yet");
  }

  private Frame read(DataSet dataSet, int number) throws DicomException {
    return reader.read(dataSet, TransferSyntax.of(dataSet.encoding()), number);
  }

  private void assertRefused(DataSet dataSet, int number, String sentence) {
    assertThatThrownBy(() -> read(dataSet, number))
        .isInstanceOf(DicomException.class)
        .hasMessage(sentence);
  }
}
