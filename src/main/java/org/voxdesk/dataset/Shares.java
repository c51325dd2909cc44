package org.voxdesk.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.annotation.LidcReading;
import org.voxdesk.annotation.LidcReport;

/// How the nodules of annotations are shared among machines: they lie in a line, series after
/// series in the order of their UIDs, and the line is cut into equal lengths. So all shares are
/// equal but for one cube, a series lies in one share or in neighbouring ones, and every machine
/// that has the same annotations cuts alike, whatever scans it has.
///
/// Of a LIDC report the annotations alone do not say how many nodules its readers' outlines make:
/// it is as long as the reader with the most nodules has it, and its nodules are spread over that
/// length.
final class Shares {
  /// Where a series lies on the line.
  private record Stretch(double start, double length) {}

  private final Map<String, Stretch> stretches = new HashMap<>();
  private final Shard shard;
  private final double total;

  Shares(Annotations annotations, Shard shard) {
    this.shard = shard;
    Map<String, Integer> lengths = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (Annotation nodule : annotations.nodules()) {
      if (names.add(CubeNames.of(nodule))) {
        lengths.merge(nodule.seriesUid(), 1, Integer::sum);
      }
    }
    for (LidcReport report : annotations.reports()) {
      lengths.merge(report.seriesUid(), length(report), Integer::sum);
    }
    double at = 0;
    for (Map.Entry<String, Integer> series : lengths.entrySet()) {
      stretches.put(series.getKey(), new Stretch(at, series.getValue()));
      at += series.getValue();
    }
    total = at;
  }

  private static int length(LidcReport report) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (LidcReading reading : report.readings()) {
      counts.merge(reading.reader(), 1, Integer::sum);
    }
    return counts.values().stream().max(Integer::compare).orElse(1);
  }

  /// Whether some of a series may be in this share.
  boolean reaches(String seriesUid) {
    Stretch stretch = stretches.get(seriesUid);
    return stretch != null
        && share(stretch.start()) <= shard.index()
        && share(Math.nextDown(stretch.start() + stretch.length())) >= shard.index();
  }

  /// Whether a nodule is in this share.
  ///
  /// @param number which of the nodules of its series, from 0
  /// @param count how many these are
  boolean has(String seriesUid, int number, int count) {
    Stretch stretch = stretches.get(seriesUid);
    return stretch != null
        && share(stretch.start() + (number + 0.5) / count * stretch.length()) == shard.index();
  }

  private int share(double at) {
    return Math.min(shard.count(), (int) (at * shard.count() / total) + 1);
  }
}
