package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
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
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.tags.TagsView;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Lps;

@ExtendWith(ApplicationExtension.class)
final class CubesViewTest {
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
            List.of(TagsView.tab(app), CubesView.tab(app, point -> {})));
    services.preferences().setDividers(List.of(0.16, 0.47));
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
  void markingANoduleOpensThePageAndShowsItsCubeInsideThePanel(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes"));
    List<ImageView> pictures =
        robot.lookup(".cube-stage").query().lookupAll(".image-view").stream()
            .map(ImageView.class::cast)
            .toList();
    assertThat(pictures).hasSize(4);
    Bounds page = bounds(robot.lookup(".cube-stage").query());
    for (ImageView picture : pictures) {
      Bounds shown = bounds(picture);
      assertThat(shown.getWidth()).isCloseTo(shown.getHeight(), offset()).isGreaterThan(80);
      assertThat(page.contains(shown)).isTrue();
    }
  }

  @Test
  void coordinatesAreTypedAndTheNoduleIsRemovedByKey(FxRobot robot) {
    robot.interact(() -> app.pageProperty().set("cubes.title"));
    robot.clickOn("#cubes-x").write("2").type(KeyCode.TAB).write("far").type(KeyCode.ENTER);
    assertThat(robot.lookup(".cubes .tag-problem").queryLabeled().getText())
        .contains("three numbers");
    robot.clickOn("#cubes-y").eraseText(3).write("-8").type(KeyCode.TAB);
    robot.write("-60").type(KeyCode.ENTER);
    assertThat(app.nodules().allProperty().get().all()).hasSize(1);
    robot.interact(() -> robot.lookup(".nodules").query().requestFocus());
    robot.type(KeyCode.DELETE);
    assertThat(app.nodules().allProperty().get().all()).isEmpty();
  }

  @Test
  void aCubeAtTheEdgeCarriesABadgeAndIsExported(FxRobot robot, @TempDir Path out) throws Exception {
    robot.interact(() -> app.nodules().mark(new Lps(-40, -8, -60)));
    waitForFxEvents();
    assertThat(robot.lookup(".badge").queryLabeled().getText()).startsWith("Padded");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes-padded"));
    dialogs.folder = Optional.of(out);
    robot.clickOn("#cubes-folder").clickOn("#cubes-export");
    try (Stream<Path> files = Files.list(out)) {
      // Mosaic, array, mask, sidecar and key.
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void digitsLabelTheSelectedNoduleWhileTheListHasTheFocus(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    robot.clickOn(robot.lookup(".nodules .table-row-cell").<Node>query());
    robot.type(KeyCode.DIGIT2);
    assertThat(only().label()).isEqualTo("part-solid");
    robot.type(KeyCode.DIGIT0);
    assertThat(only().label()).isEmpty();
    robot.clickOn(robot.lookup(".label-choice").<Node>query());
    assertThat(only().label()).isEqualTo("solid");
  }

  @Test
  void aClickInAPlaneMovesTheOthersAndTheRulerMeasures(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    Node axial = robot.lookup(".cube-plane").query();
    String before = robot.lookup("#cubes-position").queryLabeled().getText();
    robot.clickOn(robot.offset(axial, 30, 10));
    String after = robot.lookup("#cubes-position").queryLabeled().getText();
    assertThat(after).isNotEqualTo(before).contains("z 32");
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(robot.lookup("#cubes-position").queryLabeled().getText()).contains("z 33");
    robot.clickOn("#cubes-center");
    assertThat(only().center()).isNotEqualTo(new Lps(2, -8, -60));
    robot.clickOn("#cubes-ruler");
    robot.moveTo(axial).press(MouseButton.PRIMARY).moveBy(20, 0).release(MouseButton.PRIMARY);
    assertThat(only().diameterMm().orElseThrow()).isBetween(4.0, 20.0);
  }

  @Test
  void whatIsToBeKnownOfTheSeriesIsSaidAndClassicNotOfferedWhereItRefuses(
      FxRobot robot, @TempDir Path other) throws Exception {
    robot.interact(() -> app.pageProperty().set("cubes.title"));
    waitForFxEvents();
    assertThat(robot.lookup("#guard-words").queryLabeled().getText()).contains("even");
    assertThat(robot.lookup("#cubes-mode-classic").query().isDisabled()).isFalse();
    List<Path> gap = new ArrayList<>(SmallSeries.write(other));
    gap.subList(20, 23).clear();
    robot.interact(
        () -> {
          app.session().close(app.session().libraryProperty().get().instances());
          app.session().open(gap);
        });
    waitForFxEvents();
    assertThat(robot.lookup("#guard-words").queryLabeled().getText()).contains("gaps");
    assertThat(robot.lookup("#cubes-mode-classic").query().isDisabled()).isTrue();
    assertThat(robot.lookup(".guard-details .label").queryAllAs(Label.class))
        .allMatch(Node::isVisible)
        .anyMatch(label -> label.getText().startsWith("Classic is not offered"));
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes-guard"));
  }

  @Test
  void theDatasetIsAskedForOnAPage(FxRobot robot, @TempDir Path out) throws Exception {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    dialogs.atPage =
        page -> {
          Scene scene = new Scene((Parent) page);
          Snapshots.dress(scene);
          page.applyCss();
          ((TextField) page.lookup("#dataset-folder")).setText(out.toString());
          ((CheckBox) page.lookup("#cubes-format-nifti")).fire();
          Snapshots.save(page, "cubes-dataset");
          ((Button) page.lookup("#dataset-make")).fire();
        };
    robot.interact(() -> services.commands().run(Command.EXPORT_DATASET));
    waitForFxEvents();
    assertThat(out.resolve("manifest.csv")).exists();
    try (Stream<Path> files = Files.list(out.resolve("cubes"))) {
      assertThat(files).anyMatch(file -> file.toString().endsWith(".nii.gz"));
    }
    assertThat(robot.lookup(".queue-row").queryAll()).hasSize(1);
    robot.clickOn("#queue-remove");
    assertThat(robot.lookup(".queue").query().isVisible()).isFalse();
  }

  @Test
  void sizesAreTypedAndWhatIsNoSizeIsTakenBack(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    Node size = robot.lookup("#cubes-size .text-field").query();
    robot.doubleClickOn(size).eraseText(4).write("40").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("40");
    robot.doubleClickOn(size).eraseText(4).write("500").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("128");
    robot.doubleClickOn(size).eraseText(5).write("x").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("128");
    assertThat(((TextField) size).getText()).isEqualTo("128³");
  }

  private Nodule only() {
    assertThat(app.nodules().here()).hasSize(1);
    return app.nodules().here().getFirst();
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  private static Offset<Double> offset() {
    return Offset.offset(1.0);
  }
}
