package org.voxdesk.export;

import java.util.Locale;

/// Which identifiers go into what is exported.
public enum Identifiers {
  /// UIDs of the data as they are, so that it can be traced by who has it; the patient as a code
  /// made from the ID, no name, no birth date, no dates of the study.
  PSEUDONYMOUS,
  /// Name and ID of the patient, too, where the format has a place for them.
  FULL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
