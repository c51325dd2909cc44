package org.voxdesk.pixel;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// A window that the file itself proposes (PS3.3 C.11.2.1.2).
///
/// @param center its centre, in output units of the modality transform
/// @param width its width, as its function allows
/// @param function how brightness grows between its ends
/// @param explanation what it is for; empty where the file does not say
public record FileWindow(double center, double width, VoiFunction function, String explanation) {
  /// The windows of an image, in its order; those with a width that their function does not allow
  /// are left out.
  public static List<FileWindow> of(DataSet dataSet) {
    double[] centers = dataSet.numbers(Tag.WINDOW_CENTER);
    double[] widths = dataSet.numbers(Tag.WINDOW_WIDTH);
    List<String> explanations = dataSet.texts(Tag.WINDOW_EXPLANATION);
    VoiFunction function = VoiFunction.of(dataSet);
    var windows = new ArrayList<FileWindow>();
    for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
      if (function.allows(widths[i])) {
        String explanation = i < explanations.size() ? explanations.get(i) : "";
        windows.add(new FileWindow(centers[i], widths[i], function, explanation));
      }
    }
    return windows;
  }
}
