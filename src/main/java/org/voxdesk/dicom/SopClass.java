package org.voxdesk.dicom;

import java.util.List;

/// What SOP classes say about the modules of their objects (PS3.3 Annex A).
final class SopClass {
  private static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";
  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
  private static final String PET_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.128";

  /// Hanging protocols, colour palettes, implant templates: objects that are about no patient.
  private static final List<String> PATIENTLESS =
      List.of(
          "1.2.840.10008.5.1.4.38.1",
          "1.2.840.10008.5.1.4.39.1",
          "1.2.840.10008.5.1.4.43.1",
          "1.2.840.10008.5.1.4.44.1",
          "1.2.840.10008.5.1.4.45.1");

  private SopClass() {}

  private static String of(DataSet dataSet) {
    return dataSet.text(Tag.SOP_CLASS_UID).orElse("");
  }

  static boolean isCt(DataSet dataSet) {
    return of(dataSet).equals(Uids.CT_IMAGE_STORAGE);
  }

  static boolean isMr(DataSet dataSet) {
    return of(dataSet).equals(MR_IMAGE_STORAGE);
  }

  static boolean isCtOrMr(DataSet dataSet) {
    return isCt(dataSet) || isMr(dataSet);
  }

  /// True for the images of one plane in the patient: CT, MR, PET.
  static boolean isSlice(DataSet dataSet) {
    return isCtOrMr(dataSet) || of(dataSet).equals(PET_IMAGE_STORAGE);
  }

  /// True for secondary capture, single and multi-frame, whose equipment may be unknown (PS3.3
  /// A.8).
  static boolean isSecondaryCapture(DataSet dataSet) {
    return of(dataSet).equals(SECONDARY_CAPTURE) || of(dataSet).startsWith(SECONDARY_CAPTURE + ".");
  }

  static boolean isImage(DataSet dataSet) {
    return dataSet.contains(Tag.PIXEL_DATA)
        || Uids.name(of(dataSet)).filter(name -> name.endsWith("Image Storage")).isPresent();
  }

  static boolean hasPatient(DataSet dataSet) {
    return !dataSet.contains(Tag.DIRECTORY_RECORD_SEQUENCE) && !PATIENTLESS.contains(of(dataSet));
  }
}
