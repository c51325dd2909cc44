package org.voxdesk.app.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Targets;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;

final class TagQueryTest {
  @TempDir Path folder;

  private AppModel app;
  private TagsViewModel model;

  @BeforeEach
  void open() throws Exception {
    app = new AppModel(TestServices.synchronous(folder.resolve("settings")));
    model = new TagsViewModel(app);
    app.session().open(SmallSeries.write(folder.resolve("in")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vr:PN|(0010,0010)",
        "is:private|(0009,0010) (0009,1001)",
        "is:priv -genesis|(0009,0010)",
        "name:patient value:ball|(0010,0010)",
        "value:\"first line\"|(0020,4000)",
        "/^ball.*test$/|(0010,0010)",
        "value:/^b[0-9]$/|(0010,0020)",
        "tag:0010,00 -is:missing|(0010,0010) (0010,0020)",
        "\"Patient's Name\"|(0010,0010)",
        "is:edited|(0010,0020)",
        "is:invalid|(0010,0040)",
        "is:missing name:sex|(0010,0040)",
        "is:mixed|",
        "is:nonsense|",
        "keyword:patientid|(0010,0020)"
      })
  void asksByColumnPropertyAndExpression(String query, String tags) {
    var images = app.targets().imagesProperty().get();
    app.session().apply(new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "B2"), images);
    if (query.contains("invalid")) {
      app.session()
          .apply(
              new SetValue(TagPath.of(Tag.PATIENT_SEX), Vr.CS, "female", Checking.STORABLE),
              images);
    }
    model.findProperty().set(query);
    assertThat(found()).containsExactlyElementsOf(tags == null ? List.of() : split(tags));
  }

  @Test
  void mixedValuesAreFoundByAnyOfThem() {
    app.targets().scopeProperty().set(Targets.Scope.SERIES);
    model.findProperty().set("is:mixed");
    assertThat(found()).contains("(0008,0018)", "(0020,0013)").doesNotContain("(0010,0010)");
    model.findProperty().set(SmallSeries.UID + ".1.17");
    assertThat(found()).contains("(0008,0018)");
  }

  @ParameterizedTest
  @CsvSource({"creator:GE, creator:", "is:nonsense, is:nonsense", "vr:PN,", "/a:/,", "12:30,"})
  void whatAsksForNothingIsNamed(String query, String unknown) {
    model.findProperty().set(query);
    assertThat(model.foundProperty().get().unknown())
        .isEqualTo(java.util.Optional.ofNullable(unknown));
  }

  @Test
  void aBrokenExpressionIsExplainedAndHidesNothing() {
    model.findProperty().set("/(/");
    assertThat(model.foundProperty().get().problem()).isPresent();
    assertThat(found()).hasSizeGreaterThan(20);
  }

  @Test
  void theNextLineIsFoundRoundTheEnd() {
    model.findProperty().set("tag:0010,00 -is:missing");
    Found found = model.foundProperty().get();
    var first = found.next(java.util.Optional.empty(), 1);
    var second = found.next(first, 1);
    assertThat(second).isNotEqualTo(first);
    assertThat(found.next(second, 1)).isEqualTo(first);
    assertThat(found.next(first, -1)).isEqualTo(second);
  }

  @Test
  void othersStayInSightWhenTheyAreNotToBeHidden() {
    model.onlyFoundProperty().set(false);
    model.findProperty().set("PatientName");
    assertThat(found()).hasSizeGreaterThan(20);
    assertThat(model.foundProperty().get().keys()).hasSize(1);
  }

  @Test
  void aKeywordThatIsInNoneOfTheImagesIsSaidToBeAbsent() {
    model.findProperty().set("PatientName");
    assertThat(model.absent()).isEmpty();
    model.findProperty().set("PatientComments");
    assertThat(model.absent()).contains("PatientComments (0010,4000) is not in this image.");
  }

  private static List<String> split(String tags) {
    return List.of(tags.split(" "));
  }

  private List<String> found() {
    return model.branchesProperty().get().stream()
        .map(branch -> branch.row().key().path().tag().toString())
        .toList();
  }
}
