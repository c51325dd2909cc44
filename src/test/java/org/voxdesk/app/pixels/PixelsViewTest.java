package org.voxdesk.app.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
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
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;

@ExtendWith(ApplicationExtension.class)
final class PixelsViewTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private ViewerViewModel viewer;
  private PixelsViewModel model;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    Path series = Files.createDirectory(folder.resolve("series"));
    SmallSeries.write(series);
    services = TestServices.synchronous(folder, dialogs);
    app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    model = new PixelsViewModel(app);
    ViewerView view = new ViewerView(viewer, List.of(PixelsView.layer(model)));
    BorderPane pane = new BorderPane(view);
    Region page = (Region) PixelsView.tab(model).content().get();
    page.setPrefWidth(480);
    pane.setRight(page);
    scene = new Scene(pane, 990, 700);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(series));
    app.pageProperty().set(PixelsViewModel.TITLE);
  }

  @Test
  void theTableFollowsThePointerAndThenTheKeys(FxRobot robot) {
    robot.moveTo(screen(50, 40));
    assertThat(text("#pixels-value")).isEqualTo("i 50   j 40   HU 100");
    // The ball: 100 - 2 r.
    assertThat(cell(1, 0)).isEqualTo("98");
    assertThat(cell(3, 4)).isEqualTo("90");
    robot.interact(() -> Snapshots.save(scene.getRoot(), "pixels"));
    robot.interact(() -> scene.lookup("#pixels-grid").requestFocus());
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(text("#pixels-value")).isEqualTo("i 51   j 40   HU 98");
    robot.interact(() -> services.commands().run(Command.SLICE_NEXT));
    // sqrt(1 + 4) mm from the centre.
    assertThat(text("#pixels-value")).isEqualTo("i 51   j 40   HU 95");
  }

  /// A screen that is scaled twice leaves that much.
  @Test
  void theNumbersAreReadWholeInANarrowAndLowWindow(FxRobot robot) {
    Region page = (Region) scene.lookup(".pixels");
    robot.interact(
        () -> {
          page.setPrefWidth(270);
          page.setMaxHeight(330);
        });
    robot.moveTo(screen(50, 40));
    robot.interact(() -> Snapshots.save(scene.getRoot(), "pixels-narrow"));
    for (int by = -2; by <= 2; by++) {
      assertThat(shown(by, by)).isEqualTo(cell(by, by)).isNotEmpty();
    }
    Node csv = scene.lookup("#pixels-csv");
    assertThat(csv.getLayoutBounds().getHeight()).isGreaterThanOrEqualTo(csv.prefHeight(-1));
  }

  @Test
  void thePixelsAreOfThePictureThatHasTheKeys(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.LAYOUT_FOUR));
    robot.moveTo(screen(50, 40));
    assertThat(text("#pixels-array")).contains("96, 96");
    robot.interact(() -> services.commands().run(Command.PANE_NEXT));
    assertThat(text("#pixels-array")).as("the coronal plane").contains("81, 96");
  }

  @Test
  void whereNothingIsOpenThereIsNothingToTell(FxRobot robot) {
    robot.moveTo(screen(50, 40));
    assertThat(text("#pixels-statistics")).isNotEmpty();
    robot.interact(() -> app.session().close(app.session().libraryProperty().get().instances()));
    assertThat(text("#pixels-array")).isEmpty();
    assertThat(text("#pixels-statistics")).isEmpty();
  }

  @Test
  void outsideTheImageThereAreNoNumbers(FxRobot robot) {
    robot.moveTo(screen(0, 0));
    assertThat(cell(-1, 0)).isEmpty();
    assertThat(cell(0, 0)).isEqualTo("−850");
    assertThat(cell(1, 1)).isEqualTo("−850");
    assertThat(cell(1, 0)).isEqualTo("−849");
  }

  @Test
  void shapeTypeAndStatisticsAreThoseOfTheArray(FxRobot robot) {
    assertThat(text("#pixels-array")).isEqualTo("shape (96, 96)   dtype int32");
    assertThat(text("#pixels-statistics"))
        .startsWith("Slice: minimum −850 HU, maximum 100 HU, mean −");
    robot.clickOn("#pixels-stored");
    assertThat(text("#pixels-array")).isEqualTo("shape (96, 96)   dtype int16");
    assertThat(text("#pixels-statistics")).startsWith("Slice: minimum −850, maximum 100, mean −");
  }

  @Test
  void theArrayIsExported(FxRobot robot) throws Exception {
    dialogs.target = Optional.of(folder.resolve("a.csv"));
    robot.clickOn("#pixels-csv");
    List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
    assertThat(lines).hasSize(SmallSeries.SIZE);
    assertThat(lines.get(40).split(",")).hasSize(SmallSeries.SIZE).endsWith("-731").contains("100");
    dialogs.target = Optional.of(folder.resolve("a.npy"));
    robot.clickOn("#pixels-stored").clickOn("#pixels-npy");
    assertThat(Files.size(folder.resolve("a.npy")))
        .isEqualTo(128 + 2L * SmallSeries.SIZE * SmallSeries.SIZE);
  }

  private String cell(int di, int dj) {
    int at = (dj + PixelsViewModel.REACH) * PixelsViewModel.ACROSS + di + PixelsViewModel.REACH;
    return model.aroundProperty().get().orElseThrow().cells().get(at);
  }

  /// What is to be seen of a cell.
  private String shown(int di, int dj) {
    GridPane grid = (GridPane) scene.lookup("#pixels-grid");
    Node cell =
        grid.getChildren().stream()
            .filter(c -> c.getStyleClass().contains("pixels-cell"))
            .filter(c -> GridPane.getColumnIndex(c) == di + PixelsViewModel.REACH + 1)
            .filter(c -> GridPane.getRowIndex(c) == dj + PixelsViewModel.REACH + 1)
            .findFirst()
            .orElseThrow();
    return ((Text) cell.lookup(".text")).getText();
  }

  private String text(String id) {
    return ((Label) scene.lookup(id)).getText();
  }

  private Point2D screen(double i, double j) {
    double[] at = viewer.pictureProperty().getValue().orElseThrow().screen(i, j);
    Node stage = scene.lookup("#stage");
    return stage.localToScreen(at[0], at[1]);
  }
}
