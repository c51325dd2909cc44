package org.voxdesk.pixel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// A table of unsigned output values for consecutive input values; inputs before the first entry
/// get that one, inputs after the last entry the last (PS3.3 C.11.1.1). Immutable.
public final class LookupTable {
  /// Of the item of a Modality or VOI LUT Sequence.
  static final Tag DESCRIPTOR = Tag.of(0x0028, 0x3002);

  static final Tag DATA = Tag.of(0x0028, 0x3006);

  private final int first;
  private final int bits;
  private final short[] entries;

  private LookupTable(int first, int bits, short[] entries) {
    this.first = first;
    this.bits = bits;
    this.entries = entries;
  }

  /// A table of these entries, which are unsigned and shared.
  ///
  /// @throws IllegalArgumentException if there are none, or too many
  static LookupTable of(LookupDescriptor descriptor, short[] entries) {
    if (entries.length < 1 || entries.length > 1 << 16) {
      throw new IllegalArgumentException(entries.length + " entries");
    }
    return new LookupTable(descriptor.first(), descriptor.bits(), entries);
  }

  /// The table in the item of a Modality or VOI LUT Sequence.
  ///
  /// @param signed whether the first input value is two's complement
  /// @throws DicomException if its descriptor makes no sense or its data is too short
  static LookupTable of(DataSet item, boolean signed) throws DicomException {
    LookupDescriptor descriptor = LookupDescriptor.of(item, DESCRIPTOR, signed);
    return of(descriptor, entries(descriptor, item.get(DATA), DATA));
  }

  /// The entries in a data element: a word each, or a byte each where 8 bits are said to do.
  ///
  /// @throws DicomException if there are not enough of them
  static short[] entries(LookupDescriptor descriptor, Optional<DataElement> data, Tag tag)
      throws DicomException {
    int count = descriptor.entries();
    byte[] bytes = data.isPresent() ? ValueBytes.read(data.get(), 0, 2 * count) : new byte[0];
    short[] entries = new short[count];
    if (bytes.length == 2 * count) {
      ByteBuffer.wrap(bytes).order(data.get().order()).asShortBuffer().get(entries);
      return entries;
    }
    if (descriptor.bits() > 8 || bytes.length < count) {
      int needed = descriptor.bits() > 8 ? 2 * count : count;
      throw new DicomException(tag, Sentence.of("pixel.lut.short", tag, bytes.length, needed));
    }
    byte[] single = ValueBytes.unpacked(data.get(), bytes);
    for (int i = 0; i < count; i++) {
      entries[i] = (short) (single[i] & 0xFF);
    }
    return entries;
  }

  /// The output for the input value nearest to `input`.
  public int at(double input) {
    double place = Math.floor(input - first + 0.5);
    int last = entries.length - 1;
    int index = place >= last ? last : Math.max(0, (int) place);
    return entries[index] & 0xFFFF;
  }

  /// The first input value whose output is nearest to `output`.
  public int inputOf(double output) {
    int best = 0;
    for (int i = 1; i < entries.length; i++) {
      if (Math.abs((entries[i] & 0xFFFF) - output) < Math.abs((entries[best] & 0xFFFF) - output)) {
        best = i;
      }
    }
    return first + best;
  }

  /// The input value of the first entry.
  public int first() {
    return first;
  }

  /// How many entries there are, 1 to 65536.
  public int size() {
    return entries.length;
  }

  /// Bits of an entry, 1 to 16, as the file says.
  public int bits() {
    return bits;
  }

  /// The largest output.
  public int most() {
    int most = 0;
    for (short entry : entries) {
      most = Math.max(most, entry & 0xFFFF);
    }
    return most;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LookupTable table
        && first == table.first
        && bits == table.bits
        && Arrays.equals(entries, table.entries);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * first + bits) + entries.length;
  }
}
