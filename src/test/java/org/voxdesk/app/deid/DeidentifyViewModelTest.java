package org.voxdesk.app.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Targets;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.deid.ProfileOption;

final class DeidentifyViewModelTest {
  @TempDir Path folder;

  private AppModel app;
  private DeidentifyViewModel model;

  @BeforeEach
  void open() throws Exception {
    app = new AppModel(TestServices.synchronous(folder.resolve("settings")));
    app.session().open(SmallSeries.write(folder.resolve("in")));
    app.targets().scopeProperty().set(Targets.Scope.SERIES);
    model = new DeidentifyViewModel(app, app.targets().imagesProperty().get());
  }

  @Test
  void thePreviewTellsWhatWillChangeInHowManyImages() {
    assertThat(model.imageCount()).isEqualTo(SmallSeries.SLICES);
    assertThat(rows()).contains("PatientName Ball^Test 40", "(0009,1001) GE_GENESIS_FF 40");
    assertThat(rows()).noneMatch(row -> row.startsWith("Rows "));
  }

  private List<String> rows() {
    return model.previewProperty().get().comparison().orElseThrow().rows().stream()
        .map(row -> row.path() + " " + row.before() + " " + row.images())
        .toList();
  }

  @Test
  void whatIsRetainedIsNotInThePreview() {
    assertThat(rows()).anyMatch(row -> row.startsWith("StudyInstanceUID "));
    model.choose(ProfileOption.RETAIN_UIDS, true);
    assertThat(rows()).noneMatch(row -> row.startsWith("StudyInstanceUID "));
  }

  @Test
  void optionsThatDoNotGoTogetherMakeNoEdit() {
    model.choose(ProfileOption.RETAIN_FULL_DATES, true);
    assertThat(model.editProperty().get()).isPresent();
    assertThat(model.problemProperty().get()).isEmpty();
    model.choose(ProfileOption.RETAIN_MODIFIED_DATES, true);
    assertThat(model.editProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).contains("not both");
    model.choose(ProfileOption.RETAIN_FULL_DATES, false);
    model.daysProperty().set("many");
    assertThat(model.editProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).contains("whole number");
    model.daysProperty().set("-100");
    assertThat(model.editProperty().get()).isPresent();
    model.keyProperty().set("");
    assertThat(model.editProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).contains("key");
  }

  @Test
  void aBurnedInAnnotationIsWarnedAboutWithTheNumberOfImages() {
    app.session()
        .apply(
            new SetValue(TagPath.of(Tag.of(0x0028, 0x0301)), Vr.CS, "YES"),
            app.targets().imagesProperty().get());
    var again = new DeidentifyViewModel(app, app.targets().imagesProperty().get());
    assertThat(again.previewProperty().get().warnings()).containsValue(SmallSeries.SLICES);
  }
}
