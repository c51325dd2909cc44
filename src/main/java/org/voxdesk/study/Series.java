package org.voxdesk.study;

import java.util.List;
import org.voxdesk.dicom.Tag;

/// One series: at least one instance, in the order they are shown.
///
/// @param uid Series Instance UID; empty where the files have none
/// @param instances slices along the normal where they have positions, then the rest by number
public record Series(String uid, List<Instance> instances) {
  public Series {
    instances = List.copyOf(instances);
  }

  public String description() {
    return first().text(Tag.SERIES_DESCRIPTION);
  }

  public String modality() {
    return first().text(Tag.MODALITY);
  }

  public String number() {
    return first().text(Tag.SERIES_NUMBER);
  }

  /// The instance that speaks for the series.
  public Instance first() {
    return instances.getFirst();
  }
}
