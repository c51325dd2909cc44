package org.voxdesk.annotation;

import java.util.List;

/// One LIDC XML file: what up to four readers marked in one series.
///
/// @param seriesUid Series Instance UID
/// @param readings every reader's nodules, in the file's order
public record LidcReport(String seriesUid, List<LidcReading> readings) {
  public LidcReport {
    readings = List.copyOf(readings);
  }
}
