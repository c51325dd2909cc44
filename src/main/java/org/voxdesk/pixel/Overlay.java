package org.voxdesk.pixel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// One overlay plane: bits that lie over the pixels of an image (PS3.3 C.9.2).
///
/// @param group 0x6000 to 0x601E
/// @param rows its rows, which need not be those of the image
/// @param columns its columns
/// @param top the image row, counted from 0, that its first row lies on; may be negative
/// @param left the image column that its first column lies on
/// @param frames how many frames it has
/// @param firstFrame the image frame, counted from 0, that its first frame belongs to; empty where
///   it has one frame that belongs to all
public record Overlay(
    int group, int rows, int columns, int top, int left, int frames, OptionalInt firstFrame) {
  private static final int ROWS = 0x0010;
  private static final int COLUMNS = 0x0011;
  private static final int NUMBER_OF_FRAMES = 0x0015;
  private static final int ORIGIN = 0x0050;
  private static final int IMAGE_FRAME_ORIGIN = 0x0051;
  private static final int DATA = 0x3000;

  /// More bits than any image has pixels.
  private static final long MOST_BITS = ImagePixel.MOST_BYTES;

  /// The groups in which a data set has an overlay.
  public static List<Integer> groups(DataSet dataSet) {
    return IntStream.range(0, 16)
        .map(i -> 0x6000 + 2 * i)
        .filter(
            group -> dataSet.contains(Tag.of(group, ROWS)) || dataSet.contains(Tag.of(group, DATA)))
        .boxed()
        .toList();
  }

  /// Whether one of the overlays of a data set is in unused bits of its pixels.
  static boolean isAnyEmbedded(DataSet dataSet) {
    return groups(dataSet).stream().anyMatch(group -> !dataSet.contains(Tag.of(group, DATA)));
  }

  /// The overlay of a group.
  ///
  /// @throws DicomException if its size or its frames make no sense
  public static Overlay of(DataSet dataSet, int group) throws DicomException {
    int rows = size(dataSet, Tag.of(group, ROWS));
    int columns = size(dataSet, Tag.of(group, COLUMNS));
    double[] origin = dataSet.numbers(Tag.of(group, ORIGIN));
    Tag frameCount = Tag.of(group, NUMBER_OF_FRAMES);
    int frames = dataSet.integer(frameCount).orElse(1);
    if (frames < 1) {
      throw new DicomException(frameCount, Sentence.of("pixel.overlay.number", frameCount, frames));
    }
    OptionalInt firstFrame = dataSet.integer(Tag.of(group, IMAGE_FRAME_ORIGIN));
    boolean all = firstFrame.isEmpty() && frames == 1;
    return new Overlay(
        group,
        rows,
        columns,
        origin.length < 2 ? 0 : start(origin[0]),
        origin.length < 2 ? 0 : start(origin[1]),
        frames,
        all ? OptionalInt.empty() : OptionalInt.of(firstFrame.orElse(1) - 1));
  }

  private static int size(DataSet dataSet, Tag tag) throws DicomException {
    int size = dataSet.integer(tag).orElse(0);
    if (size < 1 || size > 0xFFFF) {
      throw new DicomException(tag, Sentence.of("pixel.overlay.number", tag, size));
    }
    return size;
  }

  private static int start(double origin) {
    return (int) Math.clamp(origin, Short.MIN_VALUE, Short.MAX_VALUE) - 1;
  }

  /// Whether its bits are in unused bits of Pixel Data, as was once allowed, and not in data of its
  /// own.
  public boolean isEmbedded(DataSet dataSet) {
    return !dataSet.contains(Tag.of(group, DATA));
  }

  /// Sets those of `marks`, `[row * imageColumns + column]`, that the overlay has over image frame
  /// `frame`, counted from 0; what lies outside the image is left out.
  ///
  /// @throws DicomException if the overlay's data is too short
  public void mark(DataSet dataSet, int frame, byte[] marks, int imageRows, int imageColumns)
      throws DicomException {
    int own = frame - firstFrame.orElse(frame);
    if (own < 0 || own >= frames) {
      return;
    }
    long size = (long) rows * columns;
    if (size > MOST_BITS) {
      throw new DicomException(Sentence.of("pixel.too.big", columns, rows));
    }
    // Words of the other byte order are swapped in pairs, so begin with a whole one.
    long from = size * own / 16 * 2;
    int skipped = (int) (size * own - 8 * from);
    byte[] bytes = bits(dataSet, from, (int) ((skipped + size + 7) / 8));
    int lastRow = (int) Math.min(rows, (long) imageRows - top);
    int lastColumn = (int) Math.min(columns, (long) imageColumns - left);
    for (int row = Math.max(0, -top); row < lastRow; row++) {
      for (int column = Math.max(0, -left); column < lastColumn; column++) {
        int bit = skipped + row * columns + column;
        if ((bytes[bit >> 3] >> (bit & 7) & 1) != 0) {
          marks[(row + top) * imageColumns + column + left] = 1;
        }
      }
    }
  }

  /// At least `length` bytes of its data from `from`.
  private byte[] bits(DataSet dataSet, long from, int length) throws DicomException {
    Tag tag = Tag.of(group, DATA);
    Optional<DataElement> data = dataSet.get(tag);
    long there = data.map(DataElement::length).orElse(0L);
    if (data.isEmpty() || there < from + length) {
      throw new DicomException(tag, Sentence.of("pixel.lut.short", tag, there, from + length));
    }
    return ValueBytes.unpacked(data.get(), ValueBytes.read(data.get(), from, length + 1));
  }
}
