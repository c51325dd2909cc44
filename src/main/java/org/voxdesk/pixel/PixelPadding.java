package org.voxdesk.pixel;

import java.util.Optional;
import java.util.OptionalDouble;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// The stored values that fill an image up to a rectangle and mean nothing (PS3.3 C.7.5.1.1.2).
///
/// @param value Pixel Padding Value
/// @param limit Pixel Padding Range Limit, the other end of the values, on either side; `value`
///   itself where the file gives none
public record PixelPadding(double value, double limit) {
  private static final Tag FLOAT_VALUE = Tag.of(0x0028, 0x0122);
  private static final Tag DOUBLE_VALUE = Tag.of(0x0028, 0x0123);
  private static final Tag FLOAT_LIMIT = Tag.of(0x0028, 0x0124);
  private static final Tag DOUBLE_LIMIT = Tag.of(0x0028, 0x0125);

  /// The padding of an image.
  public static Optional<PixelPadding> of(DataSet dataSet) {
    if (!dataSet.contains(Tag.PIXEL_DATA)) {
      boolean single = dataSet.contains(Tag.FLOAT_PIXEL_DATA);
      return of(
          dataSet.number(single ? FLOAT_VALUE : DOUBLE_VALUE),
          dataSet.number(single ? FLOAT_LIMIT : DOUBLE_LIMIT));
    }
    return of(
        stored(dataSet, Tag.PIXEL_PADDING_VALUE), stored(dataSet, Tag.PIXEL_PADDING_RANGE_LIMIT));
  }

  private static Optional<PixelPadding> of(OptionalDouble value, OptionalDouble limit) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new PixelPadding(value.getAsDouble(), limit.orElse(value.getAsDouble())));
  }

  /// Both have the sign of the pixels, whatever VR they were written with.
  private static OptionalDouble stored(DataSet dataSet, Tag tag) {
    OptionalDouble number = dataSet.number(tag);
    if (number.isEmpty()) {
      return number;
    }
    int word = (int) number.getAsDouble();
    boolean signed = dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    return OptionalDouble.of(signed ? (short) word : word & 0xFFFF);
  }

  /// Whether a stored value is padding.
  public boolean contains(double stored) {
    return stored >= Math.min(value, limit) && stored <= Math.max(value, limit);
  }
}
