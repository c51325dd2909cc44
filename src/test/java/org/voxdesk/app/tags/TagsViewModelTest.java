package org.voxdesk.app.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.voxdesk.app.editor.ElementToEdit;
import org.voxdesk.app.editor.NewValue;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;

final class TagsViewModelTest {
  private static final TagPath REFERENCED =
      TagPath.parse("ReferencedImageSequence[0].ReferencedSOPInstanceUID").orElseThrow();

  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private TagsViewModel model;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    model = new TagsViewModel(app);
    EditCommands.bind(app, "tags.title", () -> {});
    app.session().open(SmallSeries.write(folder.resolve("in")));
  }

  @Test
  void allShowsTheMetaHeaderAndEveryElementInTheOrderOfTheFile() {
    assertThat(tags())
        .startsWith("(0002,0000)", "(0002,0001)")
        .endsWith("(7FE0,0010)")
        .containsSubsequence("(0008,0005)", "(0009,0010)", "(0010,0010)");
  }

  @Test
  void anotherCharacterSetIsAskedAboutWhereTextReadsDifferently() throws Exception {
    TagPath set = TagPath.of(Tag.SPECIFIC_CHARACTER_SET);
    set(set, "ISO_IR 100");
    assertThat(dialogs.asked).isEmpty();
    set(TagPath.of(Tag.PATIENT_NAME), "Ärger^A");
    dialogs.chosen = OptionalInt.empty();
    assertThat(set(set, "ISO_IR 144")).isFalse();
    assertThat(dialogs.asked).last().asString().contains("“Ärger^A” → “Фrger^A”");
    assertThat(dialogs.questions.getLast().usual()).isEmpty();
    dialogs.chosen = OptionalInt.of(1);
    assertThat(set(set, "ISO_IR 144")).isTrue();
    assertThat(app.targets().current().getFirst().text(Tag.SPECIFIC_CHARACTER_SET))
        .isEqualTo("ISO_IR 192");
    assertThat(app.targets().current().getFirst().text(Tag.PATIENT_NAME)).isEqualTo("Ärger^A");
    app.session().undo();
    dialogs.chosen = OptionalInt.of(0);
    assertThat(set(set, "ISO_IR 144")).isTrue();
    assertThat(app.targets().current().getFirst().text(Tag.PATIENT_NAME)).isEqualTo("Фrger^A");
  }

  @Test
  void theNumberOfValuesIsCheckedInTheTableToo() {
    ElementRow rows = (ElementRow) row(TagPath.of(Tag.ROWS));
    assertThat(model.problem(rows, "1\\2")).isPresent();
    assertThat(model.isStorable(rows, "1\\2")).isTrue();
    assertThat(model.problem(rows, "1")).isEmpty();
    assertThat(model.problem(rows, "1\\x").orElseThrow()).startsWith("Value 2: ");
  }

  private boolean set(TagPath path, String typed) {
    return row(path) instanceof ElementRow row && model.set(row, typed);
  }

  @Test
  void aLevelShowsOnlyItsElements() {
    model.levelProperty().set(Optional.of(Level.PATIENT));
    assertThat(tags()).containsExactly("(0010,0010)", "(0010,0020)");
    model.levelProperty().set(Optional.of(Level.META));
    assertThat(tags()).isNotEmpty().allMatch(tag -> tag.startsWith("(0002,"));
  }

  @Test
  void findLooksAtTagKeywordNameAndValueInAnyLetterCase() {
    model.findProperty().set("patientname");
    assertThat(tags()).containsExactly("(0010,0010)");
    model.findProperty().set("patient's name");
    assertThat(tags()).containsExactly("(0010,0010)");
    model.findProperty().set("00100010");
    assertThat(tags()).containsExactly("(0010,0010)");
    model.findProperty().set("BALL^");
    assertThat(tags()).containsExactly("(0010,0010)");
    model.findProperty().set("genesis");
    assertThat(tags()).containsExactly("(0009,1001)");
    model.findProperty().set("nothing has this");
    assertThat(tags()).isEmpty();
  }

  @Test
  void findKeepsTheParentsOfWhatIsInsideASequence() {
    model.findProperty().set("ReferencedSOPInst");
    TagBranch sequence = model.branchesProperty().get().getFirst();
    assertThat(model.text().tag(sequence.row())).isEqualTo("(0008,1140)");
    TagBranch item = sequence.kept().orElseThrow().getFirst();
    assertThat(model.text().tag(item.row())).isEqualTo("Item 1");
    assertThat(item.kept().orElseThrow().getFirst().row().key().path()).isEqualTo(REFERENCED);
  }

  @Test
  void theColumnsSayWhatIsThere() {
    TagRow name = row(TagPath.of(Tag.PATIENT_NAME));
    assertThat(model.text().name(name)).isEqualTo("PatientName");
    assertThat(model.text().vr(name)).isEqualTo("PN");
    assertThat(model.text().length(name)).isEqualTo("10");
    assertThat(model.text().value(name)).isEqualTo("Ball^Test");
    assertThat(model.text().value(row(TagPath.of(Tag.of(0x0008, 0x1140))))).isEqualTo("1 item");
    assertThat(model.text().nameDetails(element(Tag.of(0x0009, 0x1001))))
        .endsWith("Creator: GEMS_IDEN_01");
  }

  @Test
  void anEditIsShownCountedMarkedAndUndone() {
    assertThat(model.set(element(Tag.PATIENT_NAME), "New^Name")).isTrue();
    assertThat(model.text().value(row(TagPath.of(Tag.PATIENT_NAME)))).isEqualTo("New^Name");
    assertThat(model.isEdited(row(TagPath.of(Tag.PATIENT_NAME)))).isTrue();
    assertThat(model.isEdited(row(TagPath.of(Tag.PATIENT_ID)))).isFalse();
    assertThat(model.summaryProperty().get()).isEqualTo("1 element changed · 1 image");
    assertThat(services.commands().detailProperty(Command.UNDO).get()).contains("PatientName");

    services.commands().run(Command.UNDO);
    assertThat(model.text().value(row(TagPath.of(Tag.PATIENT_NAME)))).isEqualTo("Ball^Test");
    assertThat(model.summaryProperty().get()).isEmpty();
    assertThat(services.commands().availableProperty(Command.UNDO).get()).isFalse();

    services.commands().run(Command.REDO);
    assertThat(model.text().value(row(TagPath.of(Tag.PATIENT_NAME)))).isEqualTo("New^Name");
  }

  @Test
  void anEditInsideASequenceMarksTheItemAndTheSequenceToo() {
    TagRow sequence = row(TagPath.of(Tag.of(0x0008, 0x1140)));
    TagRow nested = sequence.children().getFirst().children().getFirst();
    assertThat(nested instanceof ElementRow element && model.set(element, "1.9.9")).isTrue();
    sequence = row(TagPath.of(Tag.of(0x0008, 0x1140)));
    assertThat(model.isEdited(sequence)).isTrue();
    assertThat(model.isEdited(sequence.children().getFirst())).isTrue();
    assertThat(model.isEdited(sequence.children().getFirst().children().getFirst())).isTrue();
    assertThat(model.summaryProperty().get()).isEqualTo("1 element changed · 1 image");
  }

  @Test
  void whatTheVrForbidsIsExplainedAndRefused() {
    ElementRow rows = element(Tag.ROWS);
    assertThat(model.problem(rows, "12")).isEmpty();
    assertThat(model.problem(rows, "70000"))
        .contains("It does not fit an unsigned number of 16 bits.");
    assertThat(model.set(rows, "many")).isFalse();
    assertThat(model.problem(element(Tag.PIXEL_SPACING), "1\\x"))
        .contains("Value 2: A decimal number is wanted.");
    assertThat(services.commands().availableProperty(Command.UNDO).get()).isFalse();
  }

  @Test
  void aValueThatTheCharacterSetLacksOffersToReencodeTheFileInOneStep() {
    ElementRow name = element(Tag.PATIENT_NAME);
    assertThat(model.problem(name, "李^雷").orElseThrow()).contains("character set");
    dialogs.agrees = false;
    assertThat(model.set(name, "李^雷")).isFalse();
    assertThat(model.text().value(row(TagPath.of(Tag.PATIENT_NAME)))).isEqualTo("Ball^Test");
    dialogs.agrees = true;
    assertThat(model.set(name, "李^雷")).isTrue();
    assertThat(dialogs.asked).filteredOn(text -> text.contains("ISO_IR 192")).hasSize(2);
    assertThat(model.text().value(row(TagPath.of(Tag.PATIENT_NAME)))).isEqualTo("李^雷");
    assertThat(model.text().value(row(TagPath.of(Tag.SPECIFIC_CHARACTER_SET))))
        .isEqualTo("ISO_IR 192");
    services.commands().run(Command.UNDO);
    assertThat(model.text().value(row(TagPath.of(Tag.PATIENT_NAME)))).isEqualTo("Ball^Test");
    assertThat(services.commands().availableProperty(Command.UNDO).get()).isFalse();
  }

  @Test
  void anElementThatTheCharacterSetLacksIsAddedAfterTheFileIsReencoded() {
    var add = new AddElementViewModel(services, model);
    add.nameProperty().set("PatientComments");
    add.valueProperty().set("结节");
    assertThat(add.problemProperty().get()).contains("ISO_IR 192");
    assertThat(add.add()).isPresent();
    assertThat(model.text().value(row(add("PatientComments")))).isEqualTo("结节");
  }

  private static TagPath add(String keyword) {
    return TagPath.parse(keyword).orElseThrow();
  }

  @Test
  void whatCannotBeTypedSaysWhy() {
    assertThat(model.whyFixed(element(Tag.PIXEL_DATA))).contains("Binary");
    assertThat(model.whyFixed(element(Tag.of(0x0008, 0x1140)))).contains("sequence");
    assertThat(model.whyFixed(element(Tag.META_GROUP_LENGTH))).contains("group length");
    assertThat(model.whyFixed(element(Tag.TRANSFER_SYNTAX_UID))).contains("transfer syntax");
    assertThat(model.whyFixed(element(Tag.PATIENT_NAME))).isEmpty();
  }

  @Test
  void aDeletedElementGoesAndUndoBringsItBack() {
    delete(row(TagPath.of(Tag.PATIENT_ID)));
    assertThat(tags()).doesNotContain("(0010,0020)");
    assertThat(dialogs.asked).hasSize(1).first().asString().contains("belongs to the patient");
    services.commands().run(Command.UNDO);
    assertThat(tags()).contains("(0010,0020)");
  }

  @Test
  void duplicatesAreShownAndOnlyTheFirstIsEdited() throws Exception {
    DicomFile file = SmallSeries.slice(0);
    DataSet dataSet = file.dataSet();
    var elements = new ArrayList<>(dataSet.elements());
    elements.add(dataSet.get(Tag.PATIENT_ID).orElseThrow());
    DataSet doubled = DataSet.of(dataSet.encoding(), elements, new byte[0]);
    Path target = folder.resolve("double.dcm");
    DicomWriter.save(file.withDataSet(doubled), target, AtomicFile.Existing.REFUSE);
    app = new AppModel(services);
    model = new TagsViewModel(app);
    app.session().open(List.of(target));
    assertThat(tags()).filteredOn("(0010,0020)"::equals).hasSize(2);
    TagRow last = model.branchesProperty().get().getLast().row();
    assertThat(model.whyFixed(last)).contains("first");
    dialogs.agrees = false;
    delete(last);
    assertThat(dialogs.asked).singleElement().asString().contains("(0010,0020)");
    assertThat(tags()).filteredOn("(0010,0020)"::equals).hasSize(2);
  }

  @Test
  void anElementIsAddedWithTheDictionarysVr() {
    AddElementViewModel add = new AddElementViewModel(services, model);
    add.nameProperty().set("PatientBirthDate");
    assertThat(add.vrProperty().get()).isEqualTo(Vr.DA);
    add.valueProperty().set("19991350");
    assertThat(add.problemProperty().get()).contains("A date is");
    assertThat(add.add()).isEmpty();
    add.valueProperty().set("19991231");
    assertThat(add.problemProperty().get()).isEmpty();
    assertThat(add.add()).contains(TagPath.of(Tag.PATIENT_BIRTH_DATE));
    assertThat(tags()).containsSubsequence("(0010,0020)", "(0010,0030)", "(0020,000D)");
    assertThat(add.nameProperty().get()).isEmpty();
  }

  @Test
  void theSignOfThePixelsChoosesTheVrWhereTheDictionaryLeavesItOpen() {
    AddElementViewModel add = new AddElementViewModel(services, model);
    add.nameProperty().set("SmallestImagePixelValue");
    assertThat(add.vrProperty().get()).isEqualTo(Vr.SS);
  }

  @Test
  void anElementGoesIntoTheItemThatIsSelected() {
    TagRow item = row(TagPath.of(Tag.of(0x0008, 0x1140))).children().getFirst();
    model.selectedProperty().set(Optional.of(item));
    AddElementViewModel add = new AddElementViewModel(services, model);
    add.nameProperty().set("(0008,1150)");
    add.valueProperty().set("1.2.840.10008.5.1.4.1.1.2");
    assertThat(add.destinationProperty().get())
        .isEqualTo("Goes into item 1 of ReferencedImageSequence");
    assertThat(add.add().orElseThrow().toString())
        .isEqualTo("ReferencedImageSequence[0].ReferencedSOPClassUID");
  }

  @Test
  void whatIsThereAlreadyOrHasNoPlaceIsNotAdded() {
    AddElementViewModel add = new AddElementViewModel(services, model);
    add.nameProperty().set("PatientName");
    assertThat(add.problemProperty().get()).contains("there already");
    add.nameProperty().set("NoSuchThing");
    assertThat(add.problemProperty().get()).contains("No such keyword");
    add.nameProperty().set("(FFFE,E000)");
    assertThat(add.problemProperty().get()).contains("structure");
    add.nameProperty().set("ReferencedStudySequence");
    add.valueProperty().set("a sequence has no value");
    assertThat(add.problemProperty().get()).contains("sequence");
    assertThat(add.add()).isEmpty();
  }

  @Test
  void whatAModuleDemandsAndTheImageLacksHasALineInItsPlace() {
    TagRow sex = row(TagPath.of(Tag.PATIENT_SEX));
    assertThat(sex).isInstanceOf(MissingRow.class);
    assertThat(model.text().value(sex)).isEqualTo("‹missing: type 2, Patient›");
    assertThat(new ValueEditing(services, model).isPossible(Optional.of(sex))).isTrue();
    app.session().apply(new SetValue(TagPath.of(Tag.PATIENT_SEX), Vr.CS, ""), model.images());
    assertThat(row(TagPath.of(Tag.PATIENT_SEX))).isInstanceOf(ElementRow.class);
    assertThat(model.missing(row(TagPath.of(Tag.PATIENT_SEX)))).isEmpty();
  }

  @Test
  void whatTheEditorGivesBackBecomesAnEdit() throws Exception {
    ElementRow rows = element(Tag.ROWS);
    ElementToEdit element = ElementToEdit.of(rows.holder(), rows.element());
    Edit text = ValueEditing.edit(element, rows, new NewValue.Text("97", false, false));
    Edit bytes =
        ValueEditing.edit(element, rows, new NewValue.Bytes(new byte[] {98, 0}, List.of()));
    DicomFile file = model.shown().orElseThrow().file();
    assertThat(text.apply(file).dataSet().integer(Tag.ROWS)).hasValue(97);
    assertThat(bytes.apply(file).dataSet().integer(Tag.ROWS)).hasValue(98);
  }

  @Test
  void completionPutsWhatBeginsSoFirst() {
    assertThat(Completion.of("patientna").getFirst().value()).isEqualTo("PatientName");
    assertThat(Completion.of("patient's na").getFirst().value()).isEqualTo("PatientName");
    assertThat(Completion.of("(0010,0010").getFirst().value()).isEqualTo("PatientName");
    assertThat(Completion.of("")).isEmpty();
  }

  @Test
  void linesKeepTheirBreaksAndWhatWouldBeDamagedIsNotEdited() {
    EditableText text = EditableText.of("a\r\nb").orElseThrow();
    assertThat(text.value(text.shown() + "\nc")).isEqualTo("a\r\nb\r\nc");
    assertThat(EditableText.of("a\nb").orElseThrow().value("a\nc")).isEqualTo("a\nc");
    assertThat(EditableText.of("a\u001Bb")).isEmpty();
    assertThat(EditableText.of("a\tb")).isEmpty();
  }

  @Test
  void aDataSetOfTwentyThousandElementsIsListedWithoutDecodingIt() throws Exception {
    DicomFile file = SmallSeries.slice(0);
    DataSet dataSet = file.dataSet();
    var elements = new ArrayList<>(dataSet.elements());
    var private9 = dataSet.get(Tag.of(0x0009, 0x1001)).orElseThrow();
    for (int n = 0; n < 20_000; n++) {
      elements.add(
          new DataElement(
              Tag.of(0x7FE1, 0x1000 + n), Vr.LO, private9.order(), private9.value(), Framing.NONE));
    }
    Path target = folder.resolve("many.dcm");
    DicomWriter.save(
        file.withDataSet(DataSet.of(dataSet.encoding(), elements, new byte[0])),
        target,
        AtomicFile.Existing.REFUSE);
    app = new AppModel(services);
    model = new TagsViewModel(app);
    app.session().open(List.of(target));
    assertThat(model.branchesProperty().get()).hasSizeGreaterThan(20_000);
    model.findProperty().set("7fe1,4e1");
    assertThat(model.branchesProperty().get()).hasSize(16);
    assertThat(new String(private9.bytes(), StandardCharsets.US_ASCII)).startsWith("GE");
  }

  private void delete(TagRow row) {
    model.select(List.of(row), Optional.of(row));
    new RowActions(services, model).delete();
  }

  private List<String> tags() {
    return model.branchesProperty().get().stream()
        .map(TagBranch::row)
        .filter(row -> !(row instanceof MissingRow))
        .map(model.text()::tag)
        .toList();
  }

  private TagRow row(TagPath path) {
    return model.branchesProperty().get().stream()
        .map(TagBranch::row)
        .filter(row -> row.key().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private ElementRow element(Tag tag) {
    return row(TagPath.of(tag)) instanceof ElementRow element ? element : null;
  }
}
