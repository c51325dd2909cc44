package org.voxdesk.export;

import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;

/// The DICOM objects that a cube was cut from.
///
/// @param seriesInstanceUid (0020,000E)
/// @param sopInstanceUids (0008,0018) of the slices, in the volume's order
/// @param header the header of one of them, for what derived DICOM objects take over; empty where
///   the source is no DICOM
/// @param patient the code of the patient, made with a [PatientKey]; empty where there is none
public record CubeSource(
    String seriesInstanceUid,
    List<String> sopInstanceUids,
    Optional<DataSet> header,
    String patient) {
  public CubeSource {
    sopInstanceUids = List.copyOf(sopInstanceUids);
  }

  /// A source of which nothing else is known.
  public CubeSource(String seriesInstanceUid, List<String> sopInstanceUids) {
    this(seriesInstanceUid, sopInstanceUids, Optional.empty(), "");
  }

  public CubeSource withHeader(DataSet dataSet) {
    return new CubeSource(seriesInstanceUid, sopInstanceUids, Optional.of(dataSet), patient);
  }

  public CubeSource withPatient(String code) {
    return new CubeSource(seriesInstanceUid, sopInstanceUids, header, code);
  }
}
