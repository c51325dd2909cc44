package org.voxdesk.app.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.save.SaveLevel.Extent;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.steps.StepsView;
import org.voxdesk.app.tags.TagsView;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomReader;
import org.voxdesk.study.Instance;

/// Saving and the list of steps in the window.
@ExtendWith(ApplicationExtension.class)
final class SaveViewTest {
  @TempDir static Path settings;
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private Stage stage;
  private List<Path> files = List.of();

  @Start
  void start(Stage stage) {
    this.stage = stage;
    services = TestServices.synchronous(settings, dialogs);
    app = new AppModel(services);
    Screens screens =
        new Screens(
            new StackPane(new Label("left")),
            new StackPane(new Label("middle")),
            List.of(),
            List.of(TagsView.tab(app), StepsView.tab(app)));
    SaveCommands.bind(app);
    services.preferences().setDividers(List.of(0.17, 0.45));
    ShellViewModel shell = new ShellViewModel(services);
    new MainWindow(
            stage,
            app,
            shell,
            new WindowTheme(shell),
            new TasksViewModel(services.tasks(), Runnable::run),
            screens)
        .show();
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    files = SmallSeries.write(folder.resolve("in"));
    robot.interact(
        () -> {
          app.session().open(files);
          services.notifications().shown().stream()
              .toList()
              .forEach(services.notifications()::dismiss);
        });
    waitForFxEvents();
    dialogs.chosen = OptionalInt.of(0);
  }

  @Test
  void theSaveKeyWritesTheEditedImageAndTheUndoKeyStillTakesItBack(FxRobot robot) throws Exception {
    byte[] before = Files.readAllBytes(shown().path());
    rename(robot, "New^Name");
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    assertThat(dialogs.asked).singleElement().asString().contains("One file in one folder");
    assertThat(DicomReader.read(shown().path()).dataSet().text(Tag.PATIENT_NAME))
        .contains("New^Name");
    assertThat(app.unsaved().count()).isZero();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(app.unsaved().count()).isEqualTo(1);
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    assertThat(shown().path()).hasBinaryContent(before);
  }

  @Test
  void theStepsAreListedAndGoneToByClickAndByKey(FxRobot robot) {
    rename(robot, "One");
    rename(robot, "Two");
    rename(robot, "Three");
    robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
    waitForFxEvents();
    ListView<?> list = robot.lookup("#steps-list").query();
    assertThat(list.getItems()).hasSize(4);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(3);
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "steps"));
    robot.clickOn("As opened", MouseButton.PRIMARY);
    assertThat(app.session().historyProperty().get().done()).isZero();
    robot.interact(list::requestFocus);
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    assertThat(app.session().historyProperty().get().done()).isZero();
    robot.type(KeyCode.ENTER);
    assertThat(app.session().historyProperty().get().done()).isEqualTo(2);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    assertThat(app.session().current(shown()).text(Tag.PATIENT_NAME)).isEqualTo("Two");
  }

  @Test
  void theLevelPageShowsTheNamesAndSavesUnderThem(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.SAVE_LEVEL));
    Stage page = show(robot, (Parent) dialogs.pages.getLast().get());
    assertThat(robot.lookup("#level-problem").queryLabeled().getText()).contains("folder");
    Button save = robot.lookup("#level-save").query();
    assertThat(save.isDisabled()).isTrue();
    Path out = folder.resolve("out");
    dialogs.folder = Optional.of(out);
    robot.clickOn("Choose…");
    assertThat(save.isDisabled()).isFalse();
    ComboBox<Extent> extent = robot.lookup("#level-extent").query();
    robot.interact(() -> extent.setValue(Extent.STUDY));
    TextField pattern = robot.lookup("#level-pattern").query();
    robot.interact(() -> pattern.setText("{PatientID}/{InstanceNumber:4}.dcm"));
    waitForFxEvents();
    assertThat(robot.lookup("B1/0001.dcm").tryQuery()).isPresent();
    ListView<?> names = robot.lookup("#level-names").query();
    assertThat(names.getItems().getLast()).hasToString("and 34 more");
    robot.interact(() -> Snapshots.save(page.getScene().getRoot(), "save-level"));
    robot.clickOn(save);
    assertThat(page.isShowing()).isFalse();
    assertThat(out.resolve("B1").resolve("0040.dcm")).exists();
  }

  @Test
  void theReportTellsEachFileAndIsReachedFromTheNotification(FxRobot robot) throws Exception {
    robot.interact(() -> rename(robot, "New^Name"));
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve(files.get(3).getFileName()));
    robot.interact(
        () -> {
          SaveLevel level = new SaveLevel(new Saving(app));
          level.patternProperty().set(SaveLevel.SOURCE_NAMES);
          level.folderProperty().set(out.toString());
          level.save();
        });
    robot.clickOn("Details");
    show(robot, (Parent) dialogs.pages.getLast().get());
    TableView<?> table = robot.lookup(".table-view").query();
    assertThat(table.getItems()).hasSize(1);
    assertThat(robot.lookup("39 saved, 1 failed, 0 not begun").tryQuery()).isPresent();
    robot.interact(() -> Snapshots.save(table.getScene().getRoot(), "save-report"));
    robot.clickOn("#report-others");
    assertThat(table.getItems()).hasSize(SmallSeries.SLICES);
  }

  @Test
  void closingTheWindowAsksAboutWhatIsUnsavedAndGoesOnOnceItIsSaved(FxRobot robot)
      throws Exception {
    rename(robot, "New^Name");
    dialogs.chosen = OptionalInt.empty();
    robot.interact(this::close);
    assertThat(stage.isShowing()).isTrue();
    assertThat(dialogs.asked).singleElement().asString().contains("CT: 1 image");
    dialogs.chosen = OptionalInt.of(0);
    robot.interact(this::close);
    assertThat(stage.isShowing()).isFalse();
    assertThat(DicomReader.read(shown().path()).dataSet().text(Tag.PATIENT_NAME))
        .contains("New^Name");
  }

  private void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private Stage show(FxRobot robot, Parent page) {
    Stage[] shown = new Stage[1];
    robot.interact(
        () -> {
          Stage window = new Stage();
          window.setScene(new javafx.scene.Scene(page));
          window.getScene().getStylesheets().setAll(stage.getScene().getStylesheets());
          window.show();
          shown[0] = window;
        });
    waitForFxEvents();
    return shown[0];
  }

  private Instance shown() {
    return app.session().instanceProperty().get().orElseThrow();
  }

  private void rename(FxRobot robot, String name) {
    robot.interact(
        () ->
            app.session()
                .apply(new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, name), List.of(shown())));
  }
}
