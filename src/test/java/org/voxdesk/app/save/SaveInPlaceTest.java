package org.voxdesk.app.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.notify.Notification.Severity;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.Differences;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

/// Saving over the open files, undoing it, and saving again. The pixels are big enough to stay in
/// the files.
final class SaveInPlaceTest {
  private static final int SIZE = 256;
  private static final int IMAGES = 4;
  private static final OptionalInt REPLACE = OptionalInt.of(0);

  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private final Map<Path, byte[]> originals = new HashMap<>();
  private Services services;
  private AppModel app;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    SaveCommands.bind(app);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      Path file = folder.resolve("in").resolve("image" + i + ".dcm");
      DicomWriter.save(image(i), file, Existing.REFUSE);
      originals.put(file, Files.readAllBytes(file));
      files.add(file);
    }
    app.session().open(files);
    dialogs.chosen = REPLACE;
  }

  @AfterEach
  void close() {
    app.kept().close();
  }

  private static DicomFile image(int number) throws Exception {
    byte[] pixels = new byte[2 * SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 + number);
    }
    Encoding encoding = Encoding.EXPLICIT_LITTLE;
    DataSet dataSet =
        DataSet.empty(encoding)
            .with(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
            .with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3." + number)
            .with(Tag.PATIENT_NAME, Vr.PN, "Old^Name")
            .with(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2")
            .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.3")
            .with(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
            .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "1")
            .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
            .with(Tag.ROWS, Vr.US, Integer.toString(SIZE))
            .with(Tag.COLUMNS, Vr.US, Integer.toString(SIZE))
            .with(Tag.BITS_ALLOCATED, Vr.US, "16")
            .with(Tag.BITS_STORED, Vr.US, "16")
            .with(Tag.HIGH_BIT, Vr.US, "15")
            .with(Tag.PIXEL_REPRESENTATION, Vr.US, "0")
            .with(DataElement.of(Tag.PIXEL_DATA, Vr.OW, encoding.order(), new Value.Bytes(pixels)));
    return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_LITTLE);
  }

  @Test
  void pixelsThatWereSavedAreUndoneToTheBytesThereWere() throws Exception {
    make(threshold(1000));
    save();
    Map<Path, byte[]> changed = onDisk();
    assertThat(changed.get(shown().path())).isNotEqualTo(originals.get(shown().path()));
    assertThat(history().editedPaths()).isEmpty();

    app.session().undo();
    assertThat(history().editedPaths()).hasSize(IMAGES);
    save();
    assertOnDisk(originals);
    app.session().redo();
    save();
    assertOnDisk(changed);
    app.session().undo();
    save();
    assertOnDisk(originals);
  }

  @Test
  void stepsOfPixelsAndTagsAreGoneThroughAcrossSeveralSaves() throws Exception {
    List<Map<Path, byte[]>> states = new ArrayList<>(List.of(onDisk()));
    List<Edit> edits =
        List.of(name("One^Name"), threshold(1000), name("Two"), threshold(3000), name("Three"));
    for (int i = 0; i < edits.size(); i++) {
      make(edits.get(i));
      states.add(bytes());
      if (i % 2 == 0) {
        save();
        assertOnDisk(states.getLast());
      }
    }
    for (int step : new int[] {3, 5, 0, 4, 1, 2, 5, 0}) {
      app.session().goTo(step);
      assertSame(bytes(), states.get(step));
      save();
      assertOnDisk(states.get(step));
    }
    assertThat(history().steps()).hasSize(edits.size());
  }

  @Test
  void aTagEditIsSavedUndoneAndRedone() throws Exception {
    make(name("New^Name"));
    save();
    assertThat(shown().text(Tag.PATIENT_NAME)).isEqualTo("New^Name");
    assertThat(app.session().libraryProperty().get().patients().getFirst().name())
        .isEqualTo("New^Name");
    app.session().undo();
    assertThat(current().text(Tag.PATIENT_NAME)).isEqualTo("Old^Name");
    assertThat(app.unsaved().count()).isEqualTo(IMAGES);
    app.session().redo();
    assertThat(history().editedPaths()).isEmpty();
    assertThat(services.commands().availableProperty(Command.SAVE).get()).isFalse();
    app.session().undo();
    save();
    assertOnDisk(originals);
  }

  @Test
  void pixelsThatAreTheSameBytesAreNotCalledEditedPastASave() throws Exception {
    make(name("New^Name"));
    save();
    app.session().undo();
    assertThat(differences()).containsExactly("PatientName");
    save();
    app.session().redo();
    assertThat(differences()).containsExactly("PatientName");
    make(threshold(100));
    assertThat(differences()).containsExactly("PatientName", "PixelData");
    save();
    app.session().undo();
    assertThat(differences()).containsExactly("PixelData");
  }

  @Test
  void nothingOfTheOriginalsOfDeidentifiedImagesStaysInTheFolder() throws Exception {
    make(name("Secret^Name"));
    save();
    assertThat(hidden()).hasSize(IMAGES);
    List<Instance> all = app.session().libraryProperty().get().instances();
    var options = new ProfileOptions(Set.of(), OptionalInt.empty());
    Edit edit = new Deidentify(options, new PseudonymKey("key"));
    assertThat(app.session().apply(edit, all.subList(0, 3))).isTrue();
    dialogs.chosen = OptionalInt.of(1);
    save();
    assertThat(dialogs.questions.getLast().text()).contains("3 of them have been de-identified");
    assertThat(hidden()).hasSize(1);
    assertThat(told()).anyMatch(text -> text.contains("can no longer be undone"));
    assertThat(history().editedPaths()).isEmpty();
    assertThat(history().done()).isEqualTo(1);
    // What was not de-identified is undone as ever.
    app.session().undo();
    assertThat(history().editedPaths()).hasSize(1);
    app.session().redo();
    int asked = dialogs.questions.size();
    make(name("Other"));
    save();
    assertThat(dialogs.questions).hasSize(asked);
    assertThat(app.session().apply(edit, app.session().libraryProperty().get().instances()))
        .isTrue();
    save();
    assertThat(dialogs.questions).hasSize(asked + 1);
    assertThat(hidden()).isEmpty();
  }

  private List<String> told() {
    return services.notifications().shown().stream().map(Notification::text).toList();
  }

  private List<String> differences() {
    return Differences.between(shown().file(), current().file()).stream()
        .map(difference -> difference.path().toString())
        .toList();
  }

  @Test
  void whatIsKeptForUndoingIsOpenedByNobodyAndGoneInTheEnd() throws Exception {
    Path looked = shown().path();
    make(threshold(1000));
    save();
    assertThat(hidden()).hasSize(IMAGES);
    assertThat(shown().path()).isEqualTo(looked);
    app.session().open(List.of(folder.resolve("in")));
    assertThat(app.session().libraryProperty().get().instances()).hasSize(IMAGES);
    app.kept().close();
    assertThat(hidden()).isEmpty();
  }

  @Test
  void theUserSeesHowManyFilesAreReplacedAndMayChangeTheirMindOrNotBeAskedAgain() throws Exception {
    make(name("New^Name"));
    dialogs.chosen = OptionalInt.empty();
    save();
    assertOnDisk(originals);
    assertThat(dialogs.asked)
        .singleElement()
        .asString()
        .contains("4 files in one folder")
        .contains(folder.resolve("in").toString());
    dialogs.chosen = OptionalInt.of(1);
    save();
    assertThat(history().editedPaths()).isEmpty();
    make(name("Newer^Name"));
    save();
    assertThat(history().editedPaths()).isEmpty();
    assertThat(dialogs.asked).hasSize(2);
  }

  @Test
  void backupsAreKeptIfThatIsChosenAndAreNotOpenedWithTheirFolder() throws Exception {
    services.commands().run(Command.KEEP_BACKUP);
    assertThat(services.commands().selectedProperty(Command.KEEP_BACKUP).get()).isTrue();
    make(name("New^Name"));
    save();
    make(name("Newer^Name"));
    Map<Path, byte[]> between = onDisk();
    save();
    for (Path file : originals.keySet()) {
      assertThat(Path.of(file + ".bak")).hasBinaryContent(originals.get(file));
      assertThat(Path.of(file + ".bak2")).hasBinaryContent(between.get(file));
    }
    app.session().open(List.of(folder.resolve("in")));
    assertThat(app.session().libraryProperty().get().instances()).hasSize(IMAGES);
  }

  @Test
  void aBackupIsChosenInTheQuestionAndNotRememberedIfTheQuestionIsCancelled() throws Exception {
    make(name("New^Name"));
    dialogs.atQuestion = question -> question.tick().orElseThrow().on().set(true);
    dialogs.chosen = OptionalInt.empty();
    save();
    assertThat(services.commands().selectedProperty(Command.KEEP_BACKUP).get()).isFalse();
    dialogs.chosen = REPLACE;
    save();
    for (Path file : originals.keySet()) {
      assertThat(Path.of(file + ".bak")).hasBinaryContent(originals.get(file));
    }
    assertThat(services.commands().selectedProperty(Command.KEEP_BACKUP).get()).isTrue();
    make(name("Newer^Name"));
    dialogs.atQuestion = question -> question.tick().orElseThrow().on().set(false);
    save();
    assertThat(Path.of(shown().path() + ".bak2")).doesNotExist();
    assertThat(services.commands().selectedProperty(Command.KEEP_BACKUP).get()).isFalse();
  }

  @Test
  void aFileThatCannotBeReplacedStaysEdited() throws Exception {
    make(name("New^Name"));
    Path lost = shown().path();
    Files.delete(lost);
    Files.createDirectory(lost);
    save();
    assertThat(history().editedPaths()).containsExactly(lost);
    assertThat(services.notifications().shown().getLast().severity()).isEqualTo(Severity.ERROR);
    assertThat(services.notifications().shown().getLast().page()).isPresent();
  }

  @Test
  void closingNamesWhatIsUnsavedAndSavesItIfThatIsChosen() throws Exception {
    List<String> left = new ArrayList<>();
    app.unsaved().leave(() -> left.add("nothing to lose"));
    assertThat(left).hasSize(1);
    assertThat(dialogs.asked).isEmpty();

    make(name("New^Name"));
    dialogs.chosen = OptionalInt.empty();
    app.unsaved().leave(() -> left.add("changed their mind"));
    assertThat(left).hasSize(1);
    assertThat(dialogs.asked)
        .singleElement()
        .asString()
        .contains("4 images have edits")
        .contains("4 images");

    dialogs.chosen = OptionalInt.of(1);
    app.unsaved().leave(() -> left.add("discards"));
    assertThat(left).hasSize(2);
    assertOnDisk(originals);

    dialogs.chosen = OptionalInt.of(0);
    app.unsaved().leave(() -> left.add("saves"));
    assertThat(left).hasSize(3);
    assertThat(DicomReader.read(shown().path()).dataSet().text(Tag.PATIENT_NAME))
        .contains("New^Name");
  }

  @Test
  void closingIsPutOffIfWhatIsUnsavedCannotBeSaved() throws Exception {
    make(name("New^Name"));
    Path lost = shown().path();
    Files.delete(lost);
    Files.createDirectory(lost);
    List<String> left = new ArrayList<>();
    app.unsaved().leave(() -> left.add("saved"));
    assertThat(left).isEmpty();
    assertThat(app.unsaved().count()).isEqualTo(1);
  }

  @Test
  void anEditOfOtherImagesIsMadeWhileSomeAreHeld() {
    List<Instance> all = app.session().libraryProperty().get().instances();
    Path held = all.getFirst().path();
    assertThat(app.session().hold(Set.of(held))).isTrue();
    assertThat(app.session().apply(name("A"), List.of(all.get(1)))).isTrue();
    app.session().undo();
    assertThat(history().done()).isZero();
    app.session().release(Set.of(held));
    make(name("B"));
    assertThat(app.session().hold(Set.of(held))).isTrue();
    app.session().undo();
    assertThat(history().done()).isEqualTo(1);
    assertThat(app.session().hold(Set.of(held))).isFalse();
  }

  private static Edit name(String name) {
    return new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, name);
  }

  private static Edit threshold(int below) {
    return new ThresholdPixels(below, 5, ThresholdPixels.Units.STORED);
  }

  private void make(Edit edit) {
    assertThat(app.session().apply(edit, app.session().libraryProperty().get().instances()))
        .isTrue();
  }

  private void save() {
    services.commands().run(Command.SAVE);
  }

  private EditHistory history() {
    return app.session().historyProperty().get();
  }

  private Instance shown() {
    return app.session().instanceProperty().get().orElseThrow();
  }

  private Instance current() {
    return app.session().current(shown());
  }

  /// The bytes that the images would be saved with.
  private Map<Path, byte[]> bytes() throws IOException {
    Map<Path, byte[]> bytes = new HashMap<>();
    for (Instance image : app.session().libraryProperty().get().instances()) {
      bytes.put(image.path(), DicomWriter.bytes(app.session().current(image).file()));
    }
    return bytes;
  }

  private Map<Path, byte[]> onDisk() throws IOException {
    Map<Path, byte[]> bytes = new HashMap<>();
    for (Path file : originals.keySet()) {
      bytes.put(file, Files.readAllBytes(file));
    }
    return bytes;
  }

  private void assertOnDisk(Map<Path, byte[]> expected) throws IOException {
    assertSame(onDisk(), expected);
  }

  private static void assertSame(Map<Path, byte[]> actual, Map<Path, byte[]> expected) {
    for (Map.Entry<Path, byte[]> file : expected.entrySet()) {
      assertThat(Optional.ofNullable(actual.get(file.getKey())))
          .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(file.getValue()));
    }
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("in"))) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
