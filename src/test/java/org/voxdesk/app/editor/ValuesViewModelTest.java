package org.voxdesk.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

final class ValuesViewModelTest {
  private static final Tag IMAGE_COMMENTS = Tag.of(0x0020, 0x4000);
  private static final Tag OTHER_PATIENT_IDS = Tag.of(0x0010, 0x1000);

  @TempDir Path folder;

  @Test
  void aValueComesBackAsItWas() {
    ValuesViewModel model = model(Elements.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\AXIAL"));
    assertThat(texts(model)).containsExactly("ORIGINAL", "PRIMARY", "AXIAL");
    assertThat(model.valueProperty().get())
        .contains(new NewValue.Text("ORIGINAL\\PRIMARY\\AXIAL", false, false));
  }

  @Test
  void valuesAreAddedMovedAndRemoved() {
    ValuesViewModel model = model(Elements.text(OTHER_PATIENT_IDS, Vr.LO, "A\\B"));
    model.selectedProperty().set(1);
    model.add();
    model.selectedTextProperty().set("C");
    assertThat(texts(model)).containsExactly("A", "B", "C");
    model.move(-2);
    assertThat(texts(model)).containsExactly("C", "A", "B");
    assertThat(model.selectedTextProperty().get()).isEqualTo("C");
    model.move(-1);
    assertThat(texts(model)).containsExactly("C", "A", "B");
    model.remove();
    assertThat(texts(model)).containsExactly("A", "B");
    assertThat(value(model)).isEqualTo("A\\B");
    model.remove();
    model.remove();
    assertThat(texts(model)).containsExactly("");
    assertThat(value(model)).isEmpty();
  }

  @Test
  void aWrongValueIsNamedByItsNumberAndCanBeOverridden() {
    ValuesViewModel model = model(Elements.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY"));
    model.selectedProperty().set(1);
    model.selectedTextProperty().set("primary");
    assertThat(model.problemProperty().get())
        .isEqualTo("Value 2: Only capital letters, digits, space and underscore are allowed.");
    assertThat(model.values().get(0).problemProperty().get()).isEmpty();
    assertThat(model.values().get(1).problemProperty().get()).isNotEmpty();
    assertThat(model.valueProperty().get()).isEmpty();
    assertThat(model.overridableProperty().get()).isTrue();
    model.overriddenProperty().set(true);
    assertThat(model.valueProperty().get())
        .contains(new NewValue.Text("ORIGINAL\\primary", true, false));
    model.selectedTextProperty().set("SECONDARY");
    assertThat(model.valueProperty().get())
        .contains(new NewValue.Text("ORIGINAL\\SECONDARY", false, false));
  }

  @Test
  void tooFewOrManyValuesAreAProblemThatCanBeOverridden() {
    ValuesViewModel model = model(Elements.text(Tag.PIXEL_SPACING, Vr.DS, "0.5\\0.5"));
    model.add();
    model.selectedTextProperty().set("1");
    assertThat(model.problemProperty().get())
        .isEqualTo("The number of values is 3, where 2 is laid down.");
    assertThat(model.overridableProperty().get()).isTrue();
  }

  @Test
  void anAttributeOfOneValueHasNoListUnlessItHasMore() {
    assertThat(model(Elements.text(Tag.PATIENT_ID, Vr.LO, "A")).isMultiple()).isFalse();
    assertThat(model(Elements.text(Tag.PATIENT_ID, Vr.LO, "A\\B")).isMultiple()).isTrue();
    assertThat(model(Elements.text(OTHER_PATIENT_IDS, Vr.LO, "")).isMultiple()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"US,65536", "SS,-32769", "UL,-1", "FL,x", "FD,1e999", "AT,nothing", "SV,1.5"})
  void numbersThatDoNotFitCannotBeOverridden(Vr vr, String typed) {
    ValuesViewModel model = model(Elements.text(Tag.of(0x0009, 0x1001), vr, ""));
    model.selectedTextProperty().set(typed);
    model.overriddenProperty().set(true);
    assertThat(model.problemProperty().get()).isNotEmpty();
    assertThat(model.overridableProperty().get()).isFalse();
    assertThat(model.valueProperty().get()).isEmpty();
  }

  @Test
  void charactersThatTheSetLacksNeedUtf8AndThatIsSaid() {
    ValuesViewModel model = model(Elements.text(Tag.PATIENT_NAME, Vr.PN, "Muller"));
    model.selectedTextProperty().set("Müller");
    assertThat(model.utf8NeededProperty().get()).isTrue();
    assertThat(model.valueProperty().get()).isEmpty();
    model.overriddenProperty().set(true);
    assertThat(model.valueProperty().get()).contains(new NewValue.Text("Müller", false, true));
  }

  @Test
  void charactersThatNoSetOfTheVrHasAreRefused() {
    ValuesViewModel model = model(Elements.text(Tag.MODALITY, Vr.CS, "CT"));
    model.selectedTextProperty().set("ÇT");
    model.overriddenProperty().set(true);
    assertThat(model.overridableProperty().get()).isFalse();
    assertThat(model.valueProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).contains("character set");
  }

  @ParameterizedTest
  @CsvSource({"a\\r\\nb", "a\\nb", "a\\nb\\r\\nc\\rd", "tab\\there"})
  void lineBreaksAndControlCharactersComeBackAsTheyWere(String escaped) {
    String text = escaped.translateEscapes();
    ValuesViewModel model = model(Elements.text(IMAGE_COMMENTS, Vr.LT, text));
    assertThat(value(model)).isEqualTo(text);
    assertThat(model.selectedTextProperty().get()).doesNotContain("\r");
    model.selectedTextProperty().set(model.selectedTextProperty().get() + "!");
    assertThat(value(model)).isEqualTo(text + "!");
  }

  @Test
  void aNewLineIsCarriageReturnAndLineFeed() {
    ValuesViewModel model = model(Elements.text(IMAGE_COMMENTS, Vr.LT, "a"));
    model.selectedTextProperty().set("a\nb");
    assertThat(value(model)).isEqualTo("a\r\nb");
  }

  @Test
  void aBackslashInTextOfOneValueSeparatesNothing() {
    ValuesViewModel model = model(Elements.text(IMAGE_COMMENTS, Vr.LT, "a\\b"));
    assertThat(texts(model)).containsExactly("a\\b");
    assertThat(value(model)).isEqualTo("a\\b");
  }

  static Stream<List<Object>> valuesOfEveryVr() {
    return Stream.of(
        List.of(Vr.AE, "STORE", "far too long for a title"),
        List.of(Vr.AS, "045Y", "45"),
        List.of(Vr.AT, "(0010,0010)", "x"),
        List.of(Vr.CS, "CT", "ct"),
        List.of(Vr.DA, "20240229", "20230229"),
        List.of(Vr.DS, "1.5", "x"),
        List.of(Vr.DT, "202402", "2024021"),
        List.of(Vr.FD, "1.5", "x"),
        List.of(Vr.FL, "1.5", "x"),
        List.of(Vr.IS, "-3", "1.5"),
        List.of(Vr.LO, "one", "1".repeat(65)),
        List.of(Vr.LT, "a\nb", "1".repeat(10241)),
        List.of(Vr.PN, "A^B=C", "A=B=C=D"),
        List.of(Vr.SH, "one", "1".repeat(17)),
        List.of(Vr.SL, "-3", "3000000000"),
        List.of(Vr.SS, "-3", "40000"),
        List.of(Vr.ST, "one", "1".repeat(1025)),
        List.of(Vr.SV, "-3", "x"),
        List.of(Vr.TM, "1200", "25"),
        List.of(Vr.UC, "one", "a␇"),
        List.of(Vr.UI, "1.2.3", "1.02"),
        List.of(Vr.UL, "3", "-1"),
        List.of(Vr.UR, "http://a/b", "a b"),
        List.of(Vr.US, "3", "65536"),
        List.of(Vr.UT, "one", "a␇"),
        List.of(Vr.UV, "18446744073709551615", "18446744073709551616"));
  }

  @ParameterizedTest
  @MethodSource
  void valuesOfEveryVr(List<Object> row) {
    ValuesViewModel model = model(Elements.text(Tag.of(0x0009, 0x1001), (Vr) row.get(0), ""));
    model.selectedTextProperty().set(row.get(1).toString());
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(value(model)).isEqualTo(row.get(1).toString().replace("\n", "\r\n"));
    model.selectedTextProperty().set(row.get(2).toString());
    assertThat(model.problemProperty().get()).isNotEmpty();
    assertThat(model.valueProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("valuesOfEveryVr")
  void exactlyWhatCanBeStoredCanBeOverridden(List<Object> row) {
    Vr vr = (Vr) row.get(0);
    Tag tag = Tag.of(0x0009, 0x1001);
    ValuesViewModel model = model(Elements.text(tag, vr, ""));
    model.selectedTextProperty().set(row.get(2).toString());
    model.overriddenProperty().set(true);
    ThrowingCallable encode =
        () ->
            ValueText.encode(
                tag,
                vr,
                value(model),
                CharacterSet.DEFAULT,
                ByteOrder.LITTLE_ENDIAN,
                Checking.STORABLE);
    if (model.overridableProperty().get()) {
      assertThatCode(encode).doesNotThrowAnyException();
    } else {
      assertThatCode(
              () ->
                  ValueText.encode(
                      tag,
                      vr,
                      row.get(2).toString(),
                      CharacterSet.DEFAULT,
                      ByteOrder.LITTLE_ENDIAN,
                      Checking.STORABLE))
          .isInstanceOf(DicomException.class);
    }
  }

  private ValuesViewModel model(ElementToEdit element) {
    Services services = TestServices.synchronous(folder);
    return new ValuesViewModel(services, element);
  }

  private static List<String> texts(ValuesViewModel model) {
    return model.values().stream().map(v -> v.textProperty().get()).toList();
  }

  private static String value(ValuesViewModel model) {
    return model
        .valueProperty()
        .get()
        .map(v -> v instanceof NewValue.Text text ? text.value() : "")
        .orElse("none");
  }
}
