package org.voxdesk.pixel;

import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;

/// The colours of a PALETTE COLOR image (PS3.3 C.7.6.3.1.5 and C.7.9): a table each for red, green
/// and blue, plain or segmented. Supplemental palettes, which colour part of a grey image, are not
/// among them.
public final class Palette {
  private static final int RED_DESCRIPTOR = 0x1101;
  private static final int RED_DATA = 0x1201;
  private static final int RED_SEGMENTS = 0x1221;

  private final LookupTable red;
  private final LookupTable green;
  private final LookupTable blue;
  private final int bits;

  private Palette(LookupTable red, LookupTable green, LookupTable blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.bits = bits(red, green, blue);
  }

  /// The palette of an image.
  ///
  /// @throws DicomException if one of its tables is absent or makes no sense
  public static Palette of(DataSet dataSet) throws DicomException {
    return new Palette(channel(dataSet, 0), channel(dataSet, 1), channel(dataSet, 2));
  }

  private static LookupTable channel(DataSet dataSet, int number) throws DicomException {
    boolean signed = dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    LookupDescriptor descriptor =
        LookupDescriptor.of(dataSet, Tag.of(0x0028, RED_DESCRIPTOR + number), signed);
    Tag plain = Tag.of(0x0028, RED_DATA + number);
    Tag segmented = Tag.of(0x0028, RED_SEGMENTS + number);
    Optional<DataElement> segments = dataSet.get(segmented);
    if (segments.isPresent() && !dataSet.contains(plain)) {
      return LookupTable.of(descriptor, new PaletteSegments(descriptor, segments.get()).expand());
    }
    return LookupTable.of(descriptor, LookupTable.entries(descriptor, dataSet.get(plain), plain));
  }

  /// How many bits the brightest entry really takes to be white: files that say 16 bits may hold 8
  /// all the same, and the other way round.
  private static int bits(LookupTable red, LookupTable green, LookupTable blue) {
    int most = Math.max(red.most(), Math.max(green.most(), blue.most()));
    int said = Math.max(red.bits(), Math.max(green.bits(), blue.bits()));
    if (most <= 0xFF) {
      return 8;
    }
    return most >= 1 << said ? 16 : said;
  }

  /// The colour of a stored value as 0xRRGGBB, 8 bits a channel.
  public int rgb(double stored) {
    return eight(red.at(stored)) << 16 | eight(green.at(stored)) << 8 | eight(blue.at(stored));
  }

  private int eight(int entry) {
    return entry >> (bits - 8);
  }
}
