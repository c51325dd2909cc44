package org.voxdesk.pixel;

import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// From stored values to what they mean, Hounsfield units for CT (PS3.3 C.11.1).
///
/// @param slope output units per stored unit, not 0
/// @param intercept the output of stored value 0
/// @param table takes the place of slope and intercept where the file has one
/// @param unit the unit of the output, such as `HU`; empty where it is not known
public record ModalityTransform(
    double slope, double intercept, Optional<LookupTable> table, String unit) {
  public static final ModalityTransform IDENTITY = new ModalityTransform(1, 0, "");

  private static final Tag MODALITY_LUT_SEQUENCE = Tag.of(0x0028, 0x3000);
  private static final Tag MODALITY_LUT_TYPE = Tag.of(0x0028, 0x3004);

  /// A transform without a table.
  public ModalityTransform(double slope, double intercept, String unit) {
    this(slope, intercept, Optional.empty(), unit);
  }

  /// The transform of an image; the identity where it states none.
  ///
  /// @throws DicomException if the slope is 0, one of the two is no number, or there is a table
  ///   whose descriptor makes no sense or whose data is too short
  public static ModalityTransform of(DataSet dataSet) throws DicomException {
    List<DataSet> items = dataSet.items(MODALITY_LUT_SEQUENCE);
    if (!items.isEmpty()) {
      DataSet item = items.getFirst();
      boolean signed = dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
      String unit = item.text(MODALITY_LUT_TYPE).orElse("");
      return new ModalityTransform(
          1, 0, Optional.of(LookupTable.of(item, signed)), specified(unit));
    }
    double slope = number(dataSet, Tag.RESCALE_SLOPE, 1);
    if (slope == 0) {
      throw new DicomException(Tag.RESCALE_SLOPE, Sentence.of("pixel.slope.zero"));
    }
    String unit = dataSet.text(Tag.RESCALE_TYPE).orElse(isHounsfield(dataSet) ? "HU" : "");
    return new ModalityTransform(slope, number(dataSet, Tag.RESCALE_INTERCEPT, 0), specified(unit));
  }

  /// CT that says how to get there: a scanner's own numbers are no Hounsfield units.
  private static boolean isHounsfield(DataSet dataSet) {
    return dataSet.text(Tag.MODALITY).orElse("").equals("CT")
        && !isAbsent(dataSet, Tag.RESCALE_SLOPE)
        && !isAbsent(dataSet, Tag.RESCALE_INTERCEPT);
  }

  private static boolean isAbsent(DataSet dataSet, Tag tag) {
    return dataSet.texts(tag).stream().allMatch(String::isEmpty);
  }

  private static String specified(String unit) {
    return unit.equals("US") ? "" : unit;
  }

  private static double number(DataSet dataSet, Tag tag, double absent) throws DicomException {
    if (isAbsent(dataSet, tag)) {
      return absent;
    }
    return dataSet
        .number(tag)
        .orElseThrow(() -> new DicomException(tag, Sentence.of("pixel.not.a.number", tag)));
  }

  public double apply(double stored) {
    return table.isPresent() ? table.get().at(stored) : stored * slope + intercept;
  }

  /// The stored value whose output this is; with a table, the first one whose output is nearest.
  public double invert(double output) {
    return table.isPresent() ? table.get().inputOf(output) : (output - intercept) / slope;
  }

  /// Whether greater stored values always have greater outputs, which a table does not promise.
  public boolean isIncreasing() {
    return table.isEmpty() && slope > 0;
  }

  /// Whether whole stored values have whole outputs.
  public boolean isWhole() {
    return table.isPresent() || (slope == Math.rint(slope) && intercept == Math.rint(intercept));
  }

  /// The smallest output that the stored bits of an image can have.
  double least(ImagePixel image) {
    if (table.isPresent()) {
      return 0;
    }
    int bits = image.bitsStored();
    double low = image.signed() ? -Math.scalb(1.0, bits - 1) : 0;
    double high = Math.scalb(1.0, image.signed() ? bits - 1 : bits) - 1;
    return Math.min(apply(low), apply(high));
  }
}
