package org.voxdesk.app.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.prefs.Preferences;

@ExtendWith(ApplicationExtension.class)
final class FxDialogsTest {
  @TempDir static Path folder;

  private final List<OptionalInt> answers = new ArrayList<>();
  private FxDialogs dialogs;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    stage.setScene(new Scene(new StackPane(), 600, 400));
    stage.show();
    dialogs =
        new FxDialogs(
            () -> stage,
            Messages.of(Locale.ENGLISH),
            Preferences.empty(folder.resolve("preferences.properties")));
  }

  @Test
  void enterTakesTheUsualOption(FxRobot robot) {
    ask(new Question("Title", "Whole or part?", List.of("Whole", "Part")).usually(1));
    assertThat(robot.lookup("Part").queryAs(Button.class).isDefaultButton()).isTrue();
    assertThat(robot.lookup("Cancel").queryAs(Button.class).isDefaultButton()).isFalse();
    robot.type(KeyCode.ENTER);
    assertThat(answers).containsExactly(OptionalInt.of(1));
  }

  @Test
  void enterAndEscapeCancelWhereThereIsNone(FxRobot robot) {
    var question = new Question("Title", "Replace?", List.of("Replace"));
    ask(question);
    robot.type(KeyCode.ENTER);
    ask(question);
    robot.type(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(OptionalInt.empty(), OptionalInt.empty());
  }

  @Test
  void aBoxIsTickedWithTheKeyboardBeforeTheAnswer(FxRobot robot) {
    var ticked = new SimpleBooleanProperty();
    ask(
        new Question("Title", "Replace?", List.of("Replace"))
            .with(new Question.Tick("Keep", ticked)));
    robot.interact(() -> robot.lookup("Keep").queryAs(CheckBox.class).requestFocus());
    robot.type(KeyCode.SPACE);
    robot.clickOn("Replace");
    assertThat(ticked.get()).isTrue();
    assertThat(answers).containsExactly(OptionalInt.of(0));
  }

  @Test
  void escapeClosesAPageWhoseListHasTheKeys(FxRobot robot) {
    Platform.runLater(
        () ->
            dialogs.show(
                "Page",
                () -> {
                  ListView<String> list = new ListView<>();
                  list.getItems().setAll("one", "two");
                  return list;
                }));
    waitForFxEvents();
    robot.clickOn("two");
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("two").tryQuery()).isEmpty();
  }

  @Test
  void aQuestionAskedByAPageIsAboveIt(FxRobot robot) {
    Platform.runLater(
        () ->
            dialogs.show(
                "Page",
                () -> {
                  Button button = new Button("Ask");
                  button.setOnAction(
                      event ->
                          answers.add(
                              dialogs.choose(new Question("Title", "Yes?", List.of("Yes")))));
                  return button;
                }));
    waitForFxEvents();
    robot.clickOn("Ask");
    Window page = robot.lookup("Ask").query().getScene().getWindow();
    Stage question = (Stage) robot.lookup("Yes").query().getScene().getWindow();
    assertThat(question.getOwner()).isSameAs(page);
    robot.clickOn("Yes");
    assertThat(answers).containsExactly(OptionalInt.of(0));
    robot.clickOn("Close");
    ask(new Question("Title", "Again?", List.of("Again")));
    Stage next = (Stage) robot.lookup("Again").query().getScene().getWindow();
    assertThat(next.getOwner()).isSameAs(stage);
    robot.clickOn("Again");
  }

  @Test
  void escapeClosesAPageThatAsksWhileAFieldOfItHasTheFocus(FxRobot robot) {
    AtomicReference<Optional<String>> answer = new AtomicReference<>(Optional.of("not closed"));
    Platform.runLater(
        () -> answer.set(dialogs.<String>ask("Page", given -> new VBox(new TextField("text")))));
    waitForFxEvents();
    robot.clickOn(".dialog-pane .text-field").type(KeyCode.ESCAPE);
    waitForFxEvents();
    assertThat(answer.get()).isEmpty();
  }

  private void ask(Question question) {
    Platform.runLater(() -> answers.add(dialogs.choose(question)));
    waitForFxEvents();
  }
}
