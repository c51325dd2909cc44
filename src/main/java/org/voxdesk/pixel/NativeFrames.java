package org.voxdesk.pixel;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Finds a frame in native pixel data (PS3.5 8.1.1), where frames follow one another without any
/// gap, single bits included. Keeps the bytes of one frame as scratch.
final class NativeFrames {
  private byte[] scratch = new byte[0];

  /// Frame `number`, counted from 0, which the image has.
  ///
  /// @throws DicomException if its bytes are not all there or cannot be fetched
  RawFrame read(DataElement pixelData, ImagePixel image, int number) throws DicomException {
    check(pixelData, image, number);
    boolean subsampled = isSubsampled(pixelData, image);
    long bits = bits(pixelData, image);
    long start = product(bits, number);
    long end = product(bits, number + 1L);
    boolean swapped = isSwapped(pixelData, image);
    long first = swapped ? start / 8 & ~1L : start / 8;
    int length = (int) ((end + 7) / 8 - first);
    fetch(pixelData, first, swapped ? length + 1 & ~1 : length);
    if (swapped) {
      ValueBytes.swapPairs(scratch, (length + 1) & ~1);
    }
    if (start / 8 != first) {
      System.arraycopy(scratch, 1, scratch, 0, length - 1);
    }
    return new RawFrame(
        scratch,
        (int) (start % 8),
        pixelData.order(),
        image.planar() && !subsampled,
        subsampled,
        subsampled ? "YBR_FULL" : image.photometric());
  }

  /// Sees that frame `number` is there, without reading it.
  ///
  /// @throws DicomException if its bytes are not all there
  static void check(DataElement pixelData, ImagePixel image, int number) throws DicomException {
    long bits = bits(pixelData, image);
    long end = product(bits, number + 1L);
    long present = pixelData.length();
    if (end / 8 + (end % 8 == 0 ? 0 : 1) > present) {
      throw new DicomException(
          Tag.PIXEL_DATA,
          Sentence.of("pixel.truncated", present, product(bits, image.frames()) / 8));
    }
  }

  /// What a frame takes.
  private static long bits(DataElement pixelData, ImagePixel image) throws DicomException {
    return isSubsampled(pixelData, image) ? image.frameBits() / 3 * 2 : image.frameBits();
  }

  /// Samples of up to eight bits are swapped in pairs in words of the other byte order.
  private static boolean isSwapped(DataElement pixelData, ImagePixel image) {
    return pixelData.order() == ByteOrder.BIG_ENDIAN
        && pixelData.vr() == Vr.OW
        && image.bitsAllocated() <= 8;
  }

  /// Some files say YBR_FULL_422 of pixels that are not subsampled any more.
  private static boolean isSubsampled(DataElement pixelData, ImagePixel image)
      throws DicomException {
    return image.samples() == 3
        && image.photometric().equals("YBR_FULL_422")
        && image.columns() % 2 == 0
        && pixelData.length() < product(image.frameBits(), image.frames()) / 8;
  }

  /// Both are positive; the product of absurd ones is still more than any file has.
  private static long product(long bits, long count) {
    return count > 0 && bits > Long.MAX_VALUE / count ? Long.MAX_VALUE : bits * count;
  }

  /// Fills the scratch with `length` bytes from `first`, zeros after the end of the value.
  private void fetch(DataElement pixelData, long first, int length) throws DicomException {
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    int wanted = (int) Math.min(length, pixelData.length() - first);
    Arrays.fill(scratch, wanted, length, (byte) 0);
    ValueBytes.read(pixelData.value(), first, scratch, 0, wanted);
  }
}
