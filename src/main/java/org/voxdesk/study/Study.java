package org.voxdesk.study;

import java.util.List;
import org.voxdesk.dicom.Tag;

/// One study: at least one series.
///
/// @param uid Study Instance UID; empty where the files have none
/// @param series by series number; the parts of a series one after another, the greatest first
public record Study(String uid, List<Series> series) {
  public Study {
    series = List.copyOf(series);
  }

  /// Study Date as in the file, YYYYMMDD; empty where there is none.
  public String date() {
    return series.getFirst().first().text(Tag.STUDY_DATE);
  }

  public String description() {
    return series.getFirst().first().text(Tag.STUDY_DESCRIPTION);
  }
}
