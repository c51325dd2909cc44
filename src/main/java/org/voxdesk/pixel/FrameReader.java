package org.voxdesk.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Reads frames out of native pixel data (PS3.5 8.1.1): 8 or 16 bits allocated.
public final class FrameReader {
  private byte[] scratch = new byte[0];

  /// A reader that keeps the bytes of one frame as a scratch between calls, so that reading many
  /// frames allocates little more than their values. For one thread at a time.
  public FrameReader() {}

  /// The stored values of frame `number`, counted from 0.
  ///
  /// @throws DicomException if there is no such frame, it is compressed in a way that is not
  ///   supported, or its bytes are not all there
  public Frame read(DataSet dataSet, TransferSyntax syntax, int number) throws DicomException {
    ImagePixel image = ImagePixel.of(dataSet);
    return new Frame(image, values(dataSet, syntax, image, number));
  }

  private short[] values(DataSet dataSet, TransferSyntax syntax, ImagePixel image, int number)
      throws DicomException {
    byte[] bytes = bytes(dataSet, syntax, image, number);
    int count = image.rows() * image.columns() * image.samples();
    short[] values = new short[count];
    DataElement pixelData = dataSet.get(Tag.PIXEL_DATA).orElseThrow();
    if (image.bitsAllocated() == 16) {
      ByteBuffer.wrap(bytes, 0, 2 * count).order(pixelData.order()).asShortBuffer().get(values);
    } else {
      int flip = isSwapped(pixelData) ? 1 : 0;
      int skip = (int) ((long) count * number & flip);
      for (int i = 0; i < count; i++) {
        values[i] = (short) (bytes[(i + skip) ^ flip] & 0xFF);
      }
    }
    takeStoredBits(values, image);
    return image.planar() && image.samples() > 1 ? interleaved(values, image) : values;
  }

  /// Bytes in words of the other byte order are swapped in pairs.
  private static boolean isSwapped(DataElement pixelData) {
    return pixelData.order() == ByteOrder.BIG_ENDIAN && pixelData.vr() == Vr.OW;
  }

  /// The bytes of one frame in the scratch; where bytes are swapped, from the first whole pair to
  /// the last, so that a frame that begins inside a pair has one byte in front of it.
  private byte[] bytes(DataSet dataSet, TransferSyntax syntax, ImagePixel image, int number)
      throws DicomException {
    DataElement pixelData =
        dataSet
            .get(Tag.PIXEL_DATA)
            .orElseThrow(() -> new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.no.data")));
    if (pixelData.value() instanceof Value.Fragments || syntax.encapsulated()) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.compressed", syntax.name()));
    }
    if (image.bitsAllocated() != 8 && image.bitsAllocated() != 16) {
      throw new DicomException(
          Tag.BITS_ALLOCATED, Sentence.of("pixel.bits.unsupported", image.bitsAllocated()));
    }
    if (number < 0 || number >= image.frames()) {
      throw new DicomException(
          Tag.NUMBER_OF_FRAMES, Sentence.of("pixel.no.frame", number + 1, image.frames()));
    }
    int length = image.frameBytes();
    long start = (long) length * number;
    long present = pixelData.length();
    if (start + length > present) {
      throw new DicomException(
          Tag.PIXEL_DATA, Sentence.of("pixel.truncated", present, (long) length * image.frames()));
    }
    long first = isSwapped(pixelData) ? start & ~1L : start;
    int room = ((int) (start - first) + length + 1) & ~1;
    if (scratch.length < room) {
      scratch = new byte[room];
    }
    byte[] bytes = scratch;
    int wanted = (int) Math.min(room, present - first);
    Arrays.fill(bytes, wanted, room, (byte) 0);
    try {
      switch (pixelData.value()) {
        case Value.Bulk bulk -> bulk.data().read(first, bytes, 0, wanted);
        default -> System.arraycopy(pixelData.bytes(), (int) first, bytes, 0, wanted);
      }
    } catch (IOException e) {
      var exception = new DicomException(Sentence.of("pixel.unreadable", e.getMessage()));
      exception.initCause(e);
      throw exception;
    }
    return bytes;
  }

  /// Only Bits Stored below High Bit count; the rest may hold overlays (PS3.5 8.1.1).
  private static void takeStoredBits(short[] values, ImagePixel image) {
    int stored = image.bitsStored();
    int down = image.highBit() + 1 - stored;
    if (image.bitsAllocated() == stored && (stored == 16 || !image.signed())) {
      return;
    }
    int up = 32 - stored - down;
    for (int i = 0; i < values.length; i++) {
      int shifted = values[i] << up;
      values[i] = (short) (image.signed() ? shifted >> (32 - stored) : shifted >>> (32 - stored));
    }
  }

  private static short[] interleaved(short[] planes, ImagePixel image) {
    int samples = image.samples();
    int pixels = planes.length / samples;
    short[] values = new short[planes.length];
    for (int sample = 0; sample < samples; sample++) {
      for (int i = 0; i < pixels; i++) {
        values[i * samples + sample] = planes[sample * pixels + i];
      }
    }
    return values;
  }
}
