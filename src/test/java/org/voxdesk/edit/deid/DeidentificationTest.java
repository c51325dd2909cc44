package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

/// What becomes of single elements.
class DeidentificationTest {
  private static final PseudonymKey KEY = new PseudonymKey("k");
  private static final Tag OTHER_IDS = Tag.of(0x0010, 0x1002);
  private static final Tag CONTENT = Tag.of(0x0040, 0xA730);
  private static final Tag TEXT_VALUE = Tag.of(0x0040, 0xA160);
  private static final Tag NUMERIC_VALUE = Tag.of(0x0040, 0xA30A);
  private static final Tag REFERENCED_SERIES = Tag.of(0x0008, 0x1115);
  private static final Tag REFERENCED_INSTANCE = Tag.of(0x0008, 0x1155);
  private static final Tag SOURCE_IMAGES = Tag.of(0x0008, 0x2112);
  private static final Tag METHOD = Tag.of(0x0012, 0x0063);
  private static final Tag METHOD_CODES = Tag.of(0x0012, 0x0064);
  private static final Tag CODE_VALUE = Tag.of(0x0008, 0x0100);
  private static final Tag TEMPORAL = Tag.of(0x0028, 0x0303);
  private static final Tag DEVICE_SERIAL = Tag.of(0x0018, 0x1000);

  private final DataSet image;

  DeidentificationTest() throws Exception {
    image =
        Images.slice(0, 1)
            .with(Tag.PATIENT_NAME, Vr.PN, "Doe^Jane")
            .with(Tag.PATIENT_SEX, Vr.CS, "F")
            .with(Tag.PATIENT_AGE, Vr.AS, "042Y")
            .with(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19820405")
            .with(Tag.STUDY_DATE, Vr.DA, "20240301")
            .with(Tag.SERIES_DATE, Vr.DA, "20240302")
            .with(Tag.STUDY_TIME, Vr.TM, "101500")
            .with(Tag.STUDY_DESCRIPTION, Vr.LO, "Chest of Jane")
            .with(Tag.SERIES_DESCRIPTION, Vr.LO, "Lung 1 mm")
            .with(Tag.INSTITUTION_NAME, Vr.LO, "Mary Hospital")
            .with(DEVICE_SERIAL, Vr.LO, "SN4711")
            .with(Tag.of(0x0018, 0x1030), Vr.LO, "Protocol")
            .with(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "1.2.9");
  }

  private static DataSet done(DataSet dataSet, ProfileOption... options) throws DicomException {
    return Deidentification.of(Images.file(dataSet), ProfileOptions.of(options), KEY).dataSet();
  }

  private static String text(DataSet dataSet, Tag tag) {
    return dataSet.contains(tag) ? dataSet.text(tag).orElse("") : "absent";
  }

  @Test
  void theBasicProfileEmptiesRemovesAndReplaces() throws Exception {
    DataSet after = done(image);
    assertThat(text(after, Tag.PATIENT_NAME)).isEmpty();
    assertThat(text(after, Tag.PATIENT_BIRTH_DATE)).isEmpty();
    assertThat(text(after, Tag.PATIENT_SEX)).isEmpty();
    assertThat(text(after, Tag.PATIENT_ID)).matches("ANON[0-9A-F]{12}");
    assertThat(text(after, Tag.PATIENT_AGE)).isEqualTo("absent");
    assertThat(text(after, Tag.STUDY_DATE)).isEmpty();
    assertThat(text(after, Tag.SERIES_DATE)).isEqualTo("absent");
    assertThat(text(after, Tag.STUDY_DESCRIPTION)).isEqualTo("absent");
    assertThat(text(after, Tag.INSTITUTION_NAME)).isEqualTo("absent");
    assertThat(text(after, DEVICE_SERIAL)).isEqualTo("absent");
    assertThat(text(after, Tag.SOP_INSTANCE_UID)).startsWith("2.25.");
    assertThat(text(after, Tag.FRAME_OF_REFERENCE_UID)).startsWith("2.25.");
    assertThat(text(after, Tag.SOP_CLASS_UID)).isEqualTo(text(image, Tag.SOP_CLASS_UID));
    assertThat(text(after, Tag.IMAGE_POSITION_PATIENT)).isEqualTo("-10");
  }

  @Test
  void anEmptyIdStaysEmptyAndAnotherGetsAnother() throws Exception {
    assertThat(text(done(image.with(Tag.PATIENT_ID, Vr.LO, "")), Tag.PATIENT_ID)).isEmpty();
    assertThat(text(done(image.with(Tag.PATIENT_ID, Vr.LO, "P2")), Tag.PATIENT_ID))
        .isNotEqualTo(text(done(image), Tag.PATIENT_ID));
  }

  @Test
  void anUnknownKindOfImageKeepsPlaceholdersForWhatItMayDemand() throws Exception {
    DataSet after = done(image.with(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.999"));
    assertThat(text(after, Tag.SERIES_DATE)).isEqualTo("19000101");
    assertThat(text(after, Tag.INSTITUTION_NAME)).isEqualTo("Anonymized");
    assertThat(text(after, DEVICE_SERIAL)).isEqualTo("Anonymized");
  }

  @Test
  void whatTheProfileDoesNotTouchIsTheSameElement() throws Exception {
    DataSet after = done(image);
    for (Tag tag : List.of(Tag.PIXEL_DATA, Tag.ROWS, Tag.MODALITY, Tag.IMAGE_ORIENTATION_PATIENT)) {
      assertThat(after.get(tag).orElseThrow()).isSameAs(image.get(tag).orElseThrow());
    }
  }

  @Test
  void eachOptionRetainsWhatItIsFor() throws Exception {
    assertThat(text(done(image, ProfileOption.RETAIN_UIDS), Tag.SOP_INSTANCE_UID))
        .isEqualTo("1.2.3.1");
    assertThat(text(done(image, ProfileOption.RETAIN_DEVICE_IDENTITY), DEVICE_SERIAL))
        .isEqualTo("SN4711");
    DataSet patient = done(image, ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);
    assertThat(text(patient, Tag.PATIENT_AGE)).isEqualTo("042Y");
    assertThat(text(patient, Tag.PATIENT_SEX)).isEqualTo("F");
    DataSet dates = done(image, ProfileOption.RETAIN_FULL_DATES);
    assertThat(text(dates, Tag.STUDY_DATE)).isEqualTo("20240301");
    assertThat(text(dates, Tag.PATIENT_BIRTH_DATE)).isEmpty();
    DataSet descriptors = done(image, ProfileOption.CLEAN_DESCRIPTORS);
    assertThat(text(descriptors, Tag.STUDY_DESCRIPTION)).isEqualTo("Chest of [removed]");
    assertThat(descriptors.get(Tag.SERIES_DESCRIPTION))
        .containsSame(image.get(Tag.SERIES_DESCRIPTION).orElseThrow());
  }

  @Test
  void textThatCannotBeDecodedIsNotTakenForClean() throws Exception {
    var bytes = new Value.Bytes(new byte[] {'a', (byte) 0xC3});
    var broken = DataElement.of(Tag.STUDY_DESCRIPTION, Vr.LO, ByteOrder.LITTLE_ENDIAN, bytes);
    assertThat(
            done(image.with(broken), ProfileOption.CLEAN_DESCRIPTORS)
                .contains(Tag.STUDY_DESCRIPTION))
        .isFalse();
  }

  @Test
  void modifiedDatesKeepTheirIntervalsInAllFilesOfAPatient() throws Exception {
    ProfileOption modified = ProfileOption.RETAIN_MODIFIED_DATES;
    DataSet later = image.with(Tag.STUDY_DATE, Vr.DA, "20250301");
    DataSet one = done(image, modified);
    DataSet two = done(later, modified);
    long between =
        one.date(Tag.STUDY_DATE)
            .orElseThrow()
            .until(two.date(Tag.STUDY_DATE).orElseThrow(), java.time.temporal.ChronoUnit.DAYS);
    assertThat(between).isEqualTo(365);
    assertThat(one.date(Tag.SERIES_DATE))
        .contains(one.date(Tag.STUDY_DATE).orElseThrow().plusDays(1));
    assertThat(text(one, Tag.STUDY_DATE)).isNotEqualTo("20240301");
    assertThat(text(one, Tag.STUDY_TIME)).isEqualTo("101500");
    assertThat(text(one, TEMPORAL)).isEqualTo("MODIFIED");
    DataSet other = done(image.with(Tag.PATIENT_ID, Vr.LO, "P2"), modified);
    assertThat(text(other, Tag.STUDY_DATE)).isNotEqualTo(text(one, Tag.STUDY_DATE));
  }

  @Test
  void datesAreMovedByTheDaysThatAreGivenAndBrokenOnesGo() throws Exception {
    var options =
        new ProfileOptions(Set.of(ProfileOption.RETAIN_MODIFIED_DATES), OptionalInt.of(-1));
    DataSet broken = image.with(Tag.SERIES_DATE, Vr.DA, "March", Checking.STORABLE);
    DataSet after = Deidentification.of(Images.file(broken), options, KEY).dataSet();
    assertThat(text(after, Tag.STUDY_DATE)).isEqualTo("20240229");
    assertThat(text(after, Tag.SERIES_DATE)).isEqualTo("absent");
    assertThatThrownBy(() -> new ProfileOptions(Set.of(), OptionalInt.of(-4000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                ProfileOptions.of(
                    ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_MODIFIED_DATES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itemsOfSequencesAreLookedInto() throws Exception {
    DataSet reference =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(REFERENCED_INSTANCE, Vr.UI, "1.2.3.1")
            .with(Tag.PATIENT_ID, Vr.LO, "P1");
    DataSet series = DataSet.empty(Encoding.EXPLICIT_LITTLE);
    DataSet nested =
        image
            .with(Images.sequence(OTHER_IDS, reference))
            .with(
                Images.sequence(
                    REFERENCED_SERIES, series.with(Images.sequence(SOURCE_IMAGES, reference))));
    DataSet after = done(nested);
    assertThat(after.contains(OTHER_IDS)).isFalse();
    DataSet inner = after.items(REFERENCED_SERIES).getFirst().items(SOURCE_IMAGES).getFirst();
    assertThat(text(inner, REFERENCED_INSTANCE)).isEqualTo(text(after, Tag.SOP_INSTANCE_UID));
    assertThat(text(inner, Tag.PATIENT_ID)).isEqualTo(text(after, Tag.PATIENT_ID));
  }

  @Test
  void contentIsReplacedByPlaceholdersThatKeepItsShape() throws Exception {
    DataSet item =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.of(0x0040, 0xA010), Vr.CS, "CONTAINS")
            .with(Tag.of(0x0040, 0xA040), Vr.CS, "TEXT")
            .with(Tag.of(0x0040, 0xA123), Vr.PN, "Doe^Jane")
            .with(TEXT_VALUE, Vr.UT, "Jane is well")
            .with(NUMERIC_VALUE, Vr.DS, "42\\43")
            .with(REFERENCED_INSTANCE, Vr.UI, "1.2.3.1");
    DataSet after = done(image.with(Images.sequence(CONTENT, item)));
    DataSet inner = after.items(CONTENT).getFirst();
    assertThat(text(inner, TEXT_VALUE)).isEqualTo("Anonymized");
    assertThat(inner.texts(NUMERIC_VALUE)).containsExactly("1", "1");
    assertThat(text(inner, Tag.of(0x0040, 0xA123))).isEqualTo("Anonymized");
    assertThat(text(inner, Tag.of(0x0040, 0xA010))).isEqualTo("CONTAINS");
    assertThat(text(inner, REFERENCED_INSTANCE)).isEqualTo(text(after, Tag.SOP_INSTANCE_UID));
  }

  @Test
  void aCleanedSequenceHasItsTextsCleaned() throws Exception {
    Tag requests = Tag.of(0x0040, 0x0275);
    Tag meaning = Tag.of(0x0008, 0x0104);
    DataSet item =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(meaning, Vr.LO, "Jane, chest")
            .with(Tag.of(0x0040, 0x1001), Vr.SH, "R1");
    DataSet request = image.with(Images.sequence(requests, item));
    assertThat(done(request).contains(requests)).isFalse();
    DataSet inner = done(request, ProfileOption.CLEAN_DESCRIPTORS).items(requests).getFirst();
    assertThat(text(inner, meaning)).isEqualTo("[removed], chest");
    assertThat(text(inner, Tag.of(0x0040, 0x1001))).isEqualTo("absent");
  }

  @Test
  void itemsHiddenInUnknownValuesAreLookedInto() throws Exception {
    DataSet item = DataSet.empty(Encoding.IMPLICIT_LITTLE).with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.9");
    DataSet plain =
        DataSet.empty(Encoding.IMPLICIT_LITTLE).with(Images.sequence(REFERENCED_SERIES, item));
    byte[] file = DicomWriter.bytes(Images.file(plain));
    // The sequence is the last element: its value is all that follows its header.
    byte[] items = Arrays.copyOfRange(file, file.length - 20, file.length);
    var hidden =
        DataElement.of(REFERENCED_SERIES, Vr.UN, ByteOrder.LITTLE_ENDIAN, new Value.Bytes(items));
    DicomFile read = DicomReader.read(Images.bytes(image.with(hidden)));
    DataSet after = Deidentification.of(read, ProfileOptions.BASIC, KEY).dataSet();
    assertThat(text(after.items(REFERENCED_SERIES).getFirst(), Tag.SOP_INSTANCE_UID))
        .startsWith("2.25.");
    var broken =
        DataElement.of(
            REFERENCED_SERIES,
            Vr.UN,
            ByteOrder.LITTLE_ENDIAN,
            new Value.Bytes("Doe^Jane".getBytes(StandardCharsets.US_ASCII)));
    assertThat(done(image.with(broken)).contains(REFERENCED_SERIES)).isFalse();
  }

  @Test
  void valuesOfUnknownVrAreKnownByTheirTag() throws Exception {
    var name =
        DataElement.of(
            Tag.PATIENT_NAME,
            Vr.UN,
            ByteOrder.LITTLE_ENDIAN,
            new Value.Bytes("Doe^Jane".getBytes(StandardCharsets.US_ASCII)));
    assertThat(done(image.with(name)).get(Tag.PATIENT_NAME).orElseThrow().length()).isZero();
    Tag unknown = Tag.of(0x0012, 0x7FFE);
    assertThat(done(image.with(unknown, Vr.LO, "Jane")).contains(unknown)).isFalse();
  }

  @Test
  void uidsThatTheTableForgetsAreReplacedToo() throws Exception {
    Tag volume = Tag.of(0x0020, 0x9312);
    Tag scheme = Tag.of(0x0008, 0x010C);
    DataSet after =
        done(image.with(volume, Vr.UI, "1.2.9").with(scheme, Vr.UI, "2.16.840.1.113883.6.96"));
    assertThat(text(after, volume)).isEqualTo(text(after, Tag.FRAME_OF_REFERENCE_UID));
    assertThat(text(after, scheme)).isEqualTo("2.16.840.1.113883.6.96");
  }

  @Test
  void privateElementsGoUnlessTheyAreKnownToBeSafe() throws Exception {
    Tag creator = Tag.of(0x7053, 0x0010);
    Tag factor = Tag.of(0x7053, 0x1000);
    Tag other = Tag.of(0x7053, 0x1001);
    Tag stranger = Tag.of(0x0009, 0x0010);
    DataSet with =
        image
            .with(creator, Vr.LO, "Philips PET Private Group")
            .with(factor, Vr.DS, "0.5")
            .with(other, Vr.LO, "Jane")
            .with(stranger, Vr.LO, "ACME")
            .with(Tag.of(0x0009, 0x1001), Vr.LO, "Jane");
    assertThat(done(with).elements()).noneMatch(e -> e.tag().isPrivate());
    DataSet safe = done(with, ProfileOption.RETAIN_SAFE_PRIVATE);
    assertThat(safe.elements().stream().map(DataElement::tag).filter(Tag::isPrivate))
        .containsExactly(creator, factor);
  }

  @Test
  void aDataSetSaysItselfWhichPrivateElementsAreSafe() throws Exception {
    DataSet empty = DataSet.empty(Encoding.EXPLICIT_LITTLE);
    DataSet safe = characteristics(empty, "9", "ACME").with(Tag.of(0x0008, 0x0303), Vr.CS, "SAFE");
    DataSet mixed =
        characteristics(empty, "11", "ACME")
            .with(Tag.of(0x0008, 0x0303), Vr.CS, "MIXED")
            .with(Tag.of(0x0008, 0x0304), Vr.US, "2");
    DataSet with =
        image
            .with(Images.sequence(Tag.of(0x0008, 0x0300), safe, mixed))
            .with(Tag.of(0x0009, 0x0010), Vr.LO, "ACME")
            .with(Tag.of(0x0009, 0x1001), Vr.LO, "x")
            .with(Tag.of(0x0009, 0x1002), Vr.UI, "1.2.3.1")
            .with(Tag.of(0x000B, 0x0010), Vr.LO, "ACME")
            .with(Tag.of(0x000B, 0x1001), Vr.LO, "Jane")
            .with(Tag.of(0x000B, 0x1002), Vr.LO, "y")
            .with(Tag.of(0x000D, 0x0010), Vr.LO, "ACME")
            .with(Tag.of(0x000D, 0x1001), Vr.LO, "Jane");
    DataSet after = done(with, ProfileOption.RETAIN_SAFE_PRIVATE);
    assertThat(after.elements().stream().map(DataElement::tag).filter(Tag::isPrivate))
        .containsExactly(
            Tag.of(0x0009, 0x0010),
            Tag.of(0x0009, 0x1001),
            Tag.of(0x0009, 0x1002),
            Tag.of(0x000B, 0x0010),
            Tag.of(0x000B, 0x1002));
    assertThat(text(after, Tag.of(0x0009, 0x1002))).isEqualTo(text(after, Tag.SOP_INSTANCE_UID));
  }

  private static DataSet characteristics(DataSet empty, String group, String creator)
      throws DicomException {
    return empty
        .with(Tag.of(0x0008, 0x0301), Vr.US, group)
        .with(Tag.of(0x0008, 0x0302), Vr.LO, creator);
  }

  @Test
  void overlaysCurvesAndWhatStandsBehindTheLastElementGo() throws Exception {
    DataSet overlay =
        image
            .with(Tag.of(0x6000, 0x0010), Vr.US, "2")
            .with(Tag.of(0x6000, 0x3000), Vr.OW, "FFFF")
            .with(Tag.of(0x5000, 0x0005), Vr.US, "1");
    DataSet padded =
        DataSet.of(
            Encoding.EXPLICIT_LITTLE, overlay.elements(), "Jane".getBytes(StandardCharsets.UTF_8));
    DataSet after = done(padded);
    assertThat(after.elements()).noneMatch(e -> e.tag().group() == 0x6000);
    assertThat(after.elements()).noneMatch(e -> e.tag().group() == 0x5000);
    assertThat(after.remainder()).isEqualTo(Value.Bytes.EMPTY);
  }

  @Test
  void theDescriptionOfAnOverlayInThePixelsGoesOrIsCleaned() throws Exception {
    Tag description = Tag.of(0x6000, 0x0022);
    DataSet overlay =
        image
            .with(Tag.of(0x6000, 0x0010), Vr.US, "2")
            .with(description, Vr.LO, "overlay 1234567890123 of the liver");
    assertThat(done(overlay).contains(description)).isFalse();
    assertThat(done(overlay).contains(Tag.of(0x6000, 0x0010))).isTrue();
    assertThat(done(overlay, ProfileOption.CLEAN_DESCRIPTORS).text(description).orElseThrow())
        .contains("overlay", "liver")
        .doesNotContain("1234567890123");
  }

  @Test
  void groupLengthsFollowOrGoWithTheirGroup() throws Exception {
    DataSet grouped =
        image
            .with(Tag.of(0x0010, 0), Vr.UL, "0")
            .with(Tag.of(0x0038, 0), Vr.UL, "12")
            .with(Tag.of(0x0038, 0x0010), Vr.LO, "A1");
    DataSet after = done(grouped);
    assertThat(after.contains(Tag.of(0x0010, 0))).isTrue();
    assertThat(after.contains(Tag.of(0x0038, 0))).isFalse();
  }

  @Test
  void theMetaHeaderFollowsAndSaysNothingOfTheSite() throws Exception {
    DicomFile file = Images.file(image);
    byte[] preamble = file.preamble().clone();
    preamble[0] = 'M';
    DataSet meta =
        file.meta()
            .with(Tag.of(0x0002, 0x0016), Vr.AE, "CT_MARY")
            .with(Tag.of(0x0002, 0x0100), Vr.UI, "1.2.77");
    var named =
        new DicomFile(
            file.origin(),
            preamble,
            meta,
            image,
            file.transferSyntax(),
            List.of(),
            java.util.Optional.empty());
    DicomFile after = Deidentification.of(named, ProfileOptions.BASIC, KEY);
    assertThat(text(after.meta(), Tag.MEDIA_STORAGE_SOP_INSTANCE_UID))
        .isEqualTo(text(after.dataSet(), Tag.SOP_INSTANCE_UID));
    assertThat(after.meta().contains(Tag.of(0x0002, 0x0016))).isFalse();
    assertThat(after.meta().contains(Tag.of(0x0002, 0x0100))).isFalse();
    assertThat(after.preamble()[0]).isZero();
    assertThat(DicomReader.read(DicomWriter.bytes(after)).problems()).isEmpty();
  }

  @Test
  void theFileSaysHowItWasDeidentified() throws Exception {
    DataSet after =
        done(image, ProfileOption.CLEAN_DESCRIPTORS, ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);
    assertThat(text(after, Tag.of(0x0012, 0x0062))).isEqualTo("YES");
    assertThat(after.texts(METHOD)).hasSize(1);
    assertThat(after.items(METHOD_CODES).stream().map(i -> text(i, CODE_VALUE)))
        .containsExactly("113100", "113108", "113105");
    assertThat(text(after, TEMPORAL)).isEqualTo("REMOVED");
    assertThat(text(done(image, ProfileOption.RETAIN_FULL_DATES), TEMPORAL))
        .isEqualTo("UNMODIFIED");
  }

  @Test
  void aSecondTimeAddsToWhatTheFirstSaid() throws Exception {
    DataSet first = done(image.with(METHOD, Vr.LO, "Other\\Program"));
    assertThat(first.texts(METHOD)).hasSize(3).startsWith("Other", "Program");
    DataSet second = done(first, ProfileOption.RETAIN_FULL_DATES);
    assertThat(second.texts(METHOD)).isEqualTo(first.texts(METHOD));
    assertThat(second.items(METHOD_CODES).stream().map(i -> text(i, CODE_VALUE)))
        .containsExactly("113100", "113106");
    assertThat(text(second, TEMPORAL)).isEqualTo("REMOVED");
    assertThat(second.elements().stream().map(DataElement::tag))
        .isEqualTo(first.elements().stream().map(DataElement::tag).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void everyEncodingIsReadAgainWithoutProblems(Encoding encoding) throws Exception {
    DataSet content =
        DataSet.empty(encoding).with(TEXT_VALUE, Vr.UT, "Jane").with(Tag.ROWS, Vr.US, "7");
    DataSet big = image.in(encoding).with(Images.sequence(CONTENT, content));
    DicomFile file = DicomFile.of(big, TransferSyntax.of(encoding));
    byte[] bytes = DicomWriter.bytes(Deidentification.of(file, ProfileOptions.BASIC, KEY));
    DicomFile again = DicomReader.read(bytes);
    assertThat(again.problems()).isEmpty();
    assertThat(again.dataSet().items(CONTENT).getFirst().integer(Tag.ROWS)).hasValue(1);
  }

  @Test
  void aDicomdirIsRefusedInOneSentence() throws Exception {
    DataSet directory =
        image.with(
            DataElement.of(
                Tag.DIRECTORY_RECORD_SEQUENCE,
                Vr.SQ,
                ByteOrder.LITTLE_ENDIAN,
                new Value.Items(List.of(new Value.Item(image, Framing.NONE)))));
    assertThatThrownBy(() -> done(directory)).hasMessageContaining("DICOMDIR");
  }

  @Test
  void theEditIsEqualByValueAndCanBeUndoneByTheFileBefore() throws Exception {
    var edit = new Deidentify(ProfileOptions.of(ProfileOption.RETAIN_UIDS), KEY);
    assertThat(edit)
        .isEqualTo(
            new Deidentify(ProfileOptions.of(ProfileOption.RETAIN_UIDS), new PseudonymKey("k")));
    assertThat(edit.toString()).doesNotContain("secret");
    DicomFile file = Images.file(image);
    DicomFile once = edit.apply(file);
    assertThat(DicomWriter.bytes(edit.apply(file))).isEqualTo(DicomWriter.bytes(once));
    assertThat(new DeleteElement(TagPath.of(METHOD)).apply(once).dataSet().contains(METHOD))
        .isFalse();
  }
}
