package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voxdesk.TestData;

class DictionaryTest {
  private static final Dictionary DICTIONARY = Dictionary.standard();

  @Test
  void holdsEveryRowOfTheStandardAsItIs() throws IOException {
    List<String[]> rows = table("data-elements.tsv");
    List<DictionaryEntry> entries = DICTIONARY.entries();
    assertThat(entries).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      DictionaryEntry entry = entries.get(i);
      assertThat(
              List.of(entry.pattern(), entry.vm(), entry.keyword(), entry.name(), entry.retired()))
          .containsExactly(row[0], row[2], row[3], row[4], row[5].equals("retired"));
      assertThat(entry.vrs().stream().map(Vr::name))
          .as(row[0])
          .containsExactlyElementsOf(
              Arrays.stream(row[1].split(" or |_")).filter(vr -> vr.matches("[A-Z]{2}")).toList());
    }
  }

  @Test
  void findsEveryRowByItsTagAndByItsKeyword() throws IOException {
    for (String[] row : table("data-elements.tsv")) {
      Tag tag = new Tag(Integer.parseUnsignedInt(row[0].replace('x', '2'), 16));
      assertThat(DICTIONARY.entry(tag).map(DictionaryEntry::keyword)).as(row[0]).contains(row[3]);
      if (!row[3].isEmpty() && row[0].indexOf('x') < 0) {
        assertThat(DICTIONARY.tag(row[3])).as(row[3]).contains(tag);
      }
    }
  }

  @Test
  void findsEveryPrivateRowByItsCreatorInAnyBlock() throws IOException {
    for (String[] row : table("private-elements.tsv")) {
      if (row[1].endsWith("xx")) {
        continue; // These rows describe the creator itself.
      }
      for (String block : List.of("10", "a7")) {
        String digits = row[1].substring(0, 4).replace('x', '1') + block + row[1].substring(6);
        int value = Integer.parseUnsignedInt(digits, 16);
        Optional<DictionaryEntry> entry =
            PrivateDictionary.instance().entry(row[0], new Tag(value));
        assertThat(entry.map(DictionaryEntry::name)).as("%s %s", row[0], row[1]).contains(row[4]);
        assertThat(entry.orElseThrow().vm()).isEqualTo(row[3]);
      }
    }
  }

  @Test
  void namesEveryRegisteredUid() throws IOException {
    for (String[] row : table("uids.tsv")) {
      assertThat(Uids.name(row[0])).as(row[0]).contains(row[1]);
    }
  }

  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(TestData.dictionary(name)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  @Test
  void aRepeatingGroupIsFoundInEveryEvenGroup() {
    assertThat(DICTIONARY.keyword(new Tag(0x60000010))).isEqualTo("OverlayRows");
    assertThat(DICTIONARY.keyword(new Tag(0x601E0010))).isEqualTo("OverlayRows");
    assertThat(DICTIONARY.vr(new Tag(0x60023000))).isEqualTo(Vr.OB);
    assertThat(DICTIONARY.entry(new Tag(0x60010010))).isEmpty();
    assertThat(DICTIONARY.keyword(new Tag(0x50120005))).isEqualTo("CurveDimensions");
  }

  @Test
  void aKeywordIsFoundWhateverItsCaseAndSpaces() {
    assertThat(DICTIONARY.tag(" patientNAME ")).contains(Tag.PATIENT_NAME);
    assertThat(DICTIONARY.tag("Patient Name")).isEmpty();
  }

  @Test
  void noTextIsNoTag() {
    assertThat(DICTIONARY.tag("")).isEmpty();
    assertThat(DICTIONARY.tag("  ")).isEmpty();
  }

  @Test
  void groupLengthsAndPrivateCreatorsHaveTheirVrInEveryGroup() {
    assertThat(DICTIONARY.vr(new Tag(0x00100000))).isEqualTo(Vr.UL);
    assertThat(DICTIONARY.vr(new Tag(0x00290010))).isEqualTo(Vr.LO);
    assertThat(DICTIONARY.vr(new Tag(0x002900FF))).isEqualTo(Vr.LO);
    assertThat(DICTIONARY.vr(new Tag(0x00291010))).isEqualTo(Vr.UN);
    assertThat(DICTIONARY.vr(new Tag(0x0029000F))).isEqualTo(Vr.UN);
  }

  @Test
  void aPrivateElementIsNamedByTheCreatorOfItsOwnBlock() throws DicomException {
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(new Tag(0x00190010), Vr.LO, "1.2.840.113681")
            .with(new Tag(0x00190011), Vr.LO, "GEMS_ACQU_01");
    assertThat(dataSet.privateCreator(new Tag(0x00191010))).contains("1.2.840.113681");
    assertThat(dataSet.privateCreator(new Tag(0x00191102))).contains("GEMS_ACQU_01");
    assertThat(dataSet.privateCreator(new Tag(0x00191202))).isEmpty();
    assertThat(dataSet.entry(new Tag(0x00191010)).map(DictionaryEntry::name))
        .contains("CR Image Params Common");
    assertThat(dataSet.entry(new Tag(0x00191110)).map(DictionaryEntry::name))
        .isNotEqualTo(Optional.of("CR Image Params Common"));
  }
}
