package org.voxdesk.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.tags.EditCommands;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.io.Sidecar;
import org.voxdesk.measure.Angle;
import org.voxdesk.measure.Finding;
import org.voxdesk.measure.Finding.Quantity;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.MeasurementFiles;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Slab;

@ExtendWith(ApplicationExtension.class)
final class MeasureLayerTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private MeasureViewModel model;
  private ViewerViewModel viewer;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    Path series = Files.createDirectory(folder.resolve("series"));
    SmallSeries.write(series);
    services = TestServices.synchronous(folder, dialogs);
    app = new AppModel(services);
    EditCommands.bind(app, "tags.title", () -> {});
    viewer = new ViewerViewModel(app, Runnable::run);
    model =
        new MeasureViewModel(
            app, MeasurementFiles.in(folder.resolve("own")), new LookingInViewer(viewer));
    ViewerView view = new ViewerView(viewer, List.of(MeasureView.layer(model)));
    BorderPane pane = new BorderPane(view);
    pane.setTop(new HBox(MeasureView.control(model)));
    Node page = MeasureView.tab(model, viewer.pictureProperty()).content().get();
    ((Region) page).setPrefWidth(560);
    pane.setRight(page);
    scene = new Scene(pane, 1170, 700);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(series));
  }

  @Test
  void aDragMeasuresADistanceInMillimetres(FxRobot robot) {
    tool(robot, Command.MEASURE_DISTANCE);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(50, 70));
    Measurement made = only();
    assertThat(made.shape().kind()).isEqualTo(Kind.DISTANCE);
    assertThat(value(made, Quantity.LENGTH)).isCloseTo(50, Offset.offset(0.5));
    assertThat(shownText()).contains(" mm");
    assertThat(folder.resolve("series").resolve(Sidecar.MEASUREMENTS)).exists();
  }

  @Test
  void aKeyImageIsMarkedFoundAgainAndUnmarked(FxRobot robot) {
    run(robot, Command.SLICE_FIRST, Command.SLICE_NEXT, Command.KEY_IMAGE);
    assertThat(only().shape().kind()).isEqualTo(Kind.KEY_IMAGE);
    assertThat(scene.getRoot().lookup(".key-image")).isNotNull();
    assertThat(folder.resolve("series").resolve(Sidecar.MEASUREMENTS)).exists();
    run(robot, Command.SLICE_LAST, Command.KEY_IMAGE, Command.KEY_NEXT);
    assertThat(shownSlice()).as("on from the last to the first").isEqualTo(1);
    run(robot, Command.KEY_PREVIOUS);
    assertThat(shownSlice()).isEqualTo(SmallSeries.SLICES - 1);
    run(robot, Command.KEY_IMAGE);
    run(robot, Command.KEY_PREVIOUS);
    assertThat(shownSlice()).isEqualTo(1);
    run(robot, Command.KEY_IMAGE);
    assertThat(model.listed()).isEmpty();
    assertThat(services.commands().availableProperty(Command.KEY_NEXT).get()).isFalse();
    assertThat(folder.resolve("series").resolve(Sidecar.MEASUREMENTS)).doesNotExist();
  }

  private void run(FxRobot robot, Command... commands) {
    for (Command command : commands) {
      robot.interact(() -> services.commands().run(command));
    }
  }

  private int shownSlice() {
    Instance image = app.session().instanceProperty().get().orElseThrow();
    return app.session().seriesProperty().get().orElseThrow().instances().indexOf(image);
  }

  @Test
  void theListGoesToAPlaneToo(FxRobot robot) {
    run(robot, Command.PLANE_CORONAL, Command.SLICE_FIRST, Command.SLICE_ON_10);
    var measuredOn = viewer.pictureProperty().getValue().orElseThrow().slice().cut();
    tool(robot, Command.MEASURE_DISTANCE);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(50, 40));
    Measurement made = only();
    run(robot, Command.SLICE_LAST);
    robot.interact(() -> model.go(made));
    assertThat(viewer.pictureProperty().getValue().orElseThrow().slice().cut())
        .isEqualTo(measuredOn);
  }

  @Test
  void valuesOfASlabSayThatTheyAre(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR, Command.PANE_NEXT, Command.PANE_NEXT, Command.PANE_NEXT);
    run(robot, Command.PANE_MAXIMISE);
    assertThat(viewer.pictureProperty().getValue().orElseThrow().slice().cut().orElseThrow())
        .satisfies(cut -> assertThat(cut.slab()).isEqualTo(new Slab(10, Slab.Kind.MAXIMUM)));
    tool(robot, Command.MEASURE_ELLIPSE);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(40, 50));
    assertThat(shownText()).contains("of maxima over 10 mm");
    assertThat(value(only(), Quantity.SLAB_MAXIMUM)).isEqualTo(10);
    assertThat(shownText()).doesNotContain("nearest");
    run(robot, Command.SMOOTH);
    assertThat(shownText()).contains("of nearest voxels");
    // The third plane from here lies in the memory of this one.
    run(robot, Command.SLICE_NEXT, Command.SMOOTH, Command.SLICE_PREVIOUS);
    assertThat(shownText()).doesNotContain("nearest");
  }

  @Test
  void clicksMeasureAsDragsDo(FxRobot robot) {
    tool(robot, Command.MEASURE_ANGLE);
    click(robot, 60, 30);
    click(robot, 30, 30);
    assertThat(model.listed()).isEmpty();
    click(robot, 30, 60);
    assertThat(value(only(), Quantity.ANGLE)).isCloseTo(90, Offset.offset(1.0));
  }

  @Test
  void aPolygonEndsWithADoubleClickAndTakesCornersBack(FxRobot robot) {
    tool(robot, Command.MEASURE_POLYGON);
    click(robot, 20, 20);
    click(robot, 60, 20);
    click(robot, 80, 80);
    robot.press(KeyCode.BACK_SPACE).release(KeyCode.BACK_SPACE);
    click(robot, 60, 60);
    robot.moveTo(screen(20, 60)).clickOn(MouseButton.PRIMARY);
    robot.sleep(600);
    click(robot, 20, 20);
    assertThat(only().shape().points()).hasSize(4);
    assertThat(value(only(), Quantity.AREA)).isCloseTo(1600, Offset.offset(80.0));
  }

  /// A second click that is too slow for a double click is meant as one all the same.
  @Test
  void aPolygonEndsWithAClickOnItsLastCorner(FxRobot robot) {
    tool(robot, Command.MEASURE_POLYGON);
    click(robot, 20, 20);
    click(robot, 60, 20);
    robot.sleep(600);
    click(robot, 60, 20);
    click(robot, 60, 60);
    robot.sleep(600);
    click(robot, 60, 60);
    assertThat(only().shape().points()).hasSize(3);
  }

  @Test
  void keysMeasureAsTheMouseDoes(FxRobot robot) {
    tool(robot, Command.MEASURE_DISTANCE);
    tool(robot, Command.POINT);
    keys(robot, KeyCode.ENTER);
    shifted(robot, KeyCode.RIGHT, KeyCode.RIGHT);
    keys(robot, KeyCode.ENTER);
    assertThat(value(only(), Quantity.LENGTH)).isCloseTo(20, Offset.offset(1e-3));
    // Takes hold of the end that was just made, and drags it.
    shifted(robot, KeyCode.ENTER, KeyCode.RIGHT);
    keys(robot, KeyCode.ENTER);
    assertThat(value(only(), Quantity.LENGTH)).isCloseTo(30, Offset.offset(1e-3));
    shifted(robot, KeyCode.ENTER, KeyCode.DOWN);
    keys(robot, KeyCode.ESCAPE);
    assertThat(value(only(), Quantity.LENGTH)).isCloseTo(30, Offset.offset(1e-3));
  }

  @Test
  void keysDrawAPolygonThatEndsWhereItsLastCornerIs(FxRobot robot) {
    tool(robot, Command.MEASURE_POLYGON);
    tool(robot, Command.POINT);
    keys(robot, KeyCode.ENTER);
    shifted(robot, KeyCode.RIGHT);
    keys(robot, KeyCode.ENTER);
    shifted(robot, KeyCode.DOWN);
    keys(robot, KeyCode.ENTER, KeyCode.ENTER);
    assertThat(value(only(), Quantity.AREA)).isCloseTo(50, Offset.offset(1e-3));
  }

  @Test
  void escapeLeavesWhatIsDrawnBeforeThePointer(FxRobot robot) {
    tool(robot, Command.MEASURE_ANGLE);
    tool(robot, Command.POINT);
    keys(robot, KeyCode.ENTER);
    shifted(robot, KeyCode.RIGHT);
    keys(robot, KeyCode.ENTER, KeyCode.ESCAPE);
    assertThat(scene.lookup("#key-pointer").isVisible()).isTrue();
    shifted(robot, KeyCode.DOWN);
    keys(robot, KeyCode.ENTER);
    shifted(robot, KeyCode.LEFT);
    keys(robot, KeyCode.ENTER);
    assertThat(model.listed()).isEmpty();
  }

  private static void keys(FxRobot robot, KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.push(key);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private static void shifted(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.SHIFT);
    keys(robot, keys);
    robot.release(KeyCode.SHIFT);
  }

  @Test
  void anotherKindLeavesWhatWasNotFinished(FxRobot robot) {
    tool(robot, Command.MEASURE_POLYGON);
    click(robot, 5, 5);
    click(robot, 15, 5);
    tool(robot, Command.MEASURE_ANGLE);
    click(robot, 8, 20);
    click(robot, 20, 20);
    click(robot, 20, 8);
    assertThat(model.listed()).hasSize(1);
    assertThat(model.listed().getFirst().shape()).isInstanceOf(Angle.class);
  }

  @Test
  void anEllipseTellsItsPixelsAndIsChangedByItsHandles(FxRobot robot) {
    tool(robot, Command.MEASURE_ELLIPSE);
    robot.drag(screen(46, 36), MouseButton.PRIMARY).dropTo(screen(54, 44));
    Measurement made = only();
    assertThat(value(made, Quantity.MEAN)).isBetween(90.0, 100.0);
    double area = value(made, Quantity.AREA);
    robot.interact(() -> Snapshots.save(scene.getRoot(), "measure-ellipse"));
    robot.drag(screen(54, 40), MouseButton.PRIMARY).dropTo(screen(62, 40));
    assertThat(value(only(), Quantity.AREA)).isCloseTo(2 * area, Offset.offset(area / 5));
    assertThat(only().id()).isEqualTo(made.id());
    robot.interact(() -> services.commands().run(Command.UNDO));
    assertThat(value(only(), Quantity.AREA)).isEqualTo(area);
  }

  @Test
  void textsOfNearShapesAreAllReadableInASmallPicture(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    tool(robot, Command.MEASURE_ELLIPSE);
    for (int n = 0; n < 5; n++) {
      robot
          .drag(screen(30 + 8 * n, 30 + 6 * n), MouseButton.PRIMARY)
          .dropTo(screen(34 + 8 * n, 34 + 6 * n));
      robot.interact(() -> model.select(Optional.empty()));
    }
    List<Bounds> texts =
        scene.getRoot().lookupAll(".measure-text").stream()
            .map(text -> text.localToScene(text.getLayoutBounds()))
            .toList();
    assertThat(texts).hasSizeGreaterThanOrEqualTo(5);
    for (int n = 0; n < texts.size(); n++) {
      Bounds one = texts.get(n);
      assertThat(texts.subList(n + 1, texts.size()))
          .noneMatch(
              other ->
                  other.intersects(
                      one.getMinX() + 1,
                      one.getMinY() + 1,
                      one.getWidth() - 2,
                      one.getHeight() - 2));
    }
    robot.interact(() -> Snapshots.save(scene.getRoot(), "measure-crowded"));
  }

  @Test
  void aClickOnATextIsAPointAndADoubleClickEditsTheText(FxRobot robot) {
    tool(robot, Command.MEASURE_ELLIPSE);
    robot.drag(screen(16, 26), MouseButton.PRIMARY).dropTo(screen(24, 34));
    Node text = scene.lookup(".measure-text");
    robot.doubleClickOn(text);
    robot.write("a").type(KeyCode.ENTER);
    assertThat(only().text()).isEqualTo("a");
    robot.interact(() -> model.select(Optional.empty()));
    robot.sleep(600);
    robot.doubleClickOn(screen(24, 30));
    robot.write("line").type(KeyCode.ENTER);
    assertThat(only().text()).as("by its line").isEqualTo("line");
    tool(robot, Command.MEASURE_ANGLE);
    robot.sleep(600);
    for (int n = 1; n <= 3; n++) {
      Node label = scene.lookup(".measure-text");
      Point2D at = label.localToScreen(10 * n * (n - 1), 15 * n);
      robot.clickOn(at);
    }
    assertThat(model.listed())
        .extracting(m -> m.shape().kind())
        .containsExactlyInAnyOrder(Kind.ELLIPSE, Kind.ANGLE);
  }

  @Test
  void whatIsClickedIsMovedAndDeletedByKeys(FxRobot robot) {
    tool(robot, Command.MEASURE_DISTANCE);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(60, 30));
    Measurement made = only();
    int slice = looked();
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    assertThat(only().shape()).as("nothing is selected yet").isEqualTo(made.shape());
    robot.interact(
        () ->
            viewer.look(
                app.session().seriesProperty().get().orElseThrow(),
                app.session().seriesProperty().get().orElseThrow().instances().get(slice),
                0));
    click(robot, 40, 30);
    assertThat(model.selectedProperty().get()).contains(made.id());
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    assertThat(only().shape()).isEqualTo(made.shape().moved(0, 1));
    assertThat(looked()).isEqualTo(slice);
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    assertThat(model.listed()).isEmpty();
    robot.interact(() -> services.commands().run(Command.UNDO));
    assertThat(model.listed()).hasSize(1);
  }

  @Test
  void anArrowAsksForItsText(FxRobot robot) {
    tool(robot, Command.MEASURE_ARROW);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(45, 40));
    robot.write("nodule?").press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertThat(only().text()).isEqualTo("nodule?");
    assertThat(scene.lookup("#stage").isFocused()).isTrue();
    assertThat(shownText()).isEqualTo("nodule?");
  }

  @Test
  void escapeLeavesWhatIsBeingDrawnFirst(FxRobot robot) {
    tool(robot, Command.MEASURE_ANGLE);
    click(robot, 60, 30);
    click(robot, 30, 30);
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    click(robot, 30, 60);
    click(robot, 60, 60);
    assertThat(model.listed()).isEmpty();
  }

  @Test
  void measurementsBelongToTheirSliceAndTheListGoesThere(FxRobot robot) {
    tool(robot, Command.MEASURE_DISTANCE);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(60, 30));
    int slice = looked();
    robot.interact(() -> services.commands().run(Command.SLICE_FIRST));
    assertThat(robot.lookup(".measure-line").queryAll()).isEmpty();
    TableView<?> table = robot.lookup("#measurements").queryAs(TableView.class);
    robot.interact(() -> table.getSelectionModel().select(0));
    assertThat(looked()).isEqualTo(slice);
    assertThat(robot.lookup(".measure-line").queryAll()).isNotEmpty();
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Snapshots.save(scene.getRoot(), "measure-list"));
  }

  @Test
  void theListShowsWhatHasJustBeenMeasured(FxRobot robot) {
    tool(robot, Command.MEASURE_DISTANCE);
    robot.drag(screen(20, 30), MouseButton.PRIMARY).dropTo(screen(60, 30));
    Measurement first = only();
    String series = app.session().seriesProperty().get().orElseThrow().uid();
    for (int n = 1; n <= 40; n++) {
      Measurement next = Measurement.of(first.anchor(), first.shape().moved(0, n));
      robot.interact(() -> model.put(series, next));
    }
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#measurements .table-row-cell").queryAll())
        .extracting(row -> ((IndexedCell<?>) row).getIndex())
        .contains(40);
  }

  @Test
  void theListShowsEveryLineOfAResult(FxRobot robot) {
    tool(robot, Command.MEASURE_ELLIPSE);
    robot.drag(screen(16, 26), MouseButton.PRIMARY).dropTo(screen(24, 34));
    WaitForAsyncUtils.waitForFxEvents();
    TableCell<?, ?> result =
        robot.lookup("#measurements .table-cell").queryAllAs(TableCell.class).stream()
            .filter(cell -> Objects.toString(cell.getText(), "").contains("\n"))
            .findFirst()
            .orElseThrow();
    assertThat(result.getHeight()).isGreaterThanOrEqualTo(result.prefHeight(-1));
    Node words = result.lookup(".text");
    assertThat(((Text) words).getText()).isEqualTo(result.getText());
    assertThat(words.getClip()).as("what is not cut needs no clip").isNull();
  }

  @Test
  void theListIsExported(FxRobot robot) throws Exception {
    dialogs.target = Optional.of(folder.resolve("out.csv"));
    tool(robot, Command.MEASURE_RECTANGLE);
    robot.drag(screen(46, 36), MouseButton.PRIMARY).dropTo(screen(54, 44));
    robot.clickOn("#measure-export");
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .startsWith(SmallSeries.UID)
        .contains(",rectangle,", ",mm²,", ",HU,64,");
  }

  private void tool(FxRobot robot, Command command) {
    robot.interact(() -> services.commands().run(command));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void click(FxRobot robot, double i, double j) {
    robot.clickOn(screen(i, j));
  }

  private Measurement only() {
    assertThat(model.listed()).hasSize(1);
    return model.listed().getFirst();
  }

  private double value(Measurement measurement, Quantity quantity) {
    return model.findings(measurement).stream()
        .filter(f -> f.quantity() == quantity)
        .mapToDouble(Finding::value)
        .findFirst()
        .orElseThrow();
  }

  private String shownText() {
    return ((Label) scene.lookup(".measure-text")).getText();
  }

  private int looked() {
    return viewer
            .pictureProperty()
            .getValue()
            .orElseThrow()
            .slice()
            .instance()
            .number()
            .orElseThrow()
        - 1;
  }

  private Point2D screen(double i, double j) {
    double[] at = viewer.pictureProperty().getValue().orElseThrow().screen(i, j);
    Node stage = scene.lookup("#stage");
    return stage.localToScreen(at[0], at[1]);
  }
}
