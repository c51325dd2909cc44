package org.voxdesk.pixel;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.text.Sentence;

/// The pixels of an image as native pixel data in little endian, colours by pixel, of even length:
/// decoded when they are asked for, a frame at a time, of which the last is kept while there is
/// memory to spare.
public final class NativePixels implements BulkData {
  private final DataSet dataSet;
  private final TransferSyntax syntax;
  private final ImagePixel image;
  private final int frameBytes;
  // Let go when memory is short: a whole series may be looked at through this.
  private SoftReference<Scratch> kept = new SoftReference<>(null);

  /// What is used again for the next frame.
  private static final class Scratch {
    private final FrameReader reader = new FrameReader();
    private final byte[] frame;
    private int number = -1;

    Scratch(int frameBytes) {
      this.frame = new byte[frameBytes];
    }
  }

  private NativePixels(DataSet dataSet, TransferSyntax syntax, ImagePixel image)
      throws DicomException {
    this.dataSet = dataSet;
    this.syntax = syntax;
    this.image = image;
    this.frameBytes = image.frameBytes();
  }

  /// The pixels of `dataSet`, which has 8, 16 or 32 bits allocated.
  ///
  /// @throws DicomException if it has no image, one of other samples, or one with an overlay among
  ///   the bits of its pixels
  public static NativePixels of(DataSet dataSet, TransferSyntax syntax) throws DicomException {
    ImagePixel image = ImagePixel.of(dataSet);
    if (image.floating() || image.bitsAllocated() % 8 != 0 || image.bitsAllocated() > 32) {
      throw new DicomException(
          Tag.BITS_ALLOCATED, Sentence.of("pixel.transcode.bits", image.bitsAllocated()));
    }
    if (Overlay.isAnyEmbedded(dataSet) && image.bitsStored() < image.bitsAllocated()) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.transcode.overlay"));
    }
    return new NativePixels(dataSet, syntax, image);
  }

  /// The bytes of one frame, in an array that is used again for the next.
  ///
  /// @throws DicomException if there is no such frame, or it cannot be decoded
  public synchronized byte[] frame(int wanted) throws DicomException {
    Scratch scratch = kept.get();
    if (scratch == null) {
      scratch = new Scratch(frameBytes);
      kept = new SoftReference<>(scratch);
    }
    if (scratch.number != wanted) {
      scratch.number = -1;
      put(scratch.reader.read(dataSet, syntax, wanted), scratch.frame);
      scratch.number = wanted;
    }
    return scratch.frame;
  }

  /// Values go where High Bit says.
  private static void put(Frame frame, byte[] bytes) {
    int up = frame.image().highBit() + 1 - frame.image().bitsStored();
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean words = frame.image().bitsAllocated() == 16;
    switch (frame.samples()) {
      case Samples.Shorts(short[] values, boolean signed) -> {
        for (int i = 0; i < values.length; i++) {
          int value = values[i] << up;
          if (words) {
            buffer.putShort(2 * i, (short) value);
          } else {
            bytes[i] = (byte) value;
          }
        }
      }
      case Samples.Ints(int[] values, boolean signed) -> {
        for (int i = 0; i < values.length; i++) {
          buffer.putInt(4 * i, values[i] << up);
        }
      }
      case Samples.Floats f -> throw new IllegalStateException("floating point pixels");
      case Samples.Doubles d -> throw new IllegalStateException("floating point pixels");
    }
  }

  @Override
  public long length() {
    return (pixelBytes() + 1) & ~1L;
  }

  private long pixelBytes() {
    return (long) frameBytes * image.frames();
  }

  @Override
  public synchronized void read(long offset, byte[] target, int targetOffset, int length)
      throws IOException {
    int there = Math.clamp(pixelBytes() - offset, 0, length);
    Arrays.fill(target, targetOffset + there, targetOffset + length, (byte) 0);
    int done = 0;
    while (done < there) {
      long at = offset + done;
      int within = (int) (at % frameBytes);
      int count = Math.min(there - done, frameBytes - within);
      try {
        System.arraycopy(
            frame((int) (at / frameBytes)), within, target, targetOffset + done, count);
      } catch (DicomException e) {
        throw new IOException(e.getMessage(), e);
      }
      done += count;
    }
  }
}
