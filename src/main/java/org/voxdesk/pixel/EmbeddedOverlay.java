package org.voxdesk.pixel;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.text.Sentence;

/// An overlay plane in a bit of the pixels that is not of their value (PS3.3 C.9.2 of 2004 and
/// before, retired): native pixels of 16 bits only.
public final class EmbeddedOverlay {
  private static final int BIT_POSITION = 0x0102;

  private EmbeddedOverlay() {}

  /// Sets those of `marks`, `[row * columns + column]`, whose pixel in image frame `frame`, counted
  /// from 0, has the bit of overlay group `group`.
  ///
  /// @throws DicomException if the bit is one of the value's, there is none, or the pixels are
  ///   compressed or not of 16 bits
  public static void mark(DataSet dataSet, int group, int frame, byte[] marks)
      throws DicomException {
    Tag position = Tag.of(group, BIT_POSITION);
    int bit = dataSet.integer(position).orElse(-1);
    ImagePixel image = ImagePixel.of(dataSet);
    DataElement pixelData =
        dataSet
            .get(Tag.PIXEL_DATA)
            .orElseThrow(() -> new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.no.data")));
    boolean ofValue = bit <= image.highBit() && bit > image.highBit() - image.bitsStored();
    boolean usable = image.bitsAllocated() == 16 && image.samples() == 1;
    if (bit < 0 || bit > 15 || ofValue || !usable || pixelData.value() instanceof Value.Fragments) {
      throw new DicomException(position, Sentence.of("pixel.overlay.embedded", position));
    }
    RawFrame raw = new NativeFrames().read(pixelData, image, frame);
    ShortBuffer words =
        ByteBuffer.wrap(raw.bytes(), 0, image.frameBytes()).order(raw.order()).asShortBuffer();
    for (int at = 0; at < marks.length; at++) {
      if ((words.get(at) >> bit & 1) != 0) {
        marks[at] = 1;
      }
    }
  }
}
