package org.voxdesk.export;

import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.volume.SliceRange;

/// What all objects that are derived from one series share.
///
/// @param source the source; with a header
/// @param identifiers whose names they bear
/// @param version the version of this program
/// @param identity words that no other derived series has, for its UIDs
record DerivedContext(CubeSource source, Identifiers identifiers, String version, String identity) {
  DataSet header() {
    return source.header().orElseThrow();
  }

  String uid(String what) {
    return DerivedObject.uid("voxdesk derived " + what + " " + identity);
  }

  /// Patient, study, equipment and frame of reference. Pseudonymous, what the Basic Profile of
  /// PS3.15 Annex E lets be empty is empty, the patient's sex among it.
  DerivedObject begun() {
    boolean full = identifiers == Identifiers.FULL;
    var object = new DerivedObject();
    object.set("SpecificCharacterSet", "ISO_IR 192");
    object.set("PatientName", full ? text(Tag.PATIENT_NAME) : source.patient());
    object.set("PatientID", full ? text(Tag.PATIENT_ID) : source.patient());
    object.set("PatientBirthDate", full ? text(Tag.PATIENT_BIRTH_DATE) : "");
    object.set("PatientSex", full ? text(Tag.PATIENT_SEX) : "");
    if (!full) {
      object.set("PatientIdentityRemoved", "YES");
      object.set("DeidentificationMethod", "Voxdesk cube export, pseudonymous");
    }
    object.copy("StudyInstanceUID", header());
    object.set("StudyDate", full ? text(Tag.STUDY_DATE) : "");
    object.set("StudyTime", full ? text(Tag.STUDY_TIME) : "");
    object.set("StudyID", "");
    object.set("AccessionNumber", full ? text(Tag.ACCESSION_NUMBER) : "");
    object.set("ReferringPhysicianName", "");
    object.set("Manufacturer", "Voxdesk");
    object.set("ManufacturerModelName", "Voxdesk");
    object.set("DeviceSerialNumber", "0");
    object.set("SoftwareVersions", version);
    String frame = text(Tag.FRAME_OF_REFERENCE_UID);
    object.set("FrameOfReferenceUID", frame.isEmpty() ? uid("frame of reference") : frame);
    object.set("PositionReferenceIndicator", "");
    return object;
  }

  String text(Tag tag) {
    return header().text(tag).orElse("");
  }

  /// Names the images that something was made from, in the General Reference module (PS3.3 C.12.4)
  /// and, with their series, in that of Common Instance Reference (C.12.2). Nothing where it was
  /// made from none.
  void refer(DerivedObject object, SliceRange slices) {
    List<String> uids =
        source.sopInstanceUids().subList(slices.first(), slices.end()).stream().distinct().toList();
    if (uids.isEmpty()) {
      return;
    }
    String sopClass = text(Tag.SOP_CLASS_UID);
    object.items(
        "SourceImageSequence",
        uids.stream()
            .map(
                uid ->
                    DerivedObject.reference(sopClass, uid)
                        .items(
                            "PurposeOfReferenceCodeSequence",
                            DerivedObject.code(
                                "121322", "DCM", "Source image for image processing operation")))
            .toList());
    object.items(
        "ReferencedSeriesSequence",
        new DerivedObject()
            .items(
                "ReferencedInstanceSequence",
                uids.stream().map(uid -> DerivedObject.reference(sopClass, uid)).toList())
            .set("SeriesInstanceUID", source.seriesInstanceUid()));
  }
}
