package org.voxdesk.export;

import java.util.List;

/// The DICOM objects that a cube was cut from: identifiers of data, not of the patient.
///
/// @param seriesInstanceUid (0020,000E)
/// @param sopInstanceUids (0008,0018) of the slices, in the volume's order
public record CubeSource(String seriesInstanceUid, List<String> sopInstanceUids) {
  public CubeSource {
    sopInstanceUids = List.copyOf(sopInstanceUids);
  }
}
