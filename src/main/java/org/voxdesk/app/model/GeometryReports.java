package org.voxdesk.app.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;

/// What has been found out about how the images of series lie: rows ask for it again and again, and
/// finding it out takes the longer the more images there are. Used from any thread; nobody waits
/// for what another finds out.
final class GeometryReports {
  private final Map<Series, GeometryReport> known =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /// The report of a series, found out where it is not known yet.
  GeometryReport of(Series series) {
    Optional<GeometryReport> before = Optional.ofNullable(known.get(series));
    return before.orElseGet(
        () -> {
          GeometryReport found = GeometryReport.of(series);
          known.put(series, found);
          return found;
        });
  }

  /// Forgets what it knows of all series but those of `library`.
  void keep(Library library) {
    Set<Series> open = Collections.newSetFromMap(new IdentityHashMap<>());
    open.addAll(library.series());
    known.keySet().removeIf(series -> !open.contains(series));
  }
}
