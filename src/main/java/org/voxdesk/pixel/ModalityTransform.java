package org.voxdesk.pixel;

import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// From stored values to what they mean, Hounsfield units for CT (PS3.3 C.11.1).
///
/// @param slope output units per stored unit, not 0
/// @param intercept the output of stored value 0
/// @param unit the unit of the output, such as `HU`; empty where it is not known
public record ModalityTransform(double slope, double intercept, String unit) {
  public static final ModalityTransform IDENTITY = new ModalityTransform(1, 0, "");

  /// The transform of an image; the identity where it states none.
  ///
  /// @throws DicomException if the slope is 0 or one of the two is no number
  public static ModalityTransform of(DataSet dataSet) throws DicomException {
    double slope = number(dataSet, Tag.RESCALE_SLOPE, 1);
    if (slope == 0) {
      throw new DicomException(Tag.RESCALE_SLOPE, Sentence.of("pixel.slope.zero"));
    }
    boolean ct = dataSet.text(Tag.MODALITY).orElse("").equals("CT");
    String unit = dataSet.text(Tag.RESCALE_TYPE).orElse(ct ? "HU" : "");
    return new ModalityTransform(
        slope, number(dataSet, Tag.RESCALE_INTERCEPT, 0), unit.equals("US") ? "" : unit);
  }

  private static double number(DataSet dataSet, Tag tag, double absent) throws DicomException {
    if (dataSet.texts(tag).stream().allMatch(String::isEmpty)) {
      return absent;
    }
    return dataSet
        .number(tag)
        .orElseThrow(() -> new DicomException(tag, Sentence.of("pixel.not.a.number", tag)));
  }

  public double apply(double stored) {
    return stored * slope + intercept;
  }

  /// The stored value whose output this is.
  public double invert(double output) {
    return (output - intercept) / slope;
  }
}
