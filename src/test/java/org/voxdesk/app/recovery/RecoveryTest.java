package org.voxdesk.app.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.journal.LostEdits;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

/// From one run of the window to the next.
final class RecoveryTest {
  @TempDir Path temporary;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private List<Path> files = List.of();
  private final List<Runnable> waiting = new ArrayList<>();

  private record Run(AppModel app, EditJournal journal) {}

  @BeforeEach
  void write() throws Exception {
    files = SmallSeries.write(temporary.resolve("images"));
  }

  private Run start() {
    AppModel app = new AppModel(TestServices.synchronous(temporary, dialogs));
    var journal = new EditJournal(app.services(), folder(), Runnable::run);
    journal.follow(app.session());
    return new Run(app, journal);
  }

  private Path folder() {
    return temporary.resolve("journal");
  }

  private static Edit patient(String id) {
    return new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, id);
  }

  private static String id(Run run, Instance image) {
    return run.app().session().current(image).text(Tag.PATIENT_ID);
  }

  private Run edited() throws Exception {
    Run run = start();
    run.app().session().open(files);
    List<Instance> images = run.app().session().libraryProperty().get().instances();
    run.app().session().apply(patient("1"), images);
    run.app().session().apply(patient("2"), images.subList(0, 2));
    run.app().session().apply(patient("3"), images.subList(0, 2));
    run.app().session().undo();
    die(run);
    return run;
  }

  /// The process is gone, and with it its lock; what it wrote is there.
  private void die(Run run) throws Exception {
    Path[] all;
    try (Stream<Path> list = Files.list(folder())) {
      all = list.toArray(Path[]::new);
    }
    for (Path file : all) {
      byte[] bytes = Files.readAllBytes(file);
      run.journal().end(() -> {});
      Files.write(file, bytes);
    }
  }

  private Run restarted(OptionalInt answer) {
    Run run = start();
    dialogs.chosen = answer;
    new RecoveryOffer(run.app().services(), run.app().session(), run.journal()).make(folder());
    return run;
  }

  @Test
  void unsavedEditsAreOfferedAndMadeAgainAsSteps() throws Exception {
    edited();
    Run run = restarted(OptionalInt.of(0));
    assertThat(dialogs.asked)
        .anyMatch(
            text ->
                text.contains("images, 2 steps, ")
                    && text.contains(temporary.resolve("images").toString())
                    && text.contains("Cancel"));
    List<Instance> images = run.app().session().libraryProperty().get().instances();
    assertThat(images).hasSameSizeAs(files);
    assertThat(id(run, images.get(0))).isEqualTo("2");
    assertThat(id(run, images.get(2))).isEqualTo("1");
    run.app().session().undo();
    assertThat(id(run, images.get(0))).isEqualTo("1");
    run.app().session().undo();
    assertThat(run.app().session().historyProperty().get().editedPaths()).isEmpty();
  }

  @Test
  void recoveredEditsSurviveAnotherCrash() throws Exception {
    edited();
    Run run = restarted(OptionalInt.of(0));
    try (Stream<Path> list = Files.list(folder())) {
      assertThat(list).hasSize(1);
    }
    die(run);
    Run again = restarted(OptionalInt.of(0));
    List<Instance> images = again.app().session().libraryProperty().get().instances();
    assertThat(id(again, images.get(0))).isEqualTo("2");
  }

  @Test
  void whoDiscardsThemIsNotAskedAgainAndWhoLeavesThemIs() throws Exception {
    edited();
    restarted(OptionalInt.empty());
    Run left = restarted(OptionalInt.of(1));
    assertThat(left.app().session().libraryProperty().get().instances()).isEmpty();
    int asked = dialogs.asked.size();
    restarted(OptionalInt.of(0));
    assertThat(dialogs.asked).hasSize(asked);
    assertThat(folder()).isEmptyDirectory();
  }

  @Test
  void aFileThatWasChangedSinceIsTold() throws Exception {
    edited();
    Files.writeString(files.getFirst(), "something else");
    Run run = restarted(OptionalInt.of(0));
    assertThat(run.app().services().notifications().shown())
        .extracting(Notification::text)
        .anyMatch(text -> text.contains("1 could not be"));
    assertThat(run.app().session().libraryProperty().get().instances()).hasSize(files.size() - 1);
  }

  @Test
  void editsOfFilesThatAreAwayAreOfferedAgain() throws Exception {
    edited();
    Path away = temporary.resolve("away");
    Files.move(temporary.resolve("images"), away);
    Run run = restarted(OptionalInt.of(0));
    assertThat(run.app().services().notifications().shown())
        .extracting(Notification::text)
        .anyMatch(text -> text.contains("offered again"));
    run.journal().end(() -> {});
    Files.move(away, temporary.resolve("images"));
    Run again = restarted(OptionalInt.of(0));
    List<Instance> images = again.app().session().libraryProperty().get().instances();
    assertThat(id(again, images.get(0))).isEqualTo("2");
    assertThat(id(again, images.get(2))).isEqualTo("1");
  }

  @Test
  void whatWasSavedIsNotOffered() throws Exception {
    Run run = start();
    run.app().session().open(files);
    List<Instance> images = run.app().session().libraryProperty().get().instances();
    run.app().session().apply(patient("1"), images.subList(0, 1));
    run.app().session().apply(patient("2"), images.subList(0, 1));
    Path path = images.getFirst().path();
    DicomWriter.save(run.app().session().current(images.getFirst()).file(), path, Existing.REPLACE);
    run.app().session().replaced(Map.of(path, new Instance(path, DicomReader.read(path))));
    run.app().session().apply(patient("9"), images.subList(1, 2));
    run.app().session().undo();
    run.app().session().redo();
    die(run);
    try (LostEdits lost = LostEdits.in(folder()).getFirst()) {
      assertThat(lost.images()).containsExactly(images.get(1).path());
      assertThat(lost.steps()).isEqualTo(1);
    }
  }

  @Test
  void anEditDoesNotWaitForTheDisk() throws Exception {
    AppModel app = new AppModel(TestServices.synchronous(temporary, dialogs));
    new EditJournal(app.services(), folder(), waiting::add).follow(app.session());
    app.session().open(files);
    app.session().apply(patient("1"), app.session().libraryProperty().get().instances());
    assertThat(folder()).doesNotExist();
    waiting.forEach(Runnable::run);
    assertThat(folder()).isNotEmptyDirectory();
  }

  @Test
  void aJournalThatCannotBeWrittenIsToldOnceAndEditingGoesOn() throws Exception {
    Files.writeString(folder(), "in the way");
    Run run = start();
    run.app().session().open(files);
    List<Instance> images = run.app().session().libraryProperty().get().instances();
    run.app().session().apply(patient("1"), images);
    run.app().session().apply(patient("2"), images);
    assertThat(id(run, images.getFirst())).isEqualTo("2");
    assertThat(run.app().services().notifications().shown())
        .extracting(Notification::text)
        .containsOnlyOnce("Edits cannot be written down; a crash would lose them.");
  }
}
