package org.voxdesk.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.editor.DateTimeParts.Part;
import org.voxdesk.app.editor.NameParts.Component;
import org.voxdesk.app.editor.NameParts.Script;
import org.voxdesk.dicom.PartialDateTime;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

final class ValuePartsTest {
  @TempDir Path folder;

  private final StringProperty text = new SimpleStringProperty("");

  @ParameterizedTest
  @CsvSource({
    "DA, 20240229, 2024|02|29",
    "DA, 2024.02.29, 2024|02|29",
    "TM, 12, 12|||",
    "TM, 123059.25, 12|30|59|25",
    "TM, 12:30:59, 12|30|59|",
    "DT, 2024, 2024|||||||",
    "DT, 202402, 2024|02||||||",
    "DT, 20240229123059.123456+0100, 2024|02|29|12|30|59|123456|+0100",
    "DT, 2024-0500, 2024|||||||-0500",
    "DA, nonsense, ||"
  })
  void aDateOrTimeIsTakenApartAsFarAsItGoes(Vr vr, String value, String parts) {
    text.set(value);
    DateTimeParts dateTime = dateTime(vr);
    assertThat(shown(dateTime)).isEqualTo(parts);
    assertThat(text.get()).as("reading changes nothing").isEqualTo(value);
  }

  @Test
  void partsAreWrittenAsFarAsTheyGo() {
    DateTimeParts parts = dateTime(Vr.DT);
    parts.property(Part.YEAR).set("2024");
    assertThat(text.get()).isEqualTo("2024");
    parts.property(Part.MONTH).set("2");
    assertThat(text.get()).isEqualTo("202402");
    parts.property(Part.OFFSET).set("+0100");
    assertThat(text.get()).isEqualTo("202402+0100");
    parts.property(Part.HOUR).set("12");
    assertThat(PartialDateTime.of(text.get())).as("a gap is no date: " + text.get()).isEmpty();
    parts.property(Part.DAY).set("29");
    assertThat(text.get()).isEqualTo("2024022912+0100");
  }

  @Test
  void theCalendarSetsTheDayAndLeavesTheTime() {
    text.set("20240101120000");
    DateTimeParts parts = dateTime(Vr.DT);
    assertThat(parts.date()).contains(LocalDate.of(2024, 1, 1));
    parts.setDate(LocalDate.of(2025, 12, 24));
    assertThat(text.get()).isEqualTo("20251224120000");
  }

  @Test
  void nowIsTheTimeOfTheClock() {
    dateTime(Vr.DA).setNow();
    assertThat(text.get()).matches("2024060[123]");
    text.set("");
    dateTime(Vr.DT).setNow();
    assertThat(text.get()).matches("2024060[123]\\d{6}");
  }

  @Test
  void aNameIsTakenApartAndPutTogether() {
    text.set("Yamada^Tarou=山田^太郎");
    NameParts name = new NameParts(text);
    assertThat(name.property(Script.ALPHABETIC, Component.GIVEN).get()).isEqualTo("Tarou");
    assertThat(name.property(Script.IDEOGRAPHIC, Component.FAMILY).get()).isEqualTo("山田");
    assertThat(name.lengthProperty(Script.IDEOGRAPHIC).get()).isEqualTo(5);
    name.property(Script.PHONETIC, Component.FAMILY).set("やまだ");
    name.property(Script.ALPHABETIC, Component.SUFFIX).set("Jr");
    assertThat(text.get()).isEqualTo("Yamada^Tarou^^^Jr=山田^太郎=やまだ");
    assertThat(name.lengthProperty(Script.ALPHABETIC).get()).isEqualTo(17);
    text.set("Doe^");
    assertThat(text.get()).as("what is typed is not tidied").isEqualTo("Doe^");
    assertThat(name.property(Script.ALPHABETIC, Component.FAMILY).get()).isEqualTo("Doe");
    assertThat(name.property(Script.PHONETIC, Component.FAMILY).get()).isEmpty();
  }

  @Test
  void anAgeHasANumberAndAUnit() {
    text.set("006W");
    AgeParts age = new AgeParts(text);
    assertThat(age.numberProperty().get()).isEqualTo("6");
    assertThat(age.unitProperty().get()).isEqualTo(AgeParts.Unit.W);
    age.unitProperty().set(AgeParts.Unit.M);
    age.numberProperty().set("18");
    assertThat(text.get()).isEqualTo("018M");
    age.numberProperty().set("");
    assertThat(text.get()).isEmpty();
  }

  @Test
  void termsOfTheSelectedValueAreSuggested() {
    ElementToEdit type = Elements.text(Tag.IMAGE_TYPE, Vr.CS, "");
    assertThat(values(Suggestions.all(type, 1))).containsExactly("ORIGINAL", "DERIVED");
    assertThat(values(Suggestions.of(type, 3, "loc"))).startsWith("LOCALIZER");
    ElementToEdit modality = Elements.text(Tag.MODALITY, Vr.CS, "");
    assertThat(values(Suggestions.of(modality, 1, "tomography"))).contains("CT", "PT", "OPT");
    assertThat(values(Suggestions.of(modality, 1, "ct"))).startsWith("CT");
  }

  @Test
  void uidsOfTheKindOfTheAttributeAreSuggestedByName() {
    ElementToEdit sopClass = Elements.text(Tag.SOP_CLASS_UID, Vr.UI, "");
    assertThat(values(Suggestions.of(sopClass, 1, "ct image storage")))
        .startsWith("1.2.840.10008.5.1.4.1.1.2");
    ElementToEdit syntax = Elements.text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, "");
    assertThat(values(Suggestions.of(syntax, 1, "rle"))).contains("1.2.840.10008.1.2.5");
    assertThat(Suggestions.all(Elements.text(Tag.STUDY_INSTANCE_UID, Vr.UI, ""), 1)).isEmpty();
  }

  @Test
  void tagsAreSuggestedByKeyword() {
    ElementToEdit pointer = Elements.text(Tag.of(0x0028, 0x0009), Vr.AT, "");
    assertThat(values(Suggestions.of(pointer, 1, "frametimevec"))).containsExactly("(0018,1065)");
  }

  @ParameterizedTest
  @CsvSource({
    "00180050, DS, 5, Unit: mm",
    "00280010, US, 5, Range: 0 … 65535",
    "00180080, DS, 5, Unit: ms",
    "00181150, IS, 5, Unit: ms   Range: −2147483648 … 2147483647",
    "00080060, CS, MR, magnetic resonance",
    "00100040, CS, X, 'This is none of the values the standard lists, and it allows no others.'",
    "00080016, UI, 1.2.840.10008.5.1.4.1.1.2, CT Image Storage",
    "00280009, AT, '(0018,1063)', Frame Time",
    "00100020, LO, abc, 61 characters left",
    "00081090, LO, abc, 61 characters left"
  })
  void aNoteSaysWhatAValueIs(String tag, Vr vr, String value, String note) {
    ElementToEdit element = Elements.text(Tag.parse(tag).orElseThrow(), vr, "");
    assertThat(new ValueNote(TestServices.synchronous(folder), element).of(value, 1))
        .isEqualTo(note);
  }

  private DateTimeParts dateTime(Vr vr) {
    return new DateTimeParts(
        vr, text, InstantSource.fixed(Instant.parse("2024-06-02T12:30:59.5Z")));
  }

  private static String shown(DateTimeParts parts) {
    return parts.order().stream()
        .map(part -> parts.property(part).get())
        .collect(Collectors.joining("|"));
  }

  private static List<String> values(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::value).toList();
  }
}
