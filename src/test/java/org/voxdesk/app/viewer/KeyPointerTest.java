package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.Lps;

/// What the mouse does over a picture, done by keys alone.
@ExtendWith(ApplicationExtension.class)
final class KeyPointerTest {
  /// Of the pixel in the middle of a slice of 96 × 96 mm that begins at −48.
  private static final Offset<Double> NEAR = Offset.offset(1.01);

  private static final Pattern VOXEL = Pattern.compile("i +(\\d+) +j +(\\d+) +k +(\\d+)");

  @TempDir Path folder;

  private Services services;
  private AppModel app;
  private ViewerViewModel viewer;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    Path series = Files.createDirectory(folder.resolve("series"));
    SmallSeries.write(series);
    services = TestServices.synchronous(folder);
    app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    scene = new Scene(new BorderPane(new ViewerView(viewer)), 900, 700);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(series));
  }

  @Test
  void theArrowsMoveItOverPixelsAndSayWhatIsThere(FxRobot robot) {
    begin(robot, Command.TOOL_PROBE);
    assertThat(pointer().isVisible()).isTrue();
    String there = app.readoutProperty().get();
    press(robot, KeyCode.RIGHT);
    press(robot, KeyCode.DOWN, KeyCode.SHIFT);
    int[] from = voxel(there);
    assertThat(voxel(app.readoutProperty().get()))
        .containsExactly(from[0] + 1, from[1] + 10, from[2]);
    assertThat(((Label) scene.lookup(".probe")).isVisible()).isTrue();
    robot.interact(() -> Snapshots.save(scene.getRoot(), "key-pointer"));
    press(robot, KeyCode.PAGE_DOWN);
    assertThat(voxel(app.readoutProperty().get()))
        .containsExactly(from[0] + 1, from[1] + 10, from[2] + 1);
  }

  @Test
  void itStaysOnItsPixelWhateverIsDoneToThePicture(FxRobot robot) {
    begin(robot, Command.TOOL_WINDOW);
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    String there = app.readoutProperty().get();
    double x = pointer().getLayoutX();
    run(robot, Command.ZOOM_IN, Command.PAN_LEFT, Command.ROTATE_RIGHT);
    assertThat(app.readoutProperty().get()).isEqualTo(there);
    assertThat(pointer().getLayoutX()).isNotCloseTo(x, Offset.offset(5.0));
    run(robot, Command.ROTATE_LEFT, Command.FLIP_HORIZONTAL);
    press(robot, KeyCode.RIGHT);
    assertThat(voxel(app.readoutProperty().get())[0])
        .as("right on the screen")
        .isEqualTo(voxel(there)[0] - 1);
  }

  @Test
  void itGoesNoFurtherThanThePicture(FxRobot robot) {
    begin(robot, Command.TOOL_PAN);
    IntStream.range(0, 20).forEach(n -> press(robot, KeyCode.LEFT, KeyCode.SHIFT));
    assertThat(pointer().getLayoutX()).isZero();
  }

  @Test
  void enterMarksANodule(FxRobot robot) {
    begin(robot, Command.TOOL_NODULE);
    press(robot, KeyCode.ENTER);
    assertThat(app.nodules().here()).hasSize(1);
    Lps center = app.nodules().here().getFirst().center();
    assertThat(center.x()).isCloseTo(0, NEAR);
    assertThat(center.y()).isCloseTo(0, NEAR);
  }

  @Test
  void enterTwiceIsNoDoubleClick(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    begin(robot, Command.TOOL_CROSSHAIR);
    press(robot, KeyCode.ENTER);
    press(robot, KeyCode.ENTER);
    assertThat(viewer.maximisedProperty().get()).isEmpty();
  }

  @Test
  void enterSendsTheOtherPanesToThePlace(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    begin(robot, Command.TOOL_CROSSHAIR);
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    press(robot, KeyCode.ENTER);
    Lps point = viewer.crosshairProperty().get().orElseThrow();
    PaneViewModel sagittal = viewer.panes().get(2);
    assertThat(sagittal.contentProperty().get()).isEqualTo(Content.SAGITTAL);
    assertThat(sagittal.point().orElseThrow().x()).isCloseTo(point.x(), NEAR);
    assertThat(point.x()).isGreaterThan(5);
  }

  @Test
  void shiftAndEnterDragsUntilEnter(FxRobot robot) {
    begin(robot, Command.TOOL_WINDOW);
    var before = viewer.stateProperty().getValue().window();
    press(robot, KeyCode.ENTER, KeyCode.SHIFT);
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    var dragged = viewer.stateProperty().getValue().window();
    assertThat(dragged.width()).isGreaterThan(before.width());
    press(robot, KeyCode.ENTER);
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    assertThat(viewer.stateProperty().getValue().window()).isEqualTo(dragged);
  }

  @Test
  void whatIsHeldMovesThePictureOnce(FxRobot robot) {
    begin(robot, Command.TOOL_PAN);
    double width = viewer.pictureProperty().getValue().orElseThrow().transform().scaleX();
    press(robot, KeyCode.ENTER, KeyCode.SHIFT);
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    assertThat(viewer.stateProperty().getValue().panX()).isCloseTo(10 * width, NEAR);
    press(robot, KeyCode.ESCAPE);
    assertThat(viewer.stateProperty().getValue().panX()).isCloseTo(0, NEAR);
  }

  @Test
  void escapePutsItAwayAndThenLeavesTheTool(FxRobot robot) {
    begin(robot, Command.TOOL_PROBE);
    assertThat(app.readoutProperty().get()).isNotEmpty();
    run(robot, Command.LEAVE_TOOL);
    assertThat(pointer().isVisible()).isFalse();
    assertThat(app.readoutProperty().get()).isEmpty();
    assertThat(((Label) scene.lookup(".probe")).isVisible()).isFalse();
    assertThat(viewer.toolProperty().get()).isEqualTo(Tool.PROBE);
    run(robot, Command.LEAVE_TOOL);
    assertThat(viewer.toolProperty().get()).isEqualTo(Tool.WINDOW);
  }

  @Test
  void theMousePutsItAway(FxRobot robot) {
    begin(robot, Command.TOOL_PROBE);
    robot.clickOn("#stage");
    assertThat(pointer().isVisible()).isFalse();
  }

  @Test
  void theReadoutIsOfThePictureThatIsPointedIn(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    begin(robot, Command.TOOL_PROBE);
    run(robot, Command.PANE_NEXT);
    String there = app.readoutProperty().get();
    assertThat(there).isNotEmpty();
    // Pictures that nobody points in are drawn anew.
    run(robot, Command.SMOOTH);
    robot.interact(() -> viewer.panes().getFirst().navigation().move(3));
    assertThat(app.readoutProperty().get().split("HU", 2)[0]).isEqualTo(there.split("HU", 2)[0]);
    run(robot, Command.LEAVE_TOOL, Command.SMOOTH);
    assertThat(app.readoutProperty().get()).isEmpty();
  }

  @Test
  void keysComeBackToThePicture(FxRobot robot) {
    Button elsewhere = new Button("elsewhere");
    robot.interact(
        () -> {
          ((BorderPane) scene.getRoot()).setTop(elsewhere);
          elsewhere.requestFocus();
        });
    run(robot, Command.PANE_NEXT);
    assertThat(pointer().getParent().isFocused()).isTrue();
    begin(robot, Command.TOOL_PROBE);
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    double x = pointer().getLayoutX();
    robot.interact(elsewhere::requestFocus);
    assertThat(pointer().isVisible()).isFalse();
    run(robot, Command.POINT);
    assertThat(pointer().isVisible()).isTrue();
    assertThat(pointer().getLayoutX()).isEqualTo(x);
    run(robot, Command.POINT);
    assertThat(pointer().isVisible()).isFalse();
  }

  @Test
  void everyPixelIsReachedInASmallPicture(FxRobot robot) {
    run(robot, Command.ZOOM_OUT, Command.ZOOM_OUT, Command.ZOOM_OUT, Command.ZOOM_OUT);
    run(robot, Command.ZOOM_OUT, Command.ZOOM_OUT, Command.ZOOM_OUT, Command.ZOOM_OUT);
    run(robot, Command.ZOOM_OUT, Command.ZOOM_OUT, Command.ZOOM_OUT, Command.ZOOM_OUT);
    begin(robot, Command.TOOL_PROBE);
    int[] from = voxel(app.readoutProperty().get());
    press(robot, KeyCode.RIGHT);
    assertThat(voxel(app.readoutProperty().get())[0]).isEqualTo(from[0] + 1);
  }

  @Test
  void itStaysOnItsPixelInAnotherLayoutAndLetsGo(FxRobot robot) {
    begin(robot, Command.TOOL_WINDOW);
    press(robot, KeyCode.LEFT, KeyCode.SHIFT);
    int[] from = voxel(app.readoutProperty().get());
    press(robot, KeyCode.ENTER, KeyCode.SHIFT);
    run(robot, Command.LAYOUT_FOUR);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(voxel(app.readoutProperty().get())).isEqualTo(from);
    var window = viewer.stateProperty().getValue().window();
    press(robot, KeyCode.RIGHT, KeyCode.SHIFT);
    assertThat(viewer.stateProperty().getValue().window()).isEqualTo(window);
  }

  @Test
  void itGoesAlongToTheNextPane(FxRobot robot) {
    run(robot, Command.LAYOUT_TWO);
    begin(robot, Command.TOOL_PROBE);
    run(robot, Command.PANE_NEXT);
    var seen = scene.getRoot().lookupAll("#key-pointer").stream().filter(Node::isVisible).toList();
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().getParent().isFocused()).isTrue();
  }

  private void begin(FxRobot robot, Command tool) {
    run(robot, tool, Command.POINT);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void run(FxRobot robot, Command... commands) {
    for (Command command : commands) {
      robot.interact(() -> services.commands().run(command));
    }
  }

  private static void press(FxRobot robot, KeyCode key, KeyCode... with) {
    robot.press(with).push(key).release(with);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node pointer() {
    return scene.lookup("#key-pointer");
  }

  /// Column, row and slice that the status bar says.
  private static int[] voxel(String readout) {
    Matcher at = VOXEL.matcher(readout);
    assertThat(at.find()).as(readout).isTrue();
    return IntStream.rangeClosed(1, 3).map(n -> Integer.parseInt(at.group(n))).toArray();
  }
}
