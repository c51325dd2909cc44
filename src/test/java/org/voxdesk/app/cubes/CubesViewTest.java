package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
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
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.tags.TagsView;
import org.voxdesk.app.tasks.TasksViewModel;
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
    List<TextField> fields =
        robot.lookup(".cubes .tag-line .text-field").queryAllAs(TextField.class).stream()
            .filter(TextField::isEditable)
            .filter(field -> !field.getStyleClass().contains("combo-box"))
            .toList();
    robot.clickOn(fields.get(0)).write("2").type(KeyCode.TAB).write("far").type(KeyCode.ENTER);
    assertThat(robot.lookup(".cubes .tag-problem").queryLabeled().getText())
        .contains("three numbers");
    robot.clickOn(fields.get(1)).eraseText(3).write("-8").type(KeyCode.TAB);
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
      assertThat(files).hasSize(3);
    }
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  private static Offset<Double> offset() {
    return Offset.offset(1.0);
  }
}
