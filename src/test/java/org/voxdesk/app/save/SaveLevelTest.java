package org.voxdesk.app.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.voxdesk.app.save.SaveLevel.Extent;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.study.Instance;

final class SaveLevelTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private SaveLevel level;
  private Path out;
  private List<Path> files = List.of();

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    SaveCommands.bind(app);
    files = SmallSeries.write(folder.resolve("in"));
    app.session().open(files);
    services.notifications().shown().stream().toList().forEach(services.notifications()::dismiss);
    out = folder.resolve("out");
    level = new SaveLevel(new Saving(app));
    level.folderProperty().set(out.toString());
  }

  @Test
  void theSeriesIsSavedUnderTheNamesOfTheSource() throws Exception {
    rename("New^Name");
    level.save();
    for (Path file : files) {
      Path copy = out.resolve(file.getFileName());
      if (file.equals(shown().path())) {
        assertThat(DicomReader.read(copy).dataSet().text(Tag.PATIENT_NAME)).contains("New^Name");
      } else {
        assertThat(copy).hasBinaryContent(Files.readAllBytes(file));
      }
    }
    assertThat(notified(Severity.INFO)).singleElement().asString().contains("40 images");
    assertThat(app.unsaved().count()).isZero();
  }

  @Test
  void theNamesAreMadeByThePatternFromTheEditedValues() {
    rename("New^Name");
    level.extentProperty().set(Extent.EDITED);
    level.patternProperty().set("{PatientName}/{InstanceNumber:4}.dcm");
    int number = shown().number().orElseThrow();
    String name = "New_Name/00" + number + ".dcm";
    assertThat(level.names()).containsExactly(name);
    level.save();
    assertThat(out.resolve(name)).exists();
    assertThat(new SaveLevel(new Saving(app)).patternProperty().get())
        .isEqualTo("{PatientName}/{InstanceNumber:4}.dcm");
  }

  @Test
  void theFirstNamesAreShownWhilePatternAndLevelAreChosen() {
    assertThat(level.names()).hasSize(7).startsWith("slice100.dcm").endsWith("and 34 more");
    assertThat(level.problemProperty().get()).isEmpty();
    level.patternProperty().set("{PatientID}_{InstanceNumber:3}");
    assertThat(level.names()).startsWith("B1_001", "B1_002");
    level.patternProperty().set("{PatientID");
    assertThat(level.names()).isEmpty();
    assertThat(level.problemProperty().get()).contains("brace");
    level.patternProperty().set("x");
    assertThat(level.names()).startsWith("x", "x_2", "x_3");
    level.extentProperty().set(Extent.EDITED);
    assertThat(level.problemProperty().get()).contains("no such images");
    level.extentProperty().set(Extent.PATIENT);
    assertThat(level.images()).hasSize(SmallSeries.SLICES);
    level.extentProperty().set(Extent.STUDY);
    assertThat(level.images()).hasSize(SmallSeries.SLICES);
    level.folderProperty().set(" ");
    assertThat(level.problemProperty().get()).contains("folder");
    level.save();
    assertThat(out).doesNotExist();
  }

  @Test
  void filesThatExistStayUnlessTheyAreToBeReplaced() throws Exception {
    Files.createDirectories(out);
    Path taken = Files.writeString(out.resolve(files.getFirst().getFileName()), "mine");
    level.save();
    assertThat(taken).hasContent("mine");
    assertThat(notified(Severity.ERROR)).singleElement().asString().contains("39 of 40");
    assertThat(dialogs.asked).isEmpty();

    level.replacingProperty().set(true);
    dialogs.agrees = false;
    level.save();
    assertThat(taken).hasContent("mine");
    dialogs.agrees = true;
    level.save();
    assertThat(taken).hasBinaryContent(Files.readAllBytes(files.getFirst()));
    assertThat(dialogs.asked).hasSize(2).allMatch(text -> text.contains("40 files"));
  }

  @Test
  void theSeriesIsCompressedIfThatIsChosen() throws Exception {
    services.commands().run(Command.SAVE_JPEG_LS);
    level.save();
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
  void whatCannotBeWrittenIsToldInAReportAndTheRestIsSaved() throws Exception {
    Files.createDirectories(out.resolve(files.get(3).getFileName()));
    level.save();
    assertThat(out.resolve(files.get(4).getFileName())).exists();
    assertThat(notified(Severity.ERROR)).singleElement().asString().contains("39 of 40");
    services.notifications().shown().getLast().page().orElseThrow().run();
    assertThat(dialogs.asked).endsWith("What was saved");
  }

  private Instance shown() {
    return app.session().instanceProperty().get().orElseThrow();
  }

  private void rename(String name) {
    app.session().apply(new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, name), List.of(shown()));
  }

  private List<String> notified(Severity severity) {
    return services.notifications().shown().stream()
        .filter(n -> n.severity() == severity)
        .map(Notification::text)
        .toList();
  }
}
