package org.voxdesk.dicom;

import java.util.Set;

/// The level of the DICOM information model that an attribute describes: the modules of PS3.3 C.7
/// that hold it decide. What no patient, study or series module holds belongs to the image.
public enum Level {
  PATIENT,
  STUDY,
  SERIES,
  IMAGE,
  META;

  /// General Study and Patient Study modules (PS3.3 C.7.2).
  private static final Set<Integer> STUDY_TAGS =
      Set.of(
          0x00080020,
          0x00080030,
          0x00080050,
          0x00080051,
          0x00080090,
          0x00080096,
          0x00081030,
          0x00081032,
          0x00081048,
          0x00081049,
          0x00081060,
          0x00081062,
          0x00081080,
          0x00081084,
          0x00081110,
          0x0008009C,
          0x0008009D,
          0x00101010,
          0x00101020,
          0x00101021,
          0x00101022,
          0x00101023,
          0x00101024,
          0x00101030,
          0x00102000,
          0x00102110,
          0x00102180,
          0x001021A0,
          0x001021B0,
          0x001021C0,
          0x001021D0,
          0x00102203,
          0x0020000D,
          0x00200010,
          0x00321032,
          0x00321033,
          0x00321060,
          0x00380010,
          0x00380014,
          0x00380020,
          0x00380050,
          0x00380060,
          0x00380500,
          0x00401012,
          0x00402016,
          0x00402017);

  /// Patient module (PS3.3 C.7.1.1), as far as it is outside group 0010.
  private static final Set<Integer> PATIENT_TAGS =
      Set.of(0x00081120, 0x00120062, 0x00120063, 0x00120064);

  /// General Series, General Equipment, Frame of Reference and CT/MR series attributes (PS3.3
  /// C.7.3.1, C.7.5.1, C.7.4.1).
  private static final Set<Integer> SERIES_TAGS =
      Set.of(
          0x00080021,
          0x00080031,
          0x00080060,
          0x00080068,
          0x00080070,
          0x00080080,
          0x00080081,
          0x00081010,
          0x0008103E,
          0x0008103F,
          0x00081040,
          0x00081041,
          0x00081050,
          0x00081052,
          0x00081070,
          0x00081072,
          0x00081090,
          0x00081111,
          0x00081250,
          0x00180015,
          0x00181000,
          0x00181002,
          0x00181008,
          0x00181020,
          0x00181030,
          0x00181050,
          0x00181200,
          0x00181201,
          0x00185100,
          0x0020000E,
          0x00200011,
          0x00200052,
          0x00200060,
          0x00201040,
          0x00280108,
          0x00280109,
          0x00280120,
          0x00400244,
          0x00400245,
          0x00400250,
          0x00400251,
          0x00400253,
          0x00400254,
          0x00400260,
          0x00400275,
          0x00400280);

  /// The level that the attribute `tag`, at the top of a data set, describes.
  public static Level of(Tag tag) {
    if (tag.isMeta()) {
      return META;
    }
    if (STUDY_TAGS.contains(tag.value())) {
      return STUDY;
    }
    if (tag.group() == 0x0010 || PATIENT_TAGS.contains(tag.value())) {
      return PATIENT;
    }
    return SERIES_TAGS.contains(tag.value()) ? SERIES : IMAGE;
  }
}
