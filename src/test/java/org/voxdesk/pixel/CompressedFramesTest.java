package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.codec.FrameEncoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.codec.jpegls.JpegLsEncoder;
import org.voxdesk.codec.rle.RleEncoder;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

/// Frames in fragments, however they are found and coded.
class CompressedFramesTest {
  private static final TransferSyntax RLE = TransferSyntax.of("1.2.840.10008.1.2.5");
  private static final TransferSyntax JPEG_LS = TransferSyntax.of("1.2.840.10008.1.2.4.80");
  private static final int FRAMES = 3;

  private final FrameReader reader = new FrameReader();

  @ParameterizedTest
  @ValueSource(strings = {"right", "absent", "wrong", "shifted", "too short", "extended"})
  void framesOfSeveralFragmentsAreFoundWhateverTheOffsetTablesSay(String table) throws Exception {
    var fragments = new ArrayList<byte[]>();
    var offsets = new ArrayList<Integer>();
    int offset = 0;
    for (int f = 0; f < FRAMES; f++) {
      byte[] coded = coded(new JpegLsEncoder(16), f);
      offsets.add(offset);
      for (byte[] part : List.of(Arrays.copyOf(coded, 20), tail(coded, 20))) {
        fragments.add(part);
        offset += 8 + part.length;
      }
    }
    byte[] basic =
        switch (table) {
          case "right" -> table(offsets, 4);
          case "wrong" -> table(List.of(0, 7, 9), 4);
          case "shifted" -> table(List.of(0, offsets.get(1) + 28, offsets.get(2)), 4);
          case "too short" -> table(List.of(0), 4);
          default -> new byte[0];
        };
    DataSet dataSet = image(fragments, basic);
    if (table.equals("extended")) {
      dataSet =
          dataSet.with(
              DataElement.of(
                  Tag.EXTENDED_OFFSET_TABLE,
                  Vr.OV,
                  ByteOrder.LITTLE_ENDIAN,
                  new Value.Bytes(table(offsets, 8))));
    }
    assertFrames(dataSet, JPEG_LS);
  }

  /// An offset table of more than 64 KiB stays on disk like any other big value.
  @Test
  void aTableOfManyFramesIsReadFromDisk() throws Exception {
    int frames = 20_000;
    var fragments = new ArrayList<byte[]>();
    var offsets = new ArrayList<Integer>();
    byte[] coded = new JpegLsEncoder(8).encode(new SampleBuffer(1, 1, 1, 1, new byte[] {7}));
    coded = Arrays.copyOf(coded, (coded.length + 1) & ~1);
    for (int f = 0; f < frames; f++) {
      offsets.add(f * 2 * (8 + coded.length / 2));
      fragments.add(Arrays.copyOf(coded, coded.length / 2));
      fragments.add(tail(coded, coded.length / 2));
    }
    DataSet image =
        Images.image(Encoding.EXPLICIT_LITTLE, new Layout(1, 1, 8, 8, 7, false), Vr.OB, new byte[2])
            .with(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames));
    DataSet dataSet = fragments(image, fragments, table(offsets, 4));
    byte[] file = DicomWriter.bytes(Images.file(dataSet).transcoded(dataSet, JPEG_LS));
    DicomFile read = DicomReader.read(file);
    assertThat(reader.read(read.dataSet(), JPEG_LS, frames - 1).stored(0)).isEqualTo(7);
  }

  @Test
  void aFragmentAFrameNeedsNoTable() throws Exception {
    var fragments = new ArrayList<byte[]>();
    for (int f = 0; f < FRAMES; f++) {
      fragments.add(coded(new RleEncoder(), f));
    }
    assertFrames(image(fragments, new byte[0]), RLE);
  }

  @Test
  void whatTheFirstBytesShowCountsMoreThanTheTransferSyntax() throws Exception {
    var fragments = new ArrayList<byte[]>();
    for (int f = 0; f < FRAMES; f++) {
      fragments.add(coded(new JpegLsEncoder(16), f));
    }
    DataSet dataSet = image(fragments, new byte[0]);
    assertFrames(dataSet, RLE);
    assertFrames(dataSet, TransferSyntax.EXPLICIT_LITTLE);
  }

  @Test
  void framesAsTheyAreAndDeflatedOnesAreRead() throws Exception {
    var plain = new ArrayList<byte[]>();
    var deflated = new ArrayList<byte[]>();
    for (int f = 0; f < FRAMES; f++) {
      byte[] bytes = bytes(f);
      plain.add(bytes);
      deflated.add(deflated(bytes));
    }
    assertFrames(image(plain, new byte[0]), TransferSyntax.of("1.2.840.10008.1.2.1.98"));
    assertFrames(image(deflated, new byte[0]), TransferSyntax.of("1.2.840.10008.1.2.8.1"));
  }

  @Test
  void singleBitsAreCodedAsTheBytesTheyArePackedIn() throws Exception {
    byte[] packed = {(byte) 0b1010_0101, 0b11};
    byte[] coded = new RleEncoder().encode(new SampleBuffer(2, 1, 1, 1, packed));
    DataSet dataSet =
        fragments(
            Images.image(
                Encoding.EXPLICIT_LITTLE, new Layout(5, 2, 1, 1, 0, false), Vr.OB, new byte[2]),
            List.of(coded),
            new byte[0]);
    Frame frame = reader.read(dataSet, RLE, 0);
    assertThat(Images.shorts(frame)).containsExactly(1, 0, 1, 0, 0, 1, 0, 1, 1, 1);
  }

  @Test
  void nativePixelsUnderACompressedTransferSyntaxAreRead() throws Exception {
    DataSet dataSet = Images.grey(Encoding.EXPLICIT_LITTLE, Layout.ct(1, 1), (short) 7);
    assertThat(reader.read(dataSet, JPEG_LS, 0).stored(0)).isEqualTo(7);
  }

  @Test
  void aDamagedFrameIsNamedAndTheOthersAreRead() throws Exception {
    byte[] good = coded(new RleEncoder(), 1);
    DataSet dataSet = image(List.of(good, new byte[] {1, 2, 3, 4}, good), new byte[0]);
    assertThat(reader.read(dataSet, RLE, 2).stored(0)).isEqualTo(value(1, 0));
    assertThatThrownBy(() -> reader.read(dataSet, RLE, 1))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("frame 2 cannot be decoded: ");
  }

  @Test
  void aFrameThatIsNotThereIsRefused() throws Exception {
    byte[] coded = coded(new RleEncoder(), 0);
    DataSet dataSet = image(List.of(coded, coded), new byte[0]);
    assertThatThrownBy(() -> reader.read(dataSet, RLE, 2))
        .hasMessage("there is no frame 3, only 2");
    assertThatThrownBy(() -> reader.read(image(List.of(), new byte[0]), RLE, 0))
        .hasMessage("there is no frame 1, only 0");
  }

  @Test
  void aCompressionThatIsNotSupportedIsRefusedByItsName() throws Exception {
    DataSet dataSet = image(List.of(new byte[] {1, 2, 3, 4}), new byte[0]);
    TransferSyntax video = TransferSyntax.of("1.2.840.10008.1.2.4.102");
    assertThatThrownBy(() -> reader.read(dataSet, video, 0))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("MPEG-4");
  }

  private void assertFrames(DataSet dataSet, TransferSyntax syntax) throws DicomException {
    for (int f : new int[] {1, 0, 2}) {
      Frame frame = reader.read(dataSet, syntax, f);
      for (int i = 0; i < 12; i++) {
        assertThat(frame.stored(i)).as("frame %d", f).isEqualTo(value(f, i));
      }
    }
  }

  private static short value(int frame, int i) {
    return (short) (1000 * frame - 7 * i);
  }

  private static byte[] bytes(int frame) {
    var bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 12; i++) {
      bytes.putShort(value(frame, i));
    }
    return bytes.array();
  }

  private static byte[] coded(FrameEncoder encoder, int frame) throws Exception {
    return encoder.encode(new SampleBuffer(4, 3, 1, 2, bytes(frame)));
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflating =
        new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      deflating.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] table(List<Integer> offsets, int width) {
    var bytes = ByteBuffer.allocate(width * offsets.size()).order(ByteOrder.LITTLE_ENDIAN);
    offsets.forEach(offset -> bytes.putInt(offset).position(bytes.position() + width - 4));
    return bytes.array();
  }

  private static DataSet image(List<byte[]> fragments, byte[] offsetTable) throws DicomException {
    DataSet frames =
        Images.grey(Encoding.EXPLICIT_LITTLE, Layout.ct(4, 3), new short[12])
            .with(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(FRAMES));
    return fragments(frames, fragments, offsetTable);
  }

  private static DataSet fragments(DataSet image, List<byte[]> fragments, byte[] offsetTable) {
    var items = new ArrayList<Value.Fragment>();
    items.add(fragment(offsetTable));
    fragments.forEach(bytes -> items.add(fragment(bytes)));
    return image.with(
        DataElement.of(Tag.PIXEL_DATA, Vr.OB, ByteOrder.LITTLE_ENDIAN, new Value.Fragments(items)));
  }

  private static Value.Fragment fragment(byte[] bytes) {
    return new Value.Fragment(new Value.Bytes(bytes), Framing.NONE);
  }
}
