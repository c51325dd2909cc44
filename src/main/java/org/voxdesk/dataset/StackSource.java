package org.voxdesk.dataset;

import org.voxdesk.dicom.Tag;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.PatientKey;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;

/// What cubes of a stack of slices are cut from, as their sidecars and derived images tell it.
public final class StackSource {
  private StackSource() {}

  /// The source of a stack.
  ///
  /// @param key makes the code of the patient
  public static CubeSource of(SliceStack stack, PatientKey key) {
    Slice first = stack.slices().getFirst();
    return new CubeSource(
            first.text(Tag.SERIES_INSTANCE_UID),
            stack.slices().stream().map(slice -> slice.text(Tag.SOP_INSTANCE_UID)).toList())
        .withHeader(first.dataSet())
        .withPatient(
            key.code(patientId(first.text(Tag.PATIENT_ID), first.text(Tag.SERIES_INSTANCE_UID))));
  }

  /// A patient's ID; of a scan without one, the series is all that is known of the patient.
  static String patientId(String id, String seriesUid) {
    return id.isBlank() ? seriesUid : id.strip();
  }
}
