package org.voxdesk.app.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
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
import org.voxdesk.app.model.Targets;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.study.Instance;

@ExtendWith(ApplicationExtension.class)
final class TagsViewTest {
  @TempDir static Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    services = TestServices.synchronous(folder, dialogs);
    app = new AppModel(services);
    Screens screens =
        new Screens(
            new StackPane(new Label("left")),
            new StackPane(new Label("middle")),
            List.of(),
            List.of(TagsView.tab(app)));
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
  void open(FxRobot robot, @TempDir Path input) throws Exception {
    List<Path> files = SmallSeries.write(input);
    robot.interact(
        () -> {
          app.session().open(files);
          services.notifications().shown().stream()
              .toList()
              .forEach(services.notifications()::dismiss);
        });
    waitForFxEvents();
  }

  @Test
  void aValueIsEditedInPlaceAndUndone(FxRobot robot) {
    select(robot, Tag.PATIENT_NAME);
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.F2);
    robot.type(KeyCode.N, KeyCode.E, KeyCode.W, KeyCode.ENTER);
    assertThat(name()).isEqualTo("new");
    assertThat(robot.lookup(".tag-footer .label").queryLabeled().getText())
        .isEqualTo("1 element changed · 1 image");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "tags-edited"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(name()).isEqualTo("Ball^Test");
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    assertThat(name()).isEqualTo("new");
  }

  @Test
  void aSeriesIsShownOnceAndEditedInOneStep(FxRobot robot) {
    robot.interact(() -> app.targets().scopeProperty().set(Targets.Scope.SERIES));
    select(robot, Tag.PATIENT_NAME);
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.F2).type(KeyCode.X, KeyCode.ENTER);
    assertThat(robot.lookup(".tag-footer .label").queryLabeled().getText())
        .isEqualTo("1 element changed · " + SmallSeries.SLICES + " images");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "tags-series"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
    robot.interact(() -> app.targets().scopeProperty().set(Targets.Scope.IMAGE));
  }

  @Test
  void whatWasTypedComesBackWhenTheQuestionIsCancelled(FxRobot robot) {
    robot.interact(() -> app.targets().scopeProperty().set(Targets.Scope.SERIES));
    select(robot, Tag.PATIENT_NAME);
    robot.interact(() -> table(robot).requestFocus());
    dialogs.agrees = false;
    robot.type(KeyCode.F2).type(KeyCode.X, KeyCode.ENTER);
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
    TextField field = robot.lookup(".tag-field").queryAs(TextField.class);
    assertThat(field.getText()).isEqualTo("x");
    assertThat(field.isFocused()).isTrue();
    assertThat(dialogs.questions.getLast().usual()).hasValue(0);
    dialogs.agrees = true;
    robot.type(KeyCode.Y, KeyCode.ENTER);
    assertThat(name()).isEqualTo("xy");
    robot.interact(() -> app.targets().scopeProperty().set(Targets.Scope.IMAGE));
  }

  @Test
  void whatWasFoundIsDeletedWithTheKeyboardAlone(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.FIND_TAG));
    robot.write("patientid").type(KeyCode.DOWN, KeyCode.DELETE);
    assertThat(current().dataSet().contains(Tag.PATIENT_ID)).isFalse();
    robot.interact(() -> robot.lookup(".tag-find").queryAs(TextField.class).clear());
  }

  @Test
  void aSelectionBeginsWhereTheKeyboardIsAndNotWhereTheLastOneDid(FxRobot robot) {
    TextField find = robot.lookup(".tag-find").queryAs(TextField.class);
    robot.interact(() -> table(robot).requestFocus());
    select(robot, Tag.ROWS);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, KeyCode.DOWN).release(KeyCode.SHIFT);
    assertThat(selected(robot)).hasSize(3);
    robot.interact(() -> services.commands().run(Command.FIND_TAG));
    robot.write("vr:DS").type(KeyCode.DOWN);
    assertThat(selected(robot)).hasSize(1);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    assertThat(selected(robot)).isEqualTo(shown(robot).subList(0, 2));
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    assertThat(selected(robot)).isEqualTo(shown(robot).subList(0, 3));
    robot.interact(find::clear);
  }

  private List<String> selected(FxRobot robot) {
    return table(robot).getSelectionModel().getSelectedItems().stream()
        .map(item -> item.getValue().key().path().tag().toString())
        .toList();
  }

  @Test
  void theMenuOfALineOpensWithTheKeyboard(FxRobot robot) {
    select(robot, Tag.PATIENT_ID);
    robot.interact(() -> table(robot).requestFocus());
    robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    assertThat(table(robot).getContextMenu().isShowing()).isTrue();
    robot.interact(() -> table(robot).getContextMenu().hide());
    robot.type(KeyCode.CONTEXT_MENU);
    assertThat(table(robot).getContextMenu().isShowing()).isTrue();
    robot.interact(() -> table(robot).getContextMenu().hide());
  }

  @Test
  void whatIsFoundAfterTheSelectedLineHasGoneIsEditedWithTheKeyboardAlone(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.FIND_TAG));
    robot.write("modality").type(KeyCode.DOWN, KeyCode.DELETE);
    robot.interact(() -> services.commands().run(Command.FIND_TAG));
    robot.write("patientid").type(KeyCode.DOWN, KeyCode.F2);
    robot.type(KeyCode.Q, KeyCode.ENTER);
    assertThat(current().text(Tag.PATIENT_ID)).isEqualTo("q");
    robot.interact(() -> robot.lookup(".tag-find").queryAs(TextField.class).clear());
  }

  @Test
  void keysOfTheTableDoNothingWhileTheKeyboardIsElsewhere(FxRobot robot) {
    select(robot, Tag.PATIENT_ID);
    robot.interact(() -> robot.lookup("#tags-scope").query().requestFocus());
    robot.type(KeyCode.DELETE);
    assertThat(current().dataSet().contains(Tag.PATIENT_ID)).isTrue();
  }

  @Test
  void elementsAreCopiedAndPastedWithTheKeyboard(FxRobot robot) {
    select(robot, Tag.PATIENT_ID);
    robot.interact(() -> table(robot).requestFocus());
    robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    robot.type(KeyCode.DELETE);
    assertThat(current().dataSet().contains(Tag.PATIENT_ID)).isFalse();
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    assertThat(current().dataSet().contains(Tag.PATIENT_ID)).isTrue();
  }

  @Test
  void itemsAreAddedAndTakenOutWithTheButtonsThatAppear(FxRobot robot) {
    Tag images = Tag.of(0x0008, 0x1140);
    assertThat(robot.lookup("#tags-item-add").tryQuery()).isPresent();
    select(robot, images);
    robot.clickOn("#tags-item-add");
    assertThat(current().dataSet().items(images)).hasSize(2);
    robot.clickOn("#tags-item-up");
    assertThat(current().dataSet().items(images).getFirst().elements()).isEmpty();
    robot.clickOn("#tags-item-delete");
    assertThat(current().dataSet().items(images)).hasSize(1);
  }

  @Test
  void escapeLeavesTheValueAsItWas(FxRobot robot) {
    select(robot, Tag.PATIENT_NAME);
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.ENTER).type(KeyCode.X, KeyCode.ESCAPE);
    assertThat(name()).isEqualTo("Ball^Test");
    assertThat(robot.lookup(".tag-field").tryQuery()).isEmpty();
  }

  @Test
  void aForbiddenValueIsExplainedAndNotCommitted(FxRobot robot) {
    select(robot, Tag.ROWS);
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.F2).type(KeyCode.X);
    assertThat(hint()).contains("A whole number is wanted.");
    robot.type(KeyCode.ENTER);
    assertThat(robot.lookup(".tag-field").tryQuery()).isPresent();
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
    robot.type(KeyCode.BACK_SPACE, KeyCode.DIGIT9, KeyCode.ENTER);
    assertThat(hint()).isEmpty();
    assertThat(current().dataSet().integer(Tag.ROWS)).hasValue(9);
  }

  @Test
  void theFindKeyGoesToTheFieldAndTypingFilters(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.FIND_TAG));
    robot.write("genesis");
    assertThat(shown(robot)).containsExactly("(0009,1001)");
    robot.type(KeyCode.ESCAPE);
    assertThat(shown(robot)).hasSizeGreaterThan(20);
    robot.write("referencedsop");
    assertThat(table(robot).getExpandedItemCount()).isEqualTo(3);
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "tags-found"));
    robot.interact(() -> robot.lookup(".tag-find").queryAs(TextField.class).clear());
    robot.clickOn("Patient");
    assertThat(shown(robot)).containsExactly("(0010,0010)", "(0010,0020)");
    robot.clickOn("All");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "tags-all"));
  }

  @Test
  void deleteTakesTheElementOutAndTheNextOneIsSelected(FxRobot robot) {
    select(robot, Tag.PATIENT_NAME);
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.DELETE);
    assertThat(shown(robot)).doesNotContain("(0010,0010)");
    assertThat(table(robot).getSelectionModel().getSelectedItem()).isNotNull();
    robot.interact(() -> services.commands().run(Command.UNDO));
    assertThat(shown(robot)).contains("(0010,0010)");
  }

  @Test
  void anElementIsAddedAndSelected(FxRobot robot) {
    robot.clickOn("#tags-add-start").write("patientcomm").type(KeyCode.ENTER);
    TextField name = robot.lookup(".add-element .text-field").queryAs(TextField.class);
    assertThat(name.getText()).isEqualTo("PatientComments");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "tags-adding"));
    robot.clickOn("Add");
    assertThat(current().dataSet().contains(Tag.of(0x0010, 0x4000))).isTrue();
    TreeItem<TagRow> selected = table(robot).getSelectionModel().getSelectedItem();
    assertThat(selected.getValue().key().path()).isEqualTo(TagPath.of(Tag.of(0x0010, 0x4000)));
  }

  @Test
  void theVrIsChosenByItsLetters(FxRobot robot) {
    robot.clickOn("#tags-add-start");
    ComboBox<?> vr = robot.lookup(".add-element .combo-box").queryAs(ComboBox.class);
    robot.interact(vr::requestFocus);
    robot.type(KeyCode.U, KeyCode.S);
    assertThat(vr.getValue()).hasToString("US");
    robot.type(KeyCode.D);
    assertThat(vr.getValue().toString()).startsWith("D");
    robot.clickOn("#tags-add-start");
  }

  @Test
  void anEditKeepsSelectionAndOpenLines(FxRobot robot) {
    Tag sequence = Tag.of(0x0008, 0x1140);
    select(robot, sequence);
    robot.interact(
        () -> {
          TreeItem<TagRow> item = table(robot).getSelectionModel().getSelectedItem();
          item.setExpanded(true);
          item.getChildren().getFirst().setExpanded(true);
        });
    int open = table(robot).getExpandedItemCount();
    select(robot, Tag.PATIENT_NAME);
    int selected = table(robot).getSelectionModel().getSelectedIndex();
    robot.interact(() -> services.commands().run(Command.FIND_TAG));
    robot.interact(() -> table(robot).edit());
    robot.type(KeyCode.A, KeyCode.ENTER);
    assertThat(name()).isEqualTo("a");
    assertThat(table(robot).getExpandedItemCount()).isEqualTo(open);
    assertThat(table(robot).getSelectionModel().getSelectedIndex()).isEqualTo(selected);
  }

  private String name() {
    return current().text(Tag.PATIENT_NAME);
  }

  private Instance current() {
    return app.session().current(app.session().instanceProperty().get().orElseThrow());
  }

  private void select(FxRobot robot, Tag tag) {
    robot.interact(() -> table(robot).reveal(TagPath.of(tag)));
    waitForFxEvents();
  }

  private static TagTable table(FxRobot robot) {
    return robot.lookup(".tag-table").queryAs(TagTable.class);
  }

  private List<String> shown(FxRobot robot) {
    return table(robot).getRoot().getChildren().stream()
        .map(TreeItem::getValue)
        .filter(row -> !(row instanceof MissingRow))
        .map(row -> row.key().path().tag().toString())
        .toList();
  }

  private static Optional<String> hint() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(w -> w.getScene().getRoot().lookupAll(".tag-hint").stream())
        .map(node -> node instanceof Label label ? label.getText() : "")
        .findFirst();
  }
}
