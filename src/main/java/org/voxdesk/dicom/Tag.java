package org.voxdesk.dicom;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A data element tag: group in the upper, element number in the lower 16 bits (PS3.5 7.1). Tags
/// are ordered as unsigned numbers.
///
/// @param value group and element, `0xggggeeee`
public record Tag(int value) implements Comparable<Tag> {
  public static final Tag META_GROUP_LENGTH = new Tag(0x00020000);
  public static final Tag META_VERSION = new Tag(0x00020001);
  public static final Tag MEDIA_STORAGE_SOP_CLASS_UID = new Tag(0x00020002);
  public static final Tag MEDIA_STORAGE_SOP_INSTANCE_UID = new Tag(0x00020003);
  public static final Tag TRANSFER_SYNTAX_UID = new Tag(0x00020010);
  public static final Tag IMPLEMENTATION_CLASS_UID = new Tag(0x00020012);
  public static final Tag IMPLEMENTATION_VERSION_NAME = new Tag(0x00020013);
  public static final Tag DIRECTORY_RECORD_SEQUENCE = new Tag(0x00041220);
  public static final Tag SPECIFIC_CHARACTER_SET = new Tag(0x00080005);
  public static final Tag IMAGE_TYPE = new Tag(0x00080008);
  public static final Tag SOP_CLASS_UID = new Tag(0x00080016);
  public static final Tag SOP_INSTANCE_UID = new Tag(0x00080018);
  public static final Tag STUDY_DATE = new Tag(0x00080020);
  public static final Tag SERIES_DATE = new Tag(0x00080021);
  public static final Tag ACQUISITION_DATE = new Tag(0x00080022);
  public static final Tag CONTENT_DATE = new Tag(0x00080023);
  public static final Tag STUDY_TIME = new Tag(0x00080030);
  public static final Tag SERIES_TIME = new Tag(0x00080031);
  public static final Tag ACQUISITION_TIME = new Tag(0x00080032);
  public static final Tag CONTENT_TIME = new Tag(0x00080033);
  public static final Tag ACCESSION_NUMBER = new Tag(0x00080050);
  public static final Tag MODALITY = new Tag(0x00080060);
  public static final Tag MANUFACTURER = new Tag(0x00080070);
  public static final Tag INSTITUTION_NAME = new Tag(0x00080080);
  public static final Tag REFERRING_PHYSICIAN_NAME = new Tag(0x00080090);
  public static final Tag STUDY_DESCRIPTION = new Tag(0x00081030);
  public static final Tag SERIES_DESCRIPTION = new Tag(0x0008103E);
  public static final Tag MANUFACTURER_MODEL_NAME = new Tag(0x00081090);
  public static final Tag PATIENT_NAME = new Tag(0x00100010);
  public static final Tag PATIENT_ID = new Tag(0x00100020);
  public static final Tag ISSUER_OF_PATIENT_ID = new Tag(0x00100021);
  public static final Tag PATIENT_BIRTH_DATE = new Tag(0x00100030);
  public static final Tag PATIENT_SEX = new Tag(0x00100040);
  public static final Tag PATIENT_AGE = new Tag(0x00101010);
  public static final Tag BODY_PART_EXAMINED = new Tag(0x00180015);
  public static final Tag SLICE_THICKNESS = new Tag(0x00180050);
  public static final Tag KVP = new Tag(0x00180060);
  public static final Tag SOFTWARE_VERSIONS = new Tag(0x00181020);
  public static final Tag GANTRY_DETECTOR_TILT = new Tag(0x00181120);
  public static final Tag CONVOLUTION_KERNEL = new Tag(0x00181210);
  public static final Tag PATIENT_POSITION = new Tag(0x00185100);
  public static final Tag STUDY_INSTANCE_UID = new Tag(0x0020000D);
  public static final Tag SERIES_INSTANCE_UID = new Tag(0x0020000E);
  public static final Tag STUDY_ID = new Tag(0x00200010);
  public static final Tag SERIES_NUMBER = new Tag(0x00200011);
  public static final Tag ACQUISITION_NUMBER = new Tag(0x00200012);
  public static final Tag INSTANCE_NUMBER = new Tag(0x00200013);
  public static final Tag IMAGE_POSITION_PATIENT = new Tag(0x00200032);
  public static final Tag IMAGE_ORIENTATION_PATIENT = new Tag(0x00200037);
  public static final Tag FRAME_OF_REFERENCE_UID = new Tag(0x00200052);
  public static final Tag LATERALITY = new Tag(0x00200060);
  public static final Tag POSITION_REFERENCE_INDICATOR = new Tag(0x00201040);
  public static final Tag SLICE_LOCATION = new Tag(0x00201041);
  public static final Tag SAMPLES_PER_PIXEL = new Tag(0x00280002);
  public static final Tag PHOTOMETRIC_INTERPRETATION = new Tag(0x00280004);
  public static final Tag PLANAR_CONFIGURATION = new Tag(0x00280006);
  public static final Tag NUMBER_OF_FRAMES = new Tag(0x00280008);
  public static final Tag ROWS = new Tag(0x00280010);
  public static final Tag COLUMNS = new Tag(0x00280011);
  public static final Tag PIXEL_SPACING = new Tag(0x00280030);
  public static final Tag BITS_ALLOCATED = new Tag(0x00280100);
  public static final Tag BITS_STORED = new Tag(0x00280101);
  public static final Tag HIGH_BIT = new Tag(0x00280102);
  public static final Tag PIXEL_REPRESENTATION = new Tag(0x00280103);
  public static final Tag PIXEL_PADDING_VALUE = new Tag(0x00280120);
  public static final Tag PIXEL_PADDING_RANGE_LIMIT = new Tag(0x00280121);
  public static final Tag WINDOW_CENTER = new Tag(0x00281050);
  public static final Tag WINDOW_WIDTH = new Tag(0x00281051);
  public static final Tag RESCALE_INTERCEPT = new Tag(0x00281052);
  public static final Tag RESCALE_SLOPE = new Tag(0x00281053);
  public static final Tag RESCALE_TYPE = new Tag(0x00281054);
  public static final Tag WINDOW_EXPLANATION = new Tag(0x00281055);
  public static final Tag LOSSY_IMAGE_COMPRESSION = new Tag(0x00282110);
  public static final Tag EXTENDED_OFFSET_TABLE = new Tag(0x7FE00001);
  public static final Tag EXTENDED_OFFSET_TABLE_LENGTHS = new Tag(0x7FE00002);
  public static final Tag FLOAT_PIXEL_DATA = new Tag(0x7FE00008);
  public static final Tag DOUBLE_FLOAT_PIXEL_DATA = new Tag(0x7FE00009);
  public static final Tag PIXEL_DATA = new Tag(0x7FE00010);
  public static final Tag DATA_SET_TRAILING_PADDING = new Tag(0xFFFCFFFC);
  public static final Tag ITEM = new Tag(0xFFFEE000);
  public static final Tag ITEM_DELIMITATION = new Tag(0xFFFEE00D);
  public static final Tag SEQUENCE_DELIMITATION = new Tag(0xFFFEE0DD);

  /// The tag (group,element).
  public static Tag of(int group, int element) {
    return new Tag((group << 16) | (element & 0xFFFF));
  }

  /// Reads `(0010,0010)`, `0010,0010` or `00100010`; empty when it is none of these.
  public static Optional<Tag> parse(String text) {
    String digits = text.strip();
    if (digits.startsWith("(") && digits.endsWith(")")) {
      digits = digits.substring(1, digits.length() - 1);
    }
    if (digits.length() == 9 && digits.charAt(4) == ',') {
      digits = digits.substring(0, 4) + digits.substring(5);
    }
    if (digits.length() != 8 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(new Tag(HexFormat.fromHexDigits(digits)));
  }

  public int group() {
    return value >>> 16;
  }

  public int element() {
    return value & 0xFFFF;
  }

  /// True for odd groups (PS3.5 7.8).
  public boolean isPrivate() {
    return (group() & 1) != 0;
  }

  /// True for (gggg,0010-00FF) of an odd group, which names the owner of a block (PS3.5 7.8.1).
  public boolean isPrivateCreator() {
    return isPrivate() && element() >= 0x10 && element() <= 0xFF;
  }

  /// True for (gggg,0000).
  public boolean isGroupLength() {
    return element() == 0;
  }

  /// True for the file meta information, group 0002.
  public boolean isMeta() {
    return group() == 2;
  }

  // A record's own methods are linked when they are first used, before the window is there.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tag(int its) && its == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public int compareTo(Tag other) {
    return Integer.compareUnsigned(value, other.value);
  }

  /// `(gggg,eeee)` with capital hexadecimal digits.
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of().withUpperCase();
    return "(" + hex.toHexDigits((short) group()) + "," + hex.toHexDigits((short) element()) + ")";
  }
}
