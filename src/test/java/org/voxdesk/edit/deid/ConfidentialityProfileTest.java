package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voxdesk.edit.deid.ProfileOption.CLEAN_DESCRIPTORS;
import static org.voxdesk.edit.deid.ProfileOption.CLEAN_GRAPHICS;
import static org.voxdesk.edit.deid.ProfileOption.CLEAN_STRUCTURED_CONTENT;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_DEVICE_IDENTITY;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_FULL_DATES;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_INSTITUTION_IDENTITY;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_MODIFIED_DATES;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_PATIENT_CHARACTERISTICS;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_SAFE_PRIVATE;
import static org.voxdesk.edit.deid.ProfileOption.RETAIN_UIDS;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.dicom.Tag;

class ConfidentialityProfileTest {
  private final ConfidentialityProfile profile = ConfidentialityProfile.standard();

  @Test
  void everyRowOfTheTableIsThereOnce() {
    List<String> patterns =
        profile.rows().stream().map(ConfidentialityProfile.Row::pattern).toList();
    assertThat(patterns).hasSize(656).doesNotHaveDuplicates();
    assertThat(patterns).contains("50xxxxxx", "60xx3000", "60xx4000", "ggggeeee");
  }

  @Test
  void theActionsOfTheBasicProfileAreAsManyAsInTheTable() {
    Map<ProfileAction, Long> counts =
        profile.rows().stream()
            .collect(
                Collectors.groupingBy(ConfidentialityProfile.Row::basic, Collectors.counting()));
    assertThat(counts).containsEntry(ProfileAction.X_OR_Z_OR_U, 2L);
    assertThat(counts).containsEntry(ProfileAction.Z_OR_D, 6L);
    assertThat(counts).containsEntry(ProfileAction.X_OR_Z_OR_D, 8L);
    assertThat(counts).containsEntry(ProfileAction.X_OR_Z, 11L);
    assertThat(counts).containsEntry(ProfileAction.U, 55L);
    assertThat(counts).doesNotContainKeys(ProfileAction.K, ProfileAction.C);
  }

  @ParameterizedTest
  @CsvSource({
    "00080050, Z, ''",
    "00080014, U, UK",
    "00080018, U, UK",
    "00080020, Z, FK MC",
    "00080021, X/D, FK MC",
    "00080022, X/Z, FK MC",
    "00080023, Z/D, FK MC",
    "0008002A, X/Z/D, FK MC",
    "00080054, X, DC",
    "00080080, X/Z/D, IK",
    "00080090, Z, ''",
    "00080201, X, FK MC",
    "00081010, X/Z/D, DK",
    "00081030, X, TC",
    "0008103E, X, TC",
    "00081110, X/Z, UK",
    "00081140, X/Z/U*, UK",
    "00081155, U, UK",
    "00081301, X, TC",
    "00082111, X, TC",
    "00100010, Z, ''",
    "00100012, X, ''",
    "00100020, Z/D, ''",
    "00100030, Z, ''",
    "00100040, Z, PK",
    "00100042, X, PC TC",
    "00101010, X, PK",
    "00102110, X, PC TC",
    "00102161, X, PK",
    "00120040, D, ''",
    "00180010, Z/D, TC",
    "00181000, X/Z/D, DK",
    "00181002, U, UK DK",
    "00181030, X/D, TC",
    "00181203, Z, DK FK MC",
    "0020000D, U, UK",
    "00200052, U, UK",
    "00340007, D, FK MC",
    "00400275, X, TC",
    "00400555, X/Z, SC",
    "0040A124, U, ''",
    "0040A730, D, SC",
    "00420011, D, ''",
    "00700001, D, GC",
    "00880140, U, UK",
    "04000100, U, ''",
    "300A00B2, X/Z, DK",
    "50120010, X, GC",
    "60023000, X, GC",
    "60024000, X, GC",
    "FFFAFFFA, X, ''",
    "FFFCFFFC, X, ''"
  })
  void aRowSaysWhatTheStandardSays(String tag, String basic, String options) {
    var row = profile.row(Tag.parse(tag).orElseThrow()).orElseThrow();
    assertThat(row.basic()).isEqualTo(ProfileAction.of(basic).orElseThrow());
    Map<Character, ProfileOption> letters =
        Map.of(
            'V', RETAIN_SAFE_PRIVATE,
            'U', RETAIN_UIDS,
            'D', RETAIN_DEVICE_IDENTITY,
            'I', RETAIN_INSTITUTION_IDENTITY,
            'P', RETAIN_PATIENT_CHARACTERISTICS,
            'F', RETAIN_FULL_DATES,
            'M', RETAIN_MODIFIED_DATES,
            'T', CLEAN_DESCRIPTORS,
            'S', CLEAN_STRUCTURED_CONTENT,
            'G', CLEAN_GRAPHICS);
    Map<ProfileOption, ProfileAction> wanted =
        Arrays.stream(options.split(" "))
            .filter(o -> !o.isEmpty())
            .collect(
                Collectors.toMap(
                    o -> letters.getOrDefault(o.charAt(0), RETAIN_UIDS),
                    o -> ProfileAction.of(o.substring(1)).orElseThrow()));
    assertThat(row.options()).isEqualTo(wanted);
  }

  @Test
  void otherOverlayElementsAndImagesHaveNoRow() {
    assertThat(profile.row(Tag.of(0x6000, 0x0010))).isEmpty();
    assertThat(profile.row(Tag.of(0x6000, 0x0040))).isEmpty();
    assertThat(profile.row(Tag.of(0x6002, 0x0022))).isPresent();
    assertThat(profile.row(Tag.PIXEL_DATA)).isEmpty();
    assertThat(profile.row(Tag.ROWS)).isEmpty();
    assertThat(profile.row(Tag.SOP_CLASS_UID)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Z/D, D, Z, Z, D",
    "X/Z, Z, Z, X, Z",
    "X/D, D, D, X, D",
    "X/Z/D, D, Z, X, D",
    "X/Z/U*, U, Z, X, U",
    "D, D, D, D, D",
    "X, X, X, X, X"
  })
  void theTypeOfAnAttributeDecidesBetweenActions(
      String action, String first, String second, String third, String unknown) {
    ProfileAction compound = ProfileAction.of(action).orElseThrow();
    assertThat(List.of(AttributeType.values()).stream().map(compound::resolved))
        .extracting(Enum::name)
        .containsExactly(first, second, third, unknown);
  }

  @Test
  void theTypeDependsOnTheImage() {
    String ct = "1.2.840.10008.5.1.4.1.1.2";
    String pet = "1.2.840.10008.5.1.4.1.1.128";
    assertThat(AttributeType.of(Tag.SERIES_DATE, ct)).isEqualTo(AttributeType.TYPE_3);
    assertThat(AttributeType.of(Tag.SERIES_DATE, pet)).isEqualTo(AttributeType.TYPE_1);
    assertThat(AttributeType.of(Tag.CONTENT_DATE, ct)).isEqualTo(AttributeType.TYPE_2);
    assertThat(AttributeType.of(Tag.SERIES_DATE, "1.2.3")).isEqualTo(AttributeType.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void anOptionIsFoundByItsWord(ProfileOption option) {
    assertThat(ProfileOption.of(option.word()).isPresent()).isEqualTo(option.isOffered());
    assertThat(option.word()).isEqualTo(option.word().toLowerCase(Locale.ROOT));
  }

  @Test
  void theListOfSafePrivateAttributesIsThere() {
    List<String> listed = SafePrivate.listed();
    assertThat(listed).hasSize(317).contains("philips pet private group 705300");
    assertThat(new HashSet<>(listed)).hasSize(317);
  }
}
