package org.voxdesk.annotation;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.voxdesk.volume.Lps;

/// One nodule, or one place that might be one.
///
/// @param seriesUid Series Instance UID of the scan it is in
/// @param centre in patient millimetres, LPS
/// @param diameterMm in millimetres; empty where nobody measured it
/// @param label what it is called, such as a class number; may be empty
/// @param characteristics of LIDC, each reader's rating by the name in the XML, such as
///   `malignancy`; empty in other formats
/// @param contours its outlines by reader, for a mask; empty in other formats
public record Annotation(
    String seriesUid,
    Lps centre,
    OptionalDouble diameterMm,
    String label,
    Map<String, List<Integer>> characteristics,
    List<LidcContour> contours) {
  public Annotation {
    characteristics = Map.copyOf(new TreeMap<>(characteristics));
    contours = List.copyOf(contours);
  }

  /// One without the details of LIDC.
  public static Annotation of(
      String seriesUid, Lps centre, OptionalDouble diameterMm, String label) {
    return new Annotation(seriesUid, centre, diameterMm, label, Map.of(), List.of());
  }
}
