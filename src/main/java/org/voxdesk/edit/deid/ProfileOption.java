package org.voxdesk.edit.deid;

import java.util.Arrays;
import java.util.Optional;

/// An option of the Basic Application Level Confidentiality Profile (PS3.15 E.3), in the order of
/// the columns of Table E.1-1, with its code (PS3.16 CID 7050).
public enum ProfileOption {
  /// Private elements that are known to be safe stay, with the creators of their blocks.
  RETAIN_SAFE_PRIVATE("retain-safe-private", "113111", "Retain Safe Private Option"),
  RETAIN_UIDS("retain-uids", "113110", "Retain UIDs Option"),
  /// What tells the device apart stays; application entity titles do not, for they name the site.
  RETAIN_DEVICE_IDENTITY("retain-device", "113109", "Retain Device Identity Option"),
  RETAIN_INSTITUTION_IDENTITY("", "113112", "Retain Institution Identity Option"),
  RETAIN_PATIENT_CHARACTERISTICS(
      "retain-patient-characteristics", "113108", "Retain Patient Characteristics Option"),
  RETAIN_FULL_DATES(
      "retain-dates", "113106", "Retain Longitudinal Temporal Information Full Dates Option"),
  /// Dates are moved by the same number of days in all files of a patient; see [DateShift].
  RETAIN_MODIFIED_DATES(
      "modify-dates", "113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
  /// Descriptions stay without what identifies in them; see [IdentifyingWords].
  CLEAN_DESCRIPTORS("clean-descriptors", "113105", "Clean Descriptors Option"),
  CLEAN_STRUCTURED_CONTENT("", "113104", "Clean Structured Content Option"),
  CLEAN_GRAPHICS("", "113103", "Clean Graphics Option");

  private final String word;
  private final String code;
  private final String meaning;

  ProfileOption(String word, String code, String meaning) {
    this.word = word;
    this.code = code;
    this.meaning = meaning;
  }

  /// The option of this name on the command line and in recipes; empty when there is none.
  public static Optional<ProfileOption> of(String word) {
    return Arrays.stream(values()).filter(o -> o.isOffered() && o.word.equals(word)).findFirst();
  }

  /// Its name on the command line and in recipes, such as `retain-uids`.
  public String word() {
    return word;
  }

  /// False for the columns of the table that cannot be chosen here.
  public boolean isOffered() {
    return !word.isEmpty();
  }

  /// The code value, by scheme DCM.
  public String code() {
    return code;
  }

  /// The code meaning.
  public String meaning() {
    return meaning;
  }
}
