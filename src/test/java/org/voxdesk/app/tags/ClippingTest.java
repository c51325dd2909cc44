package org.voxdesk.app.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Targets;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.json.DicomJson;
import org.voxdesk.study.Instance;

final class ClippingTest {
  private static final Tag IMAGES = Tag.of(0x0008, 0x1140);

  @TempDir Path folder;

  private Services services;
  private AppModel app;
  private TagsViewModel model;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"));
    app = new AppModel(services);
    model = new TagsViewModel(app);
    app.session().open(SmallSeries.write(folder.resolve("in")));
  }

  @Test
  void textHasALineForEachElement() {
    assertThat(Clipping.text(List.of(row("PatientName"), row("Rows")), model.text()))
        .isEqualTo("(0010,0010)\tPatientName\tPN\tBall^Test\n(0028,0010)\tRows\tUS\t96");
  }

  @Test
  void csvQuotesWhatNeedsItAndListsValuesThatDiffer() {
    assertThat(Clipping.csv(List.of(row("ImageComments")), model.text()).split("\r\n", 2))
        .containsExactly(
            "Tag,Name,VR,Value,Images",
            "\"(0020,4000)\",ImageComments,LT,\"first line\r\nsecond line\",1\r\n");
    app.targets().scopeProperty().set(Targets.Scope.SERIES);
    assertThat(Clipping.csv(List.of(row("InstanceNumber")), model.text()).lines())
        .hasSize(1 + SmallSeries.SLICES);
  }

  @Test
  void jsonTakesPrivateElementsWithTheirCreatorAndSequencesWithTheirItems() throws Exception {
    DataSet copied =
        DicomJson.read(Clipping.json(List.of(row("(0009,1001)"), row("ReferencedImageSequence"))));
    assertThat(copied.privateCreator(Tag.of(0x0009, 0x1001))).contains("GEMS_IDEN_01");
    assertThat(copied.items(IMAGES)).hasSize(1);
  }

  @Test
  void whatWasCopiedFromOneImageIsPastedIntoAnotherInOneStep() throws Exception {
    String json = Clipping.json(List.of(row("ReferencedImageSequence"), row("InstanceNumber")));
    Instance other = app.session().libraryProperty().get().instances().getFirst();
    app.session().select(app.session().libraryProperty().get().series().getFirst(), other);
    new RowClipboard(services, model).paste(json);
    Instance now = app.session().current(other);
    assertThat(now.text(Tag.INSTANCE_NUMBER)).isEqualTo("21");
    assertThat(now.dataSet().items(IMAGES).getFirst().text(Tag.of(0x0008, 0x1155)))
        .contains("1.2.3.21");
    app.session().undo();
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
  }

  @Test
  void aPrivateElementGoesToTheBlockThatItsOwnerHasInTheOtherImage() throws Exception {
    Tag theirs = Tag.of(0x0009, 0x1001);
    String json = Clipping.json(List.of(row("(0009,1001)")));
    String copied = row("(0009,1001)").text();
    Instance other = app.session().libraryProperty().get().instances().getFirst();
    app.session().select(app.session().libraryProperty().get().series().getFirst(), other);
    Edit taken =
        new EditsTogether(
            List.of(
                new SetValue(TagPath.of(Tag.of(0x0009, 0x0010)), Vr.LO, "SOMEBODY ELSE"),
                new SetValue(TagPath.of(theirs), Vr.LO, "theirs")));
    assertThat(app.session().apply(taken, List.of(other))).isTrue();
    new RowClipboard(services, model).paste(json);
    new RowClipboard(services, model).paste(json);
    DataSet now = app.session().current(other).dataSet();
    assertThat(now.text(theirs)).contains("theirs");
    assertThat(now.text(Tag.of(0x0009, 0x0011))).contains("GEMS_IDEN_01");
    assertThat(now.text(Tag.of(0x0009, 0x1101))).contains(copied);
    assertThat(now.contains(Tag.of(0x0009, 0x0012))).isFalse();
    // A recipe of it does the same.
    app.session().goTo(1);
    List<Edit> made =
        app.session().historyProperty().get().made().stream().map(m -> m.edit()).toList();
    Recipe recipe = Recipe.of("r", List.of(made.get(1)));
    Recipe again = Recipe.parse(recipe.tree().toString(), "r");
    DataSet applied = again.applyTo(app.session().current(other).file()).dataSet();
    assertThat(DicomJson.write(applied, 1 << 20).text())
        .isEqualTo(DicomJson.write(now, 1 << 20).text());
  }

  @Test
  void anythingElseOnTheClipboardIsRefusedInASentence() {
    new RowClipboard(services, model).paste("{\"00100010\": 5}");
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
    assertThat(services.notifications().shown()).hasSize(1);
  }

  @Test
  void elementsArePastedIntoTheItemThatIsSelected() throws Exception {
    String json = Clipping.json(List.of(row("StudyInstanceUID")));
    TagRow item = row("ReferencedImageSequence").children().getFirst();
    model.select(List.of(item), Optional.of(item));
    new RowClipboard(services, model).paste(json);
    Instance now = app.targets().current().getFirst();
    assertThat(now.dataSet().items(IMAGES).getFirst().contains(Tag.STUDY_INSTANCE_UID)).isTrue();
  }

  private ElementRow row(String keyword) {
    TagPath path = TagPath.parse(keyword).orElseThrow();
    return model.branchesProperty().get().stream()
        .map(TagBranch::row)
        .filter(row -> row.key().path().equals(path))
        .map(ElementRow.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
