package org.voxdesk.study;

import java.util.List;
import org.voxdesk.dicom.Tag;

/// One patient: at least one study.
///
/// @param id Patient ID; empty where the files have none
/// @param studies by date
public record Patient(String id, List<Study> studies) {
  public Patient {
    studies = List.copyOf(studies);
  }

  /// Patient Name as in the file; empty where there is none.
  public String name() {
    return studies.getFirst().series().getFirst().first().text(Tag.PATIENT_NAME);
  }
}
