package org.voxdesk.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.task.TaskRunner;

@ExtendWith(ApplicationExtension.class)
final class ShellTest {
  @TempDir static Path directory;

  private final List<Command> ran = new ArrayList<>();
  private final List<Runnable> work = new ArrayList<>();
  private TextField field;
  private String chosen = "";
  private Services services;
  private AppModel app;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    field = new TextField();
    services = TestServices.synchronous(directory);
    for (Command command : Command.values()) {
      services.commands().bind(command, () -> ran.add(command));
    }
    StackPane middle = new StackPane(new Label("middle"));
    middle.setFocusTraversable(true);
    middle.setOnMousePressed(event -> middle.requestFocus());
    TaskRunner tasks = new TaskRunner(work::add);
    app = new AppModel(services);
    Screens screens =
        new Screens(
            new StackPane(new Label("left")),
            middle,
            List.of(menuButton()),
            List.of(
                new InspectorTab("menu.edit", MaterialDesignT.TAG_OUTLINE, () -> field),
                new InspectorTab("menu.view", MaterialDesignT.TAG_OUTLINE, Label::new)));
    ShellViewModel shell = new ShellViewModel(services);
    MainWindow window =
        new MainWindow(
            stage,
            app,
            shell,
            new WindowTheme(shell),
            new TasksViewModel(tasks, Runnable::run),
            screens);
    tasks.start("Reading a folder", progress -> 1).report(62, 100);
    tasks.start("Writing slices", progress -> 1);
    window.show();
  }

  @Test
  void everyCommandHasAPlaceInTheMenus() {
    ShellView view = (ShellView) stage.getScene().getRoot();
    assertThat(view.menu().groups().values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(Command.values());
  }

  @Test
  void aKeyRunsItsCommandUnlessTextIsBeingTyped(FxRobot robot) {
    robot.clickOn("middle").type(KeyCode.W, KeyCode.DOWN, KeyCode.DIGIT3);
    assertThat(ran).containsExactly(Command.TOOL_WINDOW, Command.SLICE_NEXT, Command.PRESET_3);
    ran.clear();
    robot.clickOn(field).type(KeyCode.W, KeyCode.DIGIT3, KeyCode.SPACE);
    assertThat(field.getText()).isEqualTo("w3 ");
    assertThat(ran).isEmpty();
    robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
    assertThat(ran).containsExactly(Command.OPEN_FILES);
  }

  @Test
  void usualKeysWorkAgainAfterOneWasTakenFromAnotherCommand(FxRobot robot) {
    KeyCombination invert = services.shortcuts().of(Command.INVERT).orElseThrow();
    robot.interact(() -> services.shortcuts().change(Command.ROTATE_RIGHT, invert));
    robot.clickOn("middle").type(KeyCode.I, KeyCode.R);
    assertThat(ran).containsExactly(Command.ROTATE_RIGHT);
    robot.interact(services.shortcuts()::reset);
    robot.type(KeyCode.I, KeyCode.R);
    assertThat(ran).containsExactly(Command.ROTATE_RIGHT, Command.INVERT, Command.ROTATE_RIGHT);
  }

  @Test
  void aToolButtonStaysOffUntilItsCommandSaysOtherwise(FxRobot robot) {
    robot.clickOn("#" + CommandControls.id(Command.TOOL_PAN));
    assertThat(ran).containsExactly(Command.TOOL_PAN);
    ToggleButton button = robot.lookup("#" + CommandControls.id(Command.TOOL_PAN)).query();
    assertThat(button.isSelected()).isFalse();
    assertThat(button.getAccessibleText()).isEqualTo("Pan");
  }

  @Test
  void escapeClosesTheMenuOfTheToolsThatHaveNoRoom(FxRobot robot) {
    MenuButton maps = menuButton();
    ToolBar bar = new ShellToolBar(services.controls(), List.of(maps));
    robot.interact(
        () -> {
          stage.setMinWidth(300);
          stage.setWidth(400);
          stage.getScene().setRoot(bar);
        });
    waitForFxEvents();
    robot.interact(bar.lookup(".tool-bar-overflow-button")::requestFocus);
    robot.type(KeyCode.SPACE);
    assertThat(openMenus()).isEqualTo(1);
    robot.interact(maps::requestFocus);
    robot.type(KeyCode.ESCAPE);
    assertThat(openMenus()).isZero();
  }

  private static long openMenus() {
    waitForFxEvents();
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .filter(ContextMenu.class::isInstance)
        .count();
  }

  @Test
  void dividersMoveByKeys(FxRobot robot) {
    ShellView view = (ShellView) stage.getScene().getRoot();
    Node first = robot.lookup(".columns > .split-pane-divider").query();
    List<Double> before = view.dividers();
    robot.interact(first::requestFocus);
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
    waitForFxEvents();
    double width = stage.getScene().getWidth();
    assertThat(view.dividers().get(0)).isCloseTo(before.get(0) + 32 / width, Offset.offset(0.002));
    assertThat(view.dividers().get(1)).isCloseTo(before.get(1), Offset.offset(0.002));
    robot.interact(() -> stage.setWidth(width - 100));
    waitForFxEvents();
    assertThat(first.getLayoutX())
        .as("stays")
        .isNotCloseTo(before.get(0) * width, Offset.offset(9.0));
    assertThat(ran).isEmpty();
  }

  @Test
  void keysThatMoveThePictureMoveInAnOpenMenuInstead(FxRobot robot) {
    robot.clickOn("middle").clickOn("#menu-of-a-button");
    robot.type(KeyCode.DOWN, KeyCode.END, KeyCode.PAGE_DOWN, KeyCode.HOME);
    robot.type(KeyCode.END, KeyCode.ENTER);
    assertThat(ran).isEmpty();
    assertThat(chosen).isEqualTo("third");
    robot.clickOn("#menu-of-a-button");
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.END, KeyCode.ENTER);
    assertThat(ran).isEmpty();
    assertThat(chosen).as("in the inner menu").isEqualTo("last inner");
    robot.clickOn("middle").type(KeyCode.END);
    assertThat(ran).containsExactly(Command.SLICE_LAST);
  }

  private MenuButton menuButton() {
    Menu inner = new Menu("second");
    inner.getItems().addAll(entry("first inner"), entry("middle inner"), entry("last inner"));
    MenuButton button = new MenuButton("menu", null, entry("first"), inner, entry("third"));
    button.setId("menu-of-a-button");
    return button;
  }

  private MenuItem entry(String name) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> chosen = name);
    return item;
  }

  @Test
  void theColumnsArePlacedForTheWindowsWidth() {
    waitForFxEvents();
    ShellView view = (ShellView) stage.getScene().getRoot();
    List<Double> expected = ShellView.usualDividers(view.getWidth());
    assertThat(view.dividers().get(0)).isCloseTo(expected.get(0), within());
    assertThat(view.dividers().get(1)).isCloseTo(expected.get(1), within());
  }

  @Test
  void notificationsAndTasksAreShownAndCanBeDismissed(FxRobot robot) {
    robot.interact(
        () -> {
          app.readoutProperty().set("i 308 j 198 k 82 · LPS 23.6 -47.6 -172.5 mm · HU -623");
          services.notifications().info("140 images opened.");
          services.notifications().warn("The spacing is not even.", Optional.of("Gap at 12"));
          services.notifications().error("The file was not saved.", Optional.of("Disk full"));
        });
    robot.clickOn("Details");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "shell"));
    assertThat(robot.lookup("Disk full").tryQuery().or(() -> robot.lookup("Gap at 12").tryQuery()))
        .isPresent();
    robot.clickOn("1 more");
    assertThat(robot.lookup("Writing slices").tryQuery()).isPresent();
    robot.type(KeyCode.ESCAPE);
    services.notifications().shown().stream()
        .toList()
        .forEach(n -> robot.interact(() -> services.notifications().dismiss(n)));
    assertThat(robot.lookup(".notification-card").tryQuery()).isEmpty();
  }

  @Test
  void theKeysPageTakesANewKey(FxRobot robot) {
    ShellView view = (ShellView) stage.getScene().getRoot();
    assertThat(view.menu().groups()).containsKeys("File", "File › Pixels in saved files", "View");
    robot.interact(
        () -> stage.getScene().setRoot(new ShortcutsPage(services, view.menu().groups())));
    robot.clickOn("Ctrl+O").type(KeyCode.ESCAPE);
    assertThat(services.shortcuts().of(Command.OPEN_FILES))
        .as("as it was")
        .isEqualTo(Command.OPEN_FILES.usualKey());
    robot.clickOn("Ctrl+O").type(KeyCode.DELETE);
    assertThat(services.shortcuts().of(Command.OPEN_FILES)).isEmpty();
    robot.interact(services.shortcuts()::reset);
    robot.clickOn("Ctrl+O").type(KeyCode.K);
    assertThat(services.shortcuts().of(Command.OPEN_FILES))
        .contains(new KeyCodeCombination(KeyCode.K));
    assertThat(robot.lookup("K").tryQuery()).isPresent();
    robot.clickOn("Usual keys again");
    assertThat(robot.lookup("Ctrl+O").tryQuery()).isPresent();
  }

  private static Offset<Double> within() {
    return Offset.offset(0.02);
  }
}
