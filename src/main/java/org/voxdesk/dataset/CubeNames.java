package org.voxdesk.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.export.Sha256;
import org.voxdesk.volume.Lps;

/// What the files of a nodule are called: a code of the series and the place, so that the name does
/// not depend on what else is in a list and says nothing of the patient.
final class CubeNames {
  private CubeNames() {}

  static String of(Annotation nodule) {
    String series =
        Sha256.hex(nodule.seriesUid().getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    Lps centre = nodule.centre();
    return String.format(
            Locale.ROOT, "%s_%.2f_%.2f_%.2f", series, centre.x(), centre.y(), centre.z())
        .replace("-0.00", "0.00");
  }
}
