package org.voxdesk.pixel;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// A window that the file itself proposes (PS3.3 C.11.2.1.2).
///
/// @param center its centre, in output units of the modality transform
/// @param width its width, as its function allows
/// @param function how brightness grows between its ends
/// @param explanation what it is for; empty where the file does not say
public record FileWindow(double center, double width, VoiFunction function, String explanation) {
  /// No value of an image lies further out: a window that is wider, or is centred there, says
  /// nothing.
  private static final double MOST = 1e12;

  /// The windows of an image, in its order; those with a width that their function does not allow
  /// are left out, see [#unusable].
  public static List<FileWindow> of(DataSet dataSet) {
    double[] centers = dataSet.numbers(Tag.WINDOW_CENTER);
    double[] widths = dataSet.numbers(Tag.WINDOW_WIDTH);
    List<String> explanations = dataSet.texts(Tag.WINDOW_EXPLANATION);
    VoiFunction function = VoiFunction.of(dataSet);
    var windows = new ArrayList<FileWindow>();
    for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
      if (isUsable(function, centers[i], widths[i])) {
        String explanation = i < explanations.size() ? explanations.get(i) : "";
        windows.add(new FileWindow(centers[i], widths[i], function, explanation));
      }
    }
    return windows;
  }

  /// What an image has in the place of windows that cannot be used, as it is written.
  public static List<Sentence> unusable(DataSet dataSet) {
    List<String> centers = dataSet.texts(Tag.WINDOW_CENTER);
    List<String> widths = dataSet.texts(Tag.WINDOW_WIDTH);
    VoiFunction function = VoiFunction.of(dataSet);
    var sentences = new ArrayList<Sentence>();
    for (int i = 0; i < Math.max(centers.size(), widths.size()); i++) {
      String center = i < centers.size() ? centers.get(i).strip() : "";
      String width = i < widths.size() ? widths.get(i).strip() : "";
      boolean none = center.isEmpty() && width.isEmpty();
      if (!none && !isUsable(function, number(center), number(width))) {
        sentences.add(Sentence.of("pixel.window", center, width));
      }
    }
    return sentences;
  }

  private static boolean isUsable(VoiFunction function, double center, double width) {
    return Math.abs(center) <= MOST && width <= MOST && function.allows(width);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
