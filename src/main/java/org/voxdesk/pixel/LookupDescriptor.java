package org.voxdesk.pixel;

import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// What a LUT Descriptor says (PS3.3 C.11.1.1 and C.7.6.3.1.5).
///
/// @param entries how many entries the table has, 1 to 65536
/// @param first the input value of the first entry
/// @param bits bits of an entry, 1 to 16
record LookupDescriptor(int entries, int first, int bits) {
  /// The descriptor in element `tag`. Files write it with either VR, so how many entries there are
  /// is always taken as unsigned.
  ///
  /// @param signed whether the first input value is two's complement
  /// @throws DicomException if it is absent or makes no sense
  static LookupDescriptor of(DataSet dataSet, Tag tag, boolean signed) throws DicomException {
    double[] numbers = dataSet.numbers(tag);
    if (numbers.length < 3) {
      throw new DicomException(tag, Sentence.of("pixel.lut.descriptor", tag));
    }
    int entries = (int) numbers[0] & 0xFFFF;
    int word = (int) numbers[1];
    int bits = (int) numbers[2];
    if (bits < 1 || bits > 16) {
      throw new DicomException(tag, Sentence.of("pixel.lut.bits", tag, bits));
    }
    return new LookupDescriptor(
        entries == 0 ? 1 << 16 : entries, signed ? (short) word : word & 0xFFFF, bits);
  }
}
