package org.voxdesk.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The conditions of type 1C and 2C attributes that the data set itself decides; each is named in
/// the table as here, in small letters with hyphens.
enum ModuleCondition {
  ANIMAL,
  RESPONSIBLE_PERSON,
  IDENTITY_REMOVED_WITHOUT_CODES,
  /// Patient Position is required for CT and MR images, unless the orientation is coded (PS3.3
  /// C.7.3.1).
  CT_OR_MR,
  PADDING_RANGE,
  /// Orientation and position in the patient are neither required nor there.
  NO_IMAGE_PLANE,
  LOSSY,
  SEVERAL_SAMPLES,
  /// Neither a provider nor floating point numbers stand for Pixel Data.
  NO_PIXEL_DATA_ELSEWHERE,
  PALETTE,
  PALETTE_NOT_SEGMENTED,
  MULTI_ENERGY,
  NOT_MULTI_ENERGY,
  NOT_ECHO_PLANAR_OR_SEGMENTED,
  INVERSION_RECOVERY,
  CARDIAC_GATING,
  WINDOW_CENTER,
  EXTENDED_CHARACTERS;

  private static final Tag SCANNING_SEQUENCE = new Tag(0x00180020);
  private static final Tag SEQUENCE_VARIANT = new Tag(0x00180021);
  private static final Tag SCAN_OPTIONS = new Tag(0x00180022);
  private static final Tag PATIENT_SPECIES_DESCRIPTION = new Tag(0x00102201);
  private static final Tag PATIENT_SPECIES_CODE_SEQUENCE = new Tag(0x00102202);
  private static final Tag RESPONSIBLE_PERSON_NAME = new Tag(0x00102297);
  private static final Tag PATIENT_IDENTITY_REMOVED = new Tag(0x00120062);
  private static final Tag DEIDENTIFICATION_METHOD_CODE_SEQUENCE = new Tag(0x00120064);
  private static final Tag PATIENT_ORIENTATION_CODE_SEQUENCE = new Tag(0x00540410);
  private static final Tag MULTI_ENERGY_CT_ACQUISITION = new Tag(0x00189361);
  private static final Tag PIXEL_DATA_PROVIDER_URL = new Tag(0x00287FE0);
  private static final Tag SEGMENTED_RED_PALETTE_DATA = new Tag(0x00281221);

  /// The condition that the table calls `name`.
  static ModuleCondition of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The names in the table.
  static List<String> names() {
    return Arrays.stream(values())
        .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  boolean holds(DataSet d) {
    return switch (this) {
      case ANIMAL ->
          d.contains(PATIENT_SPECIES_DESCRIPTION) || d.contains(PATIENT_SPECIES_CODE_SEQUENCE);
      case RESPONSIBLE_PERSON -> d.text(RESPONSIBLE_PERSON_NAME).isPresent();
      case IDENTITY_REMOVED_WITHOUT_CODES ->
          is(d, PATIENT_IDENTITY_REMOVED, "YES")
              && d.items(DEIDENTIFICATION_METHOD_CODE_SEQUENCE).isEmpty();
      case CT_OR_MR -> SopClass.isCtOrMr(d) && d.items(PATIENT_ORIENTATION_CODE_SEQUENCE).isEmpty();
      case PADDING_RANGE -> d.contains(Tag.PIXEL_PADDING_RANGE_LIMIT);
      case NO_IMAGE_PLANE -> !SopClass.isSlice(d) && !d.contains(Tag.IMAGE_ORIENTATION_PATIENT);
      case LOSSY -> is(d, Tag.LOSSY_IMAGE_COMPRESSION, "01");
      case SEVERAL_SAMPLES -> d.integer(Tag.SAMPLES_PER_PIXEL).orElse(1) > 1;
      case NO_PIXEL_DATA_ELSEWHERE ->
          !d.contains(PIXEL_DATA_PROVIDER_URL)
              && !d.contains(Tag.FLOAT_PIXEL_DATA)
              && !d.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA);
      case PALETTE -> is(d, Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
      case PALETTE_NOT_SEGMENTED -> PALETTE.holds(d) && !d.contains(SEGMENTED_RED_PALETTE_DATA);
      case MULTI_ENERGY -> is(d, MULTI_ENERGY_CT_ACQUISITION, "YES");
      case NOT_MULTI_ENERGY -> !MULTI_ENERGY.holds(d);
      case NOT_ECHO_PLANAR_OR_SEGMENTED ->
          !d.texts(SCANNING_SEQUENCE).contains("EP") || d.texts(SEQUENCE_VARIANT).contains("SK");
      case INVERSION_RECOVERY -> d.texts(SCANNING_SEQUENCE).contains("IR");
      case CARDIAC_GATING ->
          d.texts(SCAN_OPTIONS).stream().anyMatch(List.of("CG", "PPG")::contains);
      case WINDOW_CENTER -> d.text(Tag.WINDOW_CENTER).isPresent();
      case EXTENDED_CHARACTERS -> hasExtendedCharacters(d);
    };
  }

  private static boolean is(DataSet dataSet, Tag tag, String value) {
    return dataSet.text(tag).filter(value::equals).isPresent();
  }

  private static boolean hasExtendedCharacters(DataSet dataSet) {
    return dataSet.elements().stream()
        .anyMatch(
            element ->
                switch (element.value()) {
                  case Value.Bytes(byte[] bytes) ->
                      element.vr().kind() == Vr.Kind.LOCAL_TEXT
                          && !CharacterSet.isPlainAscii(bytes);
                  case Value.Items(List<Value.Item> items) ->
                      items.stream()
                          .map(Value.Item::dataSet)
                          .anyMatch(
                              item ->
                                  !item.contains(Tag.SPECIFIC_CHARACTER_SET)
                                      && hasExtendedCharacters(item));
                  case Value.Bulk b -> false;
                  case Value.Fragments f -> false;
                });
  }
}
