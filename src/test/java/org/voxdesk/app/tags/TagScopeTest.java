package org.voxdesk.app.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Targets;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

final class TagScopeTest {
  private static final int IMAGES = 6;

  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private TagsViewModel model;

  /// Two series of one study: four images, and two.
  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    model = new TagsViewModel(app);
    Path in = folder.resolve("in");
    for (int k = 0; k < IMAGES; k++) {
      DataSet dataSet = SmallSeries.slice(k).dataSet();
      if (k >= 4) {
        dataSet = dataSet.with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.3.4");
      }
      if (k == 0) {
        dataSet = dataSet.with(Tag.STUDY_ID, Vr.SH, "S1");
      }
      DicomWriter.save(
          DicomFile.of(dataSet, SmallSeries.slice(k).transferSyntax()),
          in.resolve(k + ".dcm"),
          AtomicFile.Existing.REFUSE);
    }
    app.session().open(List.of(in));
    Instance first = images().getFirst();
    app.session().libraryProperty().get().series().stream()
        .filter(s -> s.instances().contains(first))
        .forEach(s -> app.session().select(s, first));
    services.commands().bind(Command.UNDO, app.session()::undo);
  }

  @Test
  void aStudyShowsEachElementOnceWithHowManyValuesAndOnHowManyImages() {
    scope(Targets.Scope.STUDY);
    assertThat(value("PatientName")).isEqualTo("Ball^Test");
    assertThat(value("SOPInstanceUID")).isEqualTo("‹mixed: 6 values›");
    assertThat(value("SeriesInstanceUID")).isEqualTo("‹mixed: 2 values›");
    assertThat(model.text().images(row("PatientName"))).isEqualTo("6/6");
    assertThat(model.text().images(row("StudyID"))).isEqualTo("1/6");
    assertThat(model.text().valueDetails(row("SeriesInstanceUID")))
        .contains("1.2.3.4  (2)", SmallSeries.UID + "  (4)");
    long names =
        model.branchesProperty().get().stream()
            .filter(b -> b.row().key().path().tag().equals(Tag.PATIENT_NAME))
            .count();
    assertThat(names).isEqualTo(1);
  }

  @Test
  void itemsOfSequencesAreMergedToo() {
    scope(Targets.Scope.SERIES);
    TagRow sequence = row("ReferencedImageSequence");
    TagRow uid = sequence.children().getFirst().children().getFirst();
    assertThat(model.text().value(uid)).isEqualTo("‹mixed: 4 values›");
    assertThat(model.set((ElementRow) uid, "1.9")).isTrue();
    assertThat(images())
        .filteredOn(
            i ->
                i.dataSet()
                    .items(Tag.of(0x0008, 0x1140))
                    .getFirst()
                    .text(Tag.of(0x0008, 0x1155))
                    .equals(Optional.of("1.9")))
        .hasSize(4);
  }

  @Test
  void anEditOfAStudyGoesToEveryImageInOneStepAfterASummary() {
    scope(Targets.Scope.STUDY);
    assertThat(model.apply(path("StudyDescription"), edit("StudyDescription", Vr.LO, "Chest")))
        .isTrue();
    assertThat(dialogs.asked).containsExactly("StudyDescription: 6 images in 2 series");
    assertThat(images()).allMatch(i -> i.text(Tag.STUDY_DESCRIPTION).equals("Chest"));
    services.commands().run(Command.UNDO);
    assertThat(images()).noneMatch(i -> i.text(Tag.STUDY_DESCRIPTION).equals("Chest"));
    dialogs.agrees = false;
    assertThat(model.apply(path("StudyDescription"), edit("StudyDescription", Vr.LO, "No")))
        .isFalse();
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
  }

  @Test
  void aValueOfAPatientEditedInOneImageIsOfferedToAllOfThePatient() {
    dialogs.chosen = OptionalInt.of(0);
    model.set(row("PatientName"), "New^Name");
    assertThat(images()).allMatch(i -> i.text(Tag.PATIENT_NAME).equals("New^Name"));
    dialogs.chosen = OptionalInt.of(1);
    model.set(row("PatientName"), "Only^This");
    assertThat(images()).filteredOn(i -> i.text(Tag.PATIENT_NAME).equals("Only^This")).hasSize(1);
    dialogs.chosen = OptionalInt.empty();
    assertThat(model.set(row("PatientName"), "No^One")).isFalse();
    assertThat(dialogs.asked).last().asString().contains("belongs to the patient");
  }

  @Test
  void aNewUidIsFollowedByEveryReferenceAndTheMetaHeader() {
    String reference = "ReferencedImageSequence[0].ReferencedSOPInstanceUID";
    Instance first = images().getFirst();
    String old = first.text(Tag.SOP_INSTANCE_UID);
    app.session()
        .apply(
            new SetValue(TagPath.parse(reference).orElseThrow(), Vr.UI, old),
            app.session().libraryProperty().get().instances());
    model.set(row("SOPInstanceUID"), "1.2.77");
    Instance now = images().getFirst();
    assertThat(now.text(Tag.SOP_INSTANCE_UID)).isEqualTo("1.2.77");
    assertThat(now.file().meta().text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).contains("1.2.77");
    assertThat(images())
        .allMatch(
            i ->
                i.dataSet()
                    .items(Tag.of(0x0008, 0x1140))
                    .getFirst()
                    .text(Tag.of(0x0008, 0x1155))
                    .equals(Optional.of("1.2.77")));
    scope(Targets.Scope.SERIES);
    assertThat(model.set(row("SOPInstanceUID"), "1.2.78")).isFalse();
  }

  @Test
  void aNewSeriesUidGoesToTheSeriesAndNoOther() {
    dialogs.chosen = OptionalInt.of(0);
    model.set(row("SeriesInstanceUID"), "1.2.99");
    assertThat(images())
        .filteredOn(i -> i.text(Tag.SERIES_INSTANCE_UID).equals("1.2.99"))
        .hasSize(4);
  }

  @Test
  void itemsAreAddedDuplicatedMovedAndDeleted() {
    RowActions actions = new RowActions(services, model);
    Optional<TagRow> sequence = Optional.of(row("ReferencedImageSequence"));
    assertThat(actions.act(RowActions.Action.ADD, sequence)).isPresent();
    assertThat(items()).containsExactly("1.2.3.1", "");
    actions.act(RowActions.Action.DUPLICATE, item(0));
    assertThat(items()).containsExactly("1.2.3.1", "1.2.3.1", "");
    actions.act(RowActions.Action.DOWN, item(1));
    assertThat(items()).containsExactly("1.2.3.1", "", "1.2.3.1");
    actions.act(RowActions.Action.UP, item(1));
    assertThat(items()).containsExactly("", "1.2.3.1", "1.2.3.1");
    actions.act(RowActions.Action.DELETE, item(0));
    assertThat(items()).containsExactly("1.2.3.1", "1.2.3.1");
    assertThat(actions.isPossible(RowActions.Action.UP, item(0))).isFalse();
    assertThat(actions.isPossible(RowActions.Action.DOWN, item(1))).isFalse();
  }

  @Test
  void aPrivateElementIsAddedWithItsCreator() {
    var add = new AddElementViewModel(services, model);
    add.nameProperty().set("(0013,1001)");
    add.vrProperty().set(Vr.LO);
    add.valueProperty().set("x");
    assertThat(add.creatorWantedProperty().get()).isTrue();
    assertThat(add.pathProperty().get()).isEmpty();
    add.creatorProperty().set("VOXDESK TEST");
    assertThat(add.add()).isPresent();
    Instance now = images().getFirst();
    assertThat(now.dataSet().privateCreator(Tag.of(0x0013, 0x1001))).contains("VOXDESK TEST");
    assertThat(now.text(Tag.of(0x0013, 0x1001))).isEqualTo("x");
  }

  @Test
  void aSequenceIsAddedWithoutItems() {
    var add = new AddElementViewModel(services, model);
    add.nameProperty().set("OtherPatientIDsSequence");
    assertThat(add.vrProperty().get()).isEqualTo(Vr.SQ);
    assertThat(add.add()).isPresent();
    assertThat(images().getFirst().dataSet().contains(Tag.of(0x0010, 0x1002))).isTrue();
  }

  @Test
  void selectedElementsAreDeletedTogetherInOneStep() {
    model.select(List.of(row("PatientName"), row("PatientID")), Optional.of(row("PatientID")));
    new RowActions(services, model).delete();
    Instance now = images().getFirst();
    assertThat(now.dataSet().contains(Tag.PATIENT_NAME)).isFalse();
    assertThat(now.dataSet().contains(Tag.PATIENT_ID)).isFalse();
    assertThat(app.session().historyProperty().get().undoable().orElseThrow().toString())
        .isEqualTo("delete 2 elements: PatientName, PatientID");
    services.commands().run(Command.UNDO);
    assertThat(images().getFirst().dataSet().contains(Tag.PATIENT_NAME)).isTrue();
  }

  @Test
  void aDeletionInSeveralImagesIsCalledOneAndNamesAllOfIt() {
    scope(Targets.Scope.SERIES);
    delete("KVP", "SliceThickness", "RescaleSlope", "Rows", "Columns");
    assertThat(dialogs.questions.getLast().text())
        .startsWith("Delete 4 elements: SliceThickness, RescaleSlope, Rows, Columns: 4 images");
    assertThat(dialogs.questions.getLast().options()).containsExactly("Delete them");
    delete("InstanceNumber");
    assertThat(dialogs.questions.getLast().text()).startsWith("Delete InstanceNumber: 4 images");
    scope(Targets.Scope.SERIES);
    assertThat(model.current()).hasSize(4).noneMatch(image -> image.dataSet().contains(Tag.ROWS));
  }

  @Test
  void whatACreatorOwnsIsOfferedToGoWithIt() {
    delete("(0009,0010)");
    assertThat(dialogs.questions.getLast().text()).contains("GEMS_IDEN_01").contains("1 element");
    assertThat(images().getFirst().dataSet().contains(OWNED)).isTrue();
    model.findProperty().set("is:invalid");
    assertThat(model.foundProperty().get().keys())
        .extracting(key -> key.path().tag())
        .containsExactly(OWNED);
    model.findProperty().set("");
    app.session().undo();
    dialogs.chosen = OptionalInt.of(0);
    delete("(0009,0010)");
    assertThat(images().getFirst().dataSet().contains(OWNED)).isFalse();
    assertThat(images().getFirst().dataSet().contains(CREATOR)).isFalse();
    app.session().undo();
    dialogs.chosen = OptionalInt.empty();
    delete("(0009,0010)");
    assertThat(app.session().historyProperty().get().done()).isZero();
  }

  @Test
  void privateElementsOfAnotherOwnerAreNotTouchedInOtherImages() {
    Instance other = app.session().libraryProperty().get().instances().get(3);
    app.session().apply(edit("(0009,0010)", Vr.LO, "SOMEBODY ELSE"), List.of(other));
    scope(Targets.Scope.SERIES);
    delete("(0009,0010)", "(0009,1001)");
    assertThat(app.session().current(other).dataSet().contains(OWNED)).isTrue();
    app.session().undo();
    app.session().apply(edit("(0013,0010)", Vr.LO, "SOMEBODY ELSE"), List.of(other));
    var add = new AddElementViewModel(services, model);
    add.nameProperty().set("(0013,1001)");
    add.creatorProperty().set("MINE");
    add.add();
    assertThat(app.session().current(other).text(Tag.of(0x0013, 0x0010)))
        .isEqualTo("SOMEBODY ELSE");
  }

  @Test
  void whatIsInAnAddedItemIsMarkedAndTheNextItemIsSelectedAfterOneIsDeleted() throws Exception {
    RowActions actions = new RowActions(services, model);
    actions.act(RowActions.Action.DUPLICATE, item(0));
    TagRow inside = item(1).orElseThrow().children().getFirst();
    assertThat(model.isEdited(inside)).isTrue();
    assertThat(model.isEdited(item(0).orElseThrow().children().getFirst())).isFalse();
    model.select(List.of(item(0).orElseThrow()), item(0));
    assertThat(actions.delete()).contains(path("ReferencedImageSequence").child(0, Tag.ITEM));
    model.select(List.of(item(0).orElseThrow()), item(0));
    assertThat(actions.delete()).contains(path("ReferencedImageSequence"));
  }

  private void delete(String... keywords) {
    List<TagRow> rows =
        java.util.Arrays.stream(keywords)
            .filter(keyword -> images().getFirst().dataSet().contains(path(keyword).tag()))
            .<TagRow>map(this::row)
            .toList();
    model.select(rows, Optional.of(rows.getLast()));
    new RowActions(services, model).delete();
  }

  @Test
  void aSingleFileThatIsOpenedIsTheOneThatIsShown() {
    app.session().open(List.of(folder.resolve("in").resolve("3.dcm")));
    assertThat(value("InstanceNumber")).isEqualTo("4");
  }

  @Test
  void keywordsAreListedByTheAlphabet() {
    assertThat(model.keywords()).isSorted().contains("PatientName", "PixelData", "StudyID");
  }

  private static final Tag CREATOR = Tag.of(0x0009, 0x0010);
  private static final Tag OWNED = Tag.of(0x0009, 0x1001);

  private void scope(Targets.Scope scope) {
    app.targets().scopeProperty().set(scope);
  }

  private static TagPath path(String keyword) {
    return TagPath.parse(keyword).orElseThrow();
  }

  private static SetValue edit(String keyword, Vr vr, String value) {
    return new SetValue(path(keyword), vr, value);
  }

  private ElementRow row(String keyword) {
    return model.branchesProperty().get().stream()
        .map(TagBranch::row)
        .filter(row -> row.key().path().equals(path(keyword)))
        .map(ElementRow.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String value(String keyword) {
    return model.text().value(row(keyword));
  }

  private Optional<TagRow> item(int index) {
    return Optional.of(row("ReferencedImageSequence").children().get(index));
  }

  private List<String> items() {
    return images().getFirst().dataSet().items(Tag.of(0x0008, 0x1140)).stream()
        .map(item -> item.text(Tag.of(0x0008, 0x1155)).orElse(""))
        .toList();
  }

  private List<Instance> images() {
    var all = new ArrayList<>(app.session().libraryProperty().get().instances());
    all.sort(java.util.Comparator.comparing(Instance::path));
    return all.stream().map(app.session()::current).toList();
  }
}
