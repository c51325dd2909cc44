package org.voxdesk.pixel;

import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// VOI LUT Function: how a window's centre and width make brightness (PS3.3 C.11.2.1.2 and
/// C.11.2.1.3).
public enum VoiFunction {
  /// From centre - 0.5 - (width - 1) / 2 to centre - 0.5 + (width - 1) / 2; widths of at least 1.
  LINEAR,
  /// From centre - width / 2 to centre + width / 2.
  LINEAR_EXACT,
  /// 1 / (1 + exp(-4 (value - centre) / width)).
  SIGMOID;

  private static final Tag VOI_LUT_FUNCTION = Tag.of(0x0028, 0x1056);

  /// The function of an image's windows; the linear one where it names none that exists.
  public static VoiFunction of(DataSet dataSet) {
    return switch (dataSet.text(VOI_LUT_FUNCTION).orElse("")) {
      case "LINEAR_EXACT" -> LINEAR_EXACT;
      case "SIGMOID" -> SIGMOID;
      default -> LINEAR;
    };
  }

  /// Whether a window may be that wide.
  public boolean allows(double width) {
    return Double.isFinite(width) && (this == LINEAR ? width >= 1 : width > 0);
  }
}
