package org.voxdesk.app.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
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
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;

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
    EditCommands.bind(app, new SaveAs(app), "tags.title", () -> {});
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
    rename("Newer^Name");
    assertThat(app.unsaved().count()).isEqualTo(1);
  }

  @Test
  void theSeriesIsSavedUnderTheNamesOfTheSource() throws Exception {
    rename("New^Name");
    Path out = folder.resolve("out");
    dialogs.folder = Optional.of(out);
    services.commands().run(Command.SAVE_SERIES);
    for (Path file : files) {
      Path copy = out.resolve(file.getFileName());
      if (file.equals(shown().path())) {
        assertThat(DicomReader.read(copy).dataSet().text(Tag.PATIENT_NAME)).contains("New^Name");
      } else {
        assertThat(copy).hasBinaryContent(Files.readAllBytes(file));
      }
    }
    assertThat(dialogs.asked).hasSize(1);
    assertThat(notified(Severity.INFO)).singleElement().asString().contains("40 images");
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
  void aTakenFolderIsAskedAboutAndLeftAloneWithoutConsent() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Path taken = Files.writeString(out.resolve(files.getFirst().getFileName()), "mine");
    dialogs.folder = Optional.of(out);
    dialogs.agrees = false;
    services.commands().run(Command.SAVE_SERIES);
    assertThat(taken).hasContent("mine");
    try (Stream<Path> there = Files.list(out)) {
      assertThat(there).hasSize(1);
    }
    dialogs.agrees = true;
    services.commands().run(Command.SAVE_SERIES);
    assertThat(taken).hasBinaryContent(Files.readAllBytes(files.getFirst()));
  }

  @Test
  void theSeriesIsCompressedIfThatIsChosen() throws Exception {
    Path out = folder.resolve("out");
    dialogs.folder = Optional.of(out);
    services.commands().run(Command.SAVE_JPEG_LS);
    services.commands().run(Command.SAVE_SERIES);
    for (Path file : files) {
      DicomFile copy = DicomReader.read(out.resolve(file.getFileName()));
      DicomFile source = DicomReader.read(file);
      assertThat(copy.transferSyntax()).isEqualTo(Transcoding.Target.JPEGLS.syntax());
      assertThat(Images.shorts(new FrameReader().read(copy.dataSet(), copy.transferSyntax(), 0)))
          .isEqualTo(
              Images.shorts(new FrameReader().read(source.dataSet(), source.transferSyntax(), 0)));
    }
  }

  @Test
  void whatCannotBeWrittenIsToldAndTheRestIsSaved() throws Exception {
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve(files.get(3).getFileName()));
    dialogs.folder = Optional.of(out);
    services.commands().run(Command.SAVE_SERIES);
    assertThat(notified(Severity.ERROR)).singleElement().asString().contains("39 of 40");
    assertThat(out.resolve(files.get(4).getFileName())).exists();
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
    app.session().hold();
    assertThat(rename("New^Name")).isFalse();
    assertThat(notified(Severity.WARNING)).hasSize(1);
    app.session().release();
    assertThat(rename("New^Name")).isTrue();
  }

  @Test
  void closingAsksOnlyAboutEditsThatAreInNoFile() {
    assertThat(app.unsaved().mayBeLost()).isTrue();
    assertThat(dialogs.asked).isEmpty();
    rename("New^Name");
    dialogs.agrees = false;
    assertThat(app.unsaved().mayBeLost()).isFalse();
    assertThat(dialogs.asked).singleElement().asString().startsWith("One image has edits");
    app.session().undo();
    assertThat(app.unsaved().mayBeLost()).isTrue();
  }

  @Test
  void filesOfSeveralFoldersThatAreCalledTheSameAreToldApart() throws Exception {
    List<Instance> images = new ArrayList<>();
    for (String name : List.of("a/x.dcm", "b/X.dcm", "c/x", "d/x")) {
      images.add(new Instance(Path.of(name), SmallSeries.slice(0)));
    }
    assertThat(FileNames.of(images)).containsExactly("x.dcm", "X_2.dcm", "x", "x_2");
    assertThat(new Series("", images).instances()).hasSize(4);
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
