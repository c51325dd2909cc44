package org.voxdesk.study;

import java.util.List;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// One series, or one part of a series whose images make several stacks, see [SeriesParts]: at
/// least one instance, in the order they are shown.
///
/// @param uid Series Instance UID, the same for all parts; empty where the files have none
/// @param part what sets this part apart from the others, a few words each, such as `acquisition
///   2`; none where the series is whole
/// @param instances slices along the normal where they have positions, then the rest by number
public record Series(String uid, List<Sentence> part, List<Instance> instances) {
  public Series {
    part = List.copyOf(part);
    instances = List.copyOf(instances);
  }

  /// A whole series.
  public Series(String uid, List<Instance> instances) {
    this(uid, List.of(), instances);
  }

  /// Whether there are other parts of the same series.
  public boolean isPart() {
    return !part.isEmpty();
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
