package org.voxdesk.app.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.notify.Notification.Severity;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomReader;
import org.voxdesk.study.Instance;

final class SaveAsTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private List<Path> files = List.of();

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    SaveCommands.bind(app);
    files = SmallSeries.write(folder.resolve("in"));
    app.session().open(files);
    services.notifications().shown().stream().toList().forEach(services.notifications()::dismiss);
  }

  @Test
  void theImageIsSavedWithItsEditsAndTheSourceStaysAsItIs() throws Exception {
    byte[] before = Files.readAllBytes(shown().path());
    rename("New^Name");
    assertThat(app.unsaved().count()).isEqualTo(1);
    Path target = folder.resolve("out.dcm");
    dialogs.target = Optional.of(target);
    services.commands().run(Command.SAVE_AS);
    assertThat(DicomReader.read(target).dataSet().text(Tag.PATIENT_NAME)).contains("New^Name");
    assertThat(shown().path()).hasBinaryContent(before);
    assertThat(app.unsaved().count()).isZero();
    assertThat(notified(Severity.INFO)).singleElement().asString().contains("out.dcm");
    assertThat(dialogs.suggested).isEqualTo(shown().path());
    rename("Newer^Name");
    assertThat(app.unsaved().count()).isEqualTo(1);
  }

  @Test
  void openFilesAreReplacedOnlyAfterTheUserAgreedAndAreReadAgain() throws Exception {
    rename("New^Name");
    Path target = shown().path();
    byte[] before = Files.readAllBytes(target);
    dialogs.target = Optional.of(target);
    dialogs.agrees = false;
    services.commands().run(Command.SAVE_AS);
    assertThat(target).hasBinaryContent(before);
    assertThat(app.session().historyProperty().get().editedPaths()).hasSize(1);

    dialogs.agrees = true;
    services.commands().run(Command.SAVE_AS);
    assertThat(DicomReader.read(target).dataSet().text(Tag.PATIENT_NAME)).contains("New^Name");
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
    assertThat(shown().text(Tag.PATIENT_NAME)).isEqualTo("New^Name");
    assertThat(shown().path()).isEqualTo(target);
    // Edits are possible again, and go on from what is on the disk.
    rename("Newer^Name");
    assertThat(app.session().current(shown()).text(Tag.PATIENT_NAME)).isEqualTo("Newer^Name");
  }

  @Test
  void aSingleFailureIsOneSentence() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("file"), "x");
    dialogs.target = Optional.of(inTheWay.resolve("out.dcm"));
    services.commands().run(Command.SAVE_AS);
    assertThat(notified(Severity.ERROR)).singleElement().asString().contains("out.dcm");
    assertThat(inTheWay).hasContent("x");
  }

  @Test
  void noEditIsMadeWhileOpenFilesAreBeingReplaced() {
    Set<Path> held = Set.of(shown().path());
    assertThat(app.session().hold(held)).isTrue();
    assertThat(rename("New^Name")).isFalse();
    assertThat(notified(Severity.WARNING)).hasSize(1);
    SetValue edit = new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "Other");
    List<Instance> all = app.session().libraryProperty().get().instances();
    assertThat(app.session().apply(edit, all)).isFalse();
    assertThat(app.session().apply(edit, List.of(all.getFirst()))).isTrue();
    app.session().release(held);
    assertThat(rename("New^Name")).isTrue();
  }

  @Test
  void anImageThatIsSavedOverAnotherOpenOneTakesItsPlaceAndTheStepsOfThatOneEnd() throws Exception {
    rename("Lost^Name");
    Path target = shown().path();
    app.session().select(app.session().seriesProperty().get().orElseThrow(), image(3));
    rename("New^Name");
    dialogs.target = Optional.of(target);
    services.commands().run(Command.SAVE_AS);
    assertThat(app.session().historyProperty().get().steps()).hasSize(1);
    assertThat(app.session().historyProperty().get().editedPaths()).containsExactly(files.get(3));
    assertThat(DicomReader.read(target).dataSet().text(Tag.INSTANCE_NUMBER)).contains("4");
  }

  private Instance image(int number) {
    return app.session().libraryProperty().get().instances().stream()
        .filter(image -> image.path().equals(files.get(number)))
        .findFirst()
        .orElseThrow();
  }

  private Instance shown() {
    return app.session().instanceProperty().get().orElseThrow();
  }

  private boolean rename(String name) {
    return app.session()
        .apply(new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, name), List.of(shown()));
  }

  private List<String> notified(Severity severity) {
    return services.notifications().shown().stream()
        .filter(n -> n.severity() == severity)
        .map(Notification::text)
        .toList();
  }
}
