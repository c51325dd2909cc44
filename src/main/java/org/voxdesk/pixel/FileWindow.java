package org.voxdesk.pixel;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// A window that the file itself proposes (PS3.3 C.11.2.1.2).
///
/// @param center its centre, in output units of the modality transform
/// @param width its width, at least 1
/// @param explanation what it is for; empty where the file does not say
public record FileWindow(double center, double width, String explanation) {
  /// The windows of an image, in its order; those with a width below 1 are left out.
  public static List<FileWindow> of(DataSet dataSet) {
    double[] centers = dataSet.numbers(Tag.WINDOW_CENTER);
    double[] widths = dataSet.numbers(Tag.WINDOW_WIDTH);
    List<String> explanations = dataSet.texts(Tag.WINDOW_EXPLANATION);
    var windows = new ArrayList<FileWindow>();
    for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
      if (widths[i] >= 1) {
        String explanation = i < explanations.size() ? explanations.get(i) : "";
        windows.add(new FileWindow(centers[i], widths[i], explanation));
      }
    }
    return windows;
  }
}
