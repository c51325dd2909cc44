package org.voxdesk.edit;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import org.voxdesk.codec.CodecException;
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
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.LossyCompression;
import org.voxdesk.pixel.NativePixels;
import org.voxdesk.pixel.Samples;
import org.voxdesk.text.Sentence;

/// Compresses and decompresses the pixels of a file without changing a stored value, in explicit VR
/// little endian. What is no pixel data, and does not describe how it is or was coded, stays.
public final class Transcoding {
  /// How pixels are to be saved.
  public enum Target {
    /// As they are.
    AS_IS("1.2.840.10008.1.2.1"),
    /// Without compression.
    NONE("1.2.840.10008.1.2.1"),
    RLE("1.2.840.10008.1.2.5"),
    /// JPEG-LS without loss.
    JPEGLS("1.2.840.10008.1.2.4.80");

    private final String syntax;

    Target(String syntax) {
      this.syntax = syntax;
    }

    /// The transfer syntax of pixels that are saved so; meaningless for those that stay.
    public TransferSyntax syntax() {
      return TransferSyntax.of(syntax);
    }
  }

  private Transcoding() {}

  /// The file with its pixels as `target` says; the very same file where they are so already, or
  /// there are none. Pixels that are decompressed are decoded when they are written; compressed
  /// ones are in memory.
  ///
  /// @throws DicomException if the pixels cannot be decoded, or the target cannot hold them
  public static DicomFile to(DicomFile file, Target target) throws DicomException {
    DataSet dataSet = file.dataSet();
    boolean fragments =
        dataSet.get(Tag.PIXEL_DATA).filter(e -> e.value() instanceof Value.Fragments).isPresent();
    boolean compressing = target == Target.RLE || target == Target.JPEGLS;
    if (compressing && ImagePixel.isFloating(dataSet)) {
      throw new DicomException(Tag.FLOAT_PIXEL_DATA, Sentence.of("pixel.transcode.float"));
    }
    boolean done =
        target == Target.AS_IS
            || !dataSet.contains(Tag.PIXEL_DATA)
            || (target == Target.NONE && !fragments)
            || (fragments && file.transferSyntax().equals(target.syntax()));
    if (done) {
      return file;
    }
    if (target == Target.NONE && dataSet.integer(Tag.BITS_ALLOCATED).orElse(0) == 1) {
      return singleBits(file);
    }
    NativePixels pixels = NativePixels.of(dataSet, file.transferSyntax());
    // What decoding makes of the colours is known once a frame is decoded.
    ImagePixel image = new FrameReader().read(dataSet, file.transferSyntax(), 0).image();
    DataElement pixelData =
        target == Target.NONE ? plain(pixels, image) : compressed(pixels, image, target);
    return file.transcoded(described(file, pixelData, image), target.syntax());
  }

  /// Single bits, packed one frame after the other without any gap.
  private static DicomFile singleBits(DicomFile file) throws DicomException {
    ImagePixel image = ImagePixel.of(file.dataSet());
    long bits = (long) image.sampleCount() * image.frames();
    if (bits / 8 > ImagePixel.MOST_BYTES) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.transcode.bits", 1));
    }
    byte[] bytes = new byte[(int) ((bits + 15) / 16 * 2)];
    var reader = new FrameReader();
    long at = 0;
    for (int number = 0; number < image.frames(); number++) {
      Samples samples = reader.read(file.dataSet(), file.transferSyntax(), number).samples();
      for (int i = 0; i < samples.count(); i++, at++) {
        bytes[(int) (at >> 3)] |= (byte) ((int) samples.at(i) << (at & 7));
      }
    }
    DataElement packed =
        DataElement.of(Tag.PIXEL_DATA, Vr.OB, ByteOrder.LITTLE_ENDIAN, new Value.Bytes(bytes));
    return file.transcoded(described(file, packed, image), Target.NONE.syntax());
  }

  /// The data set around other pixel data: without offset tables, colours as they are now, and what
  /// was lost before marked where only the transfer syntax said so (PS3.3 C.7.6.1.1.5).
  private static DataSet described(DicomFile file, DataElement pixelData, ImagePixel image)
      throws DicomException {
    DataSet dataSet = file.dataSet();
    DataSet described =
        dataSet
            .in(Encoding.EXPLICIT_LITTLE)
            .with(pixelData)
            .without(Tag.EXTENDED_OFFSET_TABLE)
            .without(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
    if (LossyCompression.of(dataSet, file.transferSyntax()).isPresent()
        && dataSet.text(Tag.LOSSY_IMAGE_COMPRESSION).isEmpty()) {
      described = described.with(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "01");
    }
    if (image.samples() == 1) {
      return described;
    }
    if (!dataSet.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("").equals(image.photometric())) {
      described = described.with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, image.photometric());
    }
    return dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(-1) == 0
        ? described
        : described.with(Tag.PLANAR_CONFIGURATION, Vr.US, "0");
  }

  private static DataElement plain(NativePixels pixels, ImagePixel image) {
    Vr vr = image.bitsAllocated() > 8 ? Vr.OW : Vr.OB;
    return DataElement.of(Tag.PIXEL_DATA, vr, ByteOrder.LITTLE_ENDIAN, new Value.Bulk(pixels));
  }

  private static DataElement compressed(NativePixels pixels, ImagePixel image, Target target)
      throws DicomException {
    int width = image.bitsAllocated() / 8;
    var fragments = new ArrayList<Value.Fragment>();
    fragments.add(fragment(new byte[0]));
    for (int number = 0; number < image.frames(); number++) {
      var samples =
          new SampleBuffer(
              image.columns(), image.rows(), image.samples(), width, pixels.frame(number).clone());
      try {
        byte[] coded =
            target == Target.RLE ? new RleEncoder().encode(samples) : jpegLs(samples, image);
        fragments.add(fragment(Arrays.copyOf(coded, (coded.length + 1) & ~1)));
      } catch (CodecException e) {
        var exception = new DicomException(Tag.PIXEL_DATA, e.sentence());
        exception.initCause(e);
        throw exception;
      }
    }
    return DataElement.of(
        Tag.PIXEL_DATA, Vr.OB, ByteOrder.LITTLE_ENDIAN, new Value.Fragments(fragments));
  }

  private static Value.Fragment fragment(byte[] bytes) {
    return new Value.Fragment(new Value.Bytes(bytes), Framing.NONE);
  }

  /// With as many bits as are stored, the sign left to the reader, where they say it all. Other
  /// toolkits expect more than 8 bits in samples of two bytes, and 8 in those of one.
  private static byte[] jpegLs(SampleBuffer samples, ImagePixel image)
      throws CodecException, DicomException {
    if (image.bitsAllocated() > 16) {
      throw new DicomException(
          Tag.BITS_ALLOCATED, Sentence.of("pixel.transcode.bits", image.bitsAllocated()));
    }
    int bits = image.bitsStored();
    boolean enough = bits > 8 && image.highBit() == bits - 1;
    int[] line = new int[samples.columns()];
    for (int row = 0; enough && row < samples.rows(); row++) {
      for (int component = 0; component < samples.components(); component++) {
        samples.getLine(row, component, line);
        enough &= isWithin(line, bits, image);
      }
    }
    int precision = enough ? bits : image.bitsAllocated();
    for (int row = 0; enough && row < samples.rows(); row++) {
      for (int component = 0; component < samples.components(); component++) {
        samples.getLine(row, component, line);
        for (int i = 0; i < line.length; i++) {
          line[i] &= (1 << bits) - 1;
        }
        samples.putLine(row, component, line);
      }
    }
    return new JpegLsEncoder(precision).encode(samples);
  }

  /// Whether every word is its lowest `bits`, the sign extended where there is one.
  private static boolean isWithin(int[] line, int bits, ImagePixel image) {
    int unused = image.bitsAllocated() - bits;
    int up = 32 - image.bitsAllocated();
    boolean within = true;
    for (int word : line) {
      int whole = (word << up) >> up;
      int low =
          image.signed()
              ? (word << (up + unused)) >> (up + unused)
              : (word << (up + unused)) >>> (up + unused);
      within &= image.signed() ? whole == low : word == low;
    }
    return within;
  }
}
