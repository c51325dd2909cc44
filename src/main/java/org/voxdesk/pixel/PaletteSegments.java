package org.voxdesk.pixel;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.text.Sentence;

/// Expands a Segmented Palette Color Lookup Table (PS3.3 C.7.9.2). Each segment is an opcode, a
/// length and values of 8 or 16 bits, all of the same size.
final class PaletteSegments {
  private static final int DISCRETE = 0;
  private static final int LINEAR = 1;
  private static final int INDIRECT = 2;

  private final DataElement element;
  private final boolean wide;
  private final int[] units;
  private final short[] entries;
  private int filled;

  /// @throws DicomException if the data cannot be fetched
  PaletteSegments(LookupDescriptor descriptor, DataElement element) throws DicomException {
    this.element = element;
    this.wide = descriptor.bits() > 8;
    this.units = units(element, wide, most(descriptor.entries()));
    this.entries = new short[descriptor.entries()];
  }

  /// No sensible table is longer: a discrete segment of three units for each entry.
  private static int most(int entries) {
    return 2 * 3 * entries + 16;
  }

  private static int[] units(DataElement element, boolean wide, int most) throws DicomException {
    byte[] bytes = ValueBytes.read(element, 0, most);
    if (!wide) {
      byte[] single = ValueBytes.unpacked(element, bytes);
      int[] units = new int[single.length];
      for (int i = 0; i < units.length; i++) {
        units[i] = single[i] & 0xFF;
      }
      return units;
    }
    ShortBuffer words = ByteBuffer.wrap(bytes).order(element.order()).asShortBuffer();
    int[] units = new int[words.remaining()];
    for (int i = 0; i < units.length; i++) {
      units[i] = words.get(i) & 0xFFFF;
    }
    return units;
  }

  /// As many entries as the descriptor says.
  ///
  /// @throws DicomException if the segments give fewer, or one of them makes no sense
  short[] expand() throws DicomException {
    int at = 0;
    while (filled < entries.length) {
      at = segment(at, true);
    }
    return entries;
  }

  /// Carries out the segment that begins at unit `at`.
  ///
  /// @param indirect whether it may refer to others, which those it refers to may not
  /// @return where the next one begins
  private int segment(int at, boolean indirect) throws DicomException {
    int length = unit(at + 1);
    if (length == 0) {
      throw senseless(at);
    }
    return switch (unit(at)) {
      case DISCRETE -> {
        for (int i = 0; i < length; i++) {
          put(unit(at + 2 + i));
        }
        yield at + 2 + length;
      }
      case LINEAR -> {
        line(length, unit(at + 2));
        yield at + 3;
      }
      case INDIRECT -> {
        if (!indirect) {
          throw senseless(at);
        }
        int from = target(at + 2);
        for (int i = 0; i < length && filled < entries.length; i++) {
          from = segment(from, false);
        }
        yield at + (wide ? 4 : 6);
      }
      default -> throw senseless(at);
    };
  }

  /// Entries from, but without, the last one there is to `end`.
  private void line(int length, int end) throws DicomException {
    if (filled == 0) {
      throw senseless(0);
    }
    double start = entries[filled - 1] & 0xFFFF;
    for (int i = 1; i <= length; i++) {
      put((int) Math.rint(start + (end - start) * i / length));
    }
  }

  /// The unit that a byte offset of four bytes, low ones first, leads to.
  private int target(int at) throws DicomException {
    long offset = 0;
    int count = wide ? 2 : 4;
    for (int i = 0; i < count; i++) {
      offset |= (long) unit(at + i) << (i * (wide ? 16 : 8));
    }
    long unit = wide ? offset / 2 : offset;
    if (unit >= units.length) {
      throw senseless(at);
    }
    return (int) unit;
  }

  private void put(int value) {
    if (filled < entries.length) {
      entries[filled++] = (short) value;
    }
  }

  private int unit(int at) throws DicomException {
    if (at >= units.length) {
      throw senseless(at);
    }
    return units[at];
  }

  private DicomException senseless(int at) {
    return new DicomException(
        element.tag(), Sentence.of("pixel.palette.segment", element.tag(), wide ? 2 * at : at));
  }
}
