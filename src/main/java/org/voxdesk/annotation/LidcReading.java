package org.voxdesk.annotation;

import java.util.List;
import java.util.Map;

/// What one reader of LIDC said of one nodule.
///
/// @param reader which of the readers, from 0
/// @param id the reader's own name for it
/// @param characteristics ratings by name; none for nodules under 3 mm
/// @param contours its outlines; a single point each for nodules under 3 mm
public record LidcReading(
    int reader, String id, Map<String, Integer> characteristics, List<LidcContour> contours) {
  public LidcReading {
    characteristics = Map.copyOf(characteristics);
    contours = List.copyOf(contours);
  }
}
