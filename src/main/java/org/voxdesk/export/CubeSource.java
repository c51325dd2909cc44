package org.voxdesk.export;

import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;

/// The DICOM objects, or the pictures, that a cube was cut from.
///
/// @param seriesInstanceUid (0020,000E); empty of pictures
/// @param sopInstanceUids (0008,0018) of the slices, in the volume's order; none of pictures
/// @param header the header of one of them, for what derived DICOM objects take over; empty where
///   the source is no DICOM
/// @param patient the code of the patient, made with a [PatientKey]; empty where there is none
/// @param pictures the slices, in the volume's order, where they are pictures, which lie in no
///   patient's space and have no millimetres; none of DICOM
public record CubeSource(
    String seriesInstanceUid,
    List<String> sopInstanceUids,
    Optional<DataSet> header,
    String patient,
    List<PictureFile> pictures) {
  public CubeSource {
    sopInstanceUids = List.copyOf(sopInstanceUids);
    pictures = List.copyOf(pictures);
  }

  /// A source of which nothing else is known.
  public CubeSource(String seriesInstanceUid, List<String> sopInstanceUids) {
    this(seriesInstanceUid, sopInstanceUids, Optional.empty(), "", List.of());
  }

  /// A stack of pictures, none of whose voxels is resampled.
  public static CubeSource ofPictures(List<PictureFile> pictures) {
    return new CubeSource("", List.of(), Optional.empty(), "", pictures);
  }

  public CubeSource withHeader(DataSet dataSet) {
    return new CubeSource(
        seriesInstanceUid, sopInstanceUids, Optional.of(dataSet), patient, pictures);
  }

  public CubeSource withPatient(String code) {
    return new CubeSource(seriesInstanceUid, sopInstanceUids, header, code, pictures);
  }

  boolean isPictures() {
    return !pictures.isEmpty();
  }
}
