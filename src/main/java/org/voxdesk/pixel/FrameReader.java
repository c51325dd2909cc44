package org.voxdesk.pixel;

import java.util.List;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.text.Sentence;

/// Reads frames out of pixel data: native or compressed pixels of 1, 8, 16 and 32 bits allocated,
/// Float and Double Float Pixel Data.
public final class FrameReader {
  private final NativeFrames nativeFrames = new NativeFrames();
  private final CompressedFrames compressedFrames = new CompressedFrames();

  /// A reader that keeps the bytes of one frame as a scratch between calls, so that reading many
  /// frames allocates little more than their values. For one thread at a time.
  public FrameReader() {}

  /// The stored values of frame `number`, counted from 0.
  ///
  /// @throws DicomException if there is no such frame, it is compressed in a way that is not
  ///   supported, or its bytes are not all there
  public Frame read(DataSet dataSet, TransferSyntax syntax, int number) throws DicomException {
    ImagePixel image = supported(dataSet);
    DataElement pixelData = pixelData(dataSet);
    if (number < 0 || number >= image.frames()) {
      throw new DicomException(
          Tag.NUMBER_OF_FRAMES, Sentence.of("pixel.no.frame", number + 1, image.frames()));
    }
    RawFrame raw =
        pixelData.value() instanceof Value.Fragments fragments
            ? compressedFrames.read(dataSet, fragments, syntax, image, number)
            : nativeFrames.read(pixelData, image, number);
    return SampleReader.read(raw, image.withPhotometric(raw.photometric()), dataSet);
  }

  /// Sees that there is an image and, unless it is compressed, that all of it is there; reads no
  /// pixels, so that what is compressed can still turn out to be broken.
  ///
  /// @throws DicomException if something is missing, or the image is of a kind that is not
  ///   supported
  public static void check(DataSet dataSet) throws DicomException {
    ImagePixel image = supported(dataSet);
    DataElement pixelData = pixelData(dataSet);
    if (!(pixelData.value() instanceof Value.Fragments)) {
      NativeFrames.check(pixelData, image, image.frames() - 1);
    }
  }

  private static ImagePixel supported(DataSet dataSet) throws DicomException {
    ImagePixel image = ImagePixel.of(dataSet);
    if (!image.floating() && !List.of(1, 8, 16, 32).contains(image.bitsAllocated())) {
      throw new DicomException(
          Tag.BITS_ALLOCATED, Sentence.of("pixel.bits.unsupported", image.bitsAllocated()));
    }
    return image;
  }

  /// Pixel Data, Float Pixel Data or Double Float Pixel Data, of which an image has one.
  private static DataElement pixelData(DataSet dataSet) throws DicomException {
    return dataSet
        .get(Tag.PIXEL_DATA)
        .or(() -> dataSet.get(Tag.FLOAT_PIXEL_DATA))
        .or(() -> dataSet.get(Tag.DOUBLE_FLOAT_PIXEL_DATA))
        .orElseThrow(() -> new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.no.data")));
  }
}
