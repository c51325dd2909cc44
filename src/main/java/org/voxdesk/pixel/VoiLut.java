package org.voxdesk.pixel;

import java.util.List;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// A table from output values of the modality transform to brightness (PS3.3 C.11.2.1.1).
///
/// @param table its entries, from black, 0, to white, all bits set
/// @param explanation what it is for; empty where the file does not say
public record VoiLut(LookupTable table, String explanation) {
  private static final Tag VOI_LUT_SEQUENCE = Tag.of(0x0028, 0x3010);
  private static final Tag LUT_EXPLANATION = Tag.of(0x0028, 0x3003);

  /// The items of an image's VOI LUT Sequence.
  public static List<DataSet> items(DataSet dataSet) {
    return dataSet.items(VOI_LUT_SEQUENCE);
  }

  /// The table of one item. Its first input is negative where its VR says so, and also where the VR
  /// says otherwise but outputs of the image can be negative, as in CT.
  ///
  /// @throws DicomException if its descriptor makes no sense or its data is too short
  public static VoiLut of(DataSet item, ImagePixel image, ModalityTransform transform)
      throws DicomException {
    boolean declared =
        item.get(LookupTable.DESCRIPTOR).map(DataElement::vr).filter(Vr.SS::equals).isPresent();
    LookupTable table = LookupTable.of(item, declared || transform.least(image) < 0);
    return new VoiLut(table, item.text(LUT_EXPLANATION).orElse(""));
  }

  /// The brightness of an output value: 0 (black) to 1 (white).
  public double brightness(double value) {
    return Math.min(1, (double) table.at(value) / ((1 << table.bits()) - 1));
  }
}
