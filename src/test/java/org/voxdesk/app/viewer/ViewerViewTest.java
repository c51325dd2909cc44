package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.BeforeAll;
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
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.volume.Lps;

@ExtendWith(ApplicationExtension.class)
final class ViewerViewTest {
  @TempDir static Path folder;

  private Services services;
  private AppModel app;
  private ViewerViewModel viewer;
  private ViewerView view;
  private Scene scene;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @Start
  void start(Stage stage) {
    services = TestServices.synchronous(folder);
    app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    view = new ViewerView(viewer);
    BorderPane pane = new BorderPane(view);
    pane.setTop(new HBox(view.controls().toArray(Node[]::new)));
    pane.setLeft(new Label("another column"));
    scene = new Scene(pane, 740, 700);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(folder));
  }

  @Test
  void thePictureFillsTheStageWithTextOverIt(FxRobot robot) {
    assertThat(robot.lookup("21 / 40").tryQuery()).isPresent();
    assertThat(robot.lookup("Ball, Test  B1").tryQuery()).isPresent();
    assertThat(robot.lookup("R").tryQuery()).isPresent();
    robot.interact(() -> services.commands().run(Command.OVERLAY));
    assertThat(robot.lookup("21 / 40").tryQuery()).isEmpty();
  }

  @Test
  void theSliderAndTheSliceFollowEachOther(FxRobot robot) {
    Slider slider = robot.lookup("#slices").queryAs(Slider.class);
    robot.interact(() -> slider.setValue(7));
    assertThat(viewer.navigation().indexProperty().get()).isEqualTo(7);
    robot.interact(() -> services.commands().run(Command.SLICE_LAST));
    assertThat(slider.getValue()).isEqualTo(39);
  }

  @Test
  void theControlsOfTheFilmStayUntilTheyAreClosed(FxRobot robot) {
    assertThat(robot.lookup("#cine-play").query().getParent().isVisible()).isFalse();
    robot.interact(() -> services.commands().run(Command.CINE));
    assertThat(robot.lookup("#cine-play").query().getParent().isVisible()).isTrue();
    robot.clickOn("#cine-play");
    assertThat(viewer.cine().playingProperty().get()).isFalse();
    RangeSlider range = robot.lookup("#cine-range").queryAs(RangeSlider.class);
    robot.interact(() -> range.setHighValue(12));
    robot.interact(() -> range.setLowValue(5));
    assertThat(robot.lookup("Slices 6 to 13").tryQuery()).isPresent();
    robot.clickOn("#cine-play");
    assertThat(viewer.cine().playingProperty().get()).isTrue();
    assertThat(viewer.cine().firstProperty().get()).isEqualTo(5);
    assertThat(viewer.cine().lastProperty().get()).isEqualTo(12);
    robot.interact(() -> services.commands().run(Command.CINE));
    robot.interact(() -> services.commands().run(Command.PLANE_CORONAL));
    assertThat(range.getMax()).isEqualTo(viewer.navigation().slices().size() - 1);
    assertThat(range.getHighValue()).isEqualTo(range.getMax());
    assertThat(range.getLowValue()).isZero();
    robot.clickOn("#cine-close");
    assertThat(robot.lookup("#cine-play").query().getParent().isVisible()).isFalse();
  }

  @Test
  void theControlsOfTheFilmFitBesideWideColumns(FxRobot robot) {
    run(robot, Command.CINE);
    run(robot, Command.CINE);
    resize(robot, 300, 420);
    for (String id : List.of("#cine-play", "#cine-range", "#cine-loop", "#cine-close")) {
      Bounds control = bounds(view.lookup(id));
      assertThat(control.getMinX()).as(id).isGreaterThanOrEqualTo(bounds(view).getMinX());
      assertThat(control.getMaxX()).as(id).isLessThanOrEqualTo(bounds(view).getMaxX());
      assertThat(control.getMaxY()).as(id).isLessThanOrEqualTo(bounds(view).getMaxY());
    }
  }

  @Test
  void thePointOfTheCrosshairIsACrossInParallelPictures(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.LAYOUT_FOUR));
    PaneViewModel axial = viewer.panes().getFirst();
    robot.interact(() -> viewer.pointTo(new Lps(2, -8, -60), axial));
    List<Node> crosses = List.copyOf(view.lookupAll(".cross"));
    assertThat(crosses).as("the axial slab has two lines").hasSize(2);
    StageView slab = (StageView) crosses.getFirst().getParent().getParent();
    assertThat(slab.pane()).isEqualTo(viewer.panes().get(3));
    robot.interact(() -> axial.navigation().go(0));
    assertThat(view.lookupAll(".cross")).as("the slab went along").isEmpty();
  }

  @Test
  void theKeyboardGoesWithTheActivePane(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.LAYOUT_FOUR));
    robot.clickOn(screen(40, 40));
    robot.interact(() -> services.commands().run(Command.PANE_NEXT));
    assertThat(stages(robot)).hasSize(4);
    assertThat(stages(robot).get(1).isFocused()).isTrue();
    robot.interact(() -> services.commands().run(Command.PANE_MAXIMISE));
    assertThat(stages(robot)).singleElement().extracting(Node::isFocused).isEqualTo(true);
    assertThat(viewer.active()).isEqualTo(viewer.panes().get(1));
    robot.interact(() -> services.commands().run(Command.PANE_MAXIMISE));
    assertThat(stages(robot)).hasSize(4);
    assertThat(stages(robot).get(1).isFocused()).isTrue();
  }

  private static List<Node> stages(FxRobot robot) {
    return List.copyOf(robot.lookup("#stage").queryAll());
  }

  @Test
  void aRealClickWithTheNoduleToolMarksWhatIsUnderIt(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.TOOL_NODULE));
    robot.clickOn(screen(SmallSeries.BALL.i(), SmallSeries.BALL.j()));
    Lps marked = app.nodules().selectedProperty().get().orElseThrow().center();
    assertThat(marked.minus(new Lps(2, -8, -60)).length()).isLessThan(0.2);
    assertThat(robot.lookup(".nodule").tryQuery()).isPresent();
    robot.interact(() -> viewer.navigation().go(0));
    assertThat(robot.lookup(".nodule").tryQuery()).isEmpty();
  }

  @Test
  void theNumbersOfNearNodulesAreAllReadable(FxRobot robot) {
    run(robot, Command.TOOL_NODULE);
    for (int more = 0; more < 7; more++) {
      Lps point = new Lps(2 + more * 0.5, -8, -60);
      robot.interact(() -> view.click(point));
    }
    WaitForAsyncUtils.waitForFxEvents();
    List<Node> numbers = view.lookupAll(".nodule-number").stream().filter(Node::isVisible).toList();
    assertThat(numbers).hasSize(7);
    for (Node number : numbers) {
      assertThat(numbers.stream().filter(other -> !other.equals(number)))
          .noneMatch(
              other ->
                  other
                      .localToScene(other.getLayoutBounds())
                      .intersects(number.localToScene(number.getLayoutBounds())));
    }
  }

  @Test
  void aDragWithTheNoduleToolMarksNothing(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.TOOL_NODULE));
    robot.drag(screen(30, 30), MouseButton.PRIMARY).dropTo(screen(60, 60));
    assertThat(app.nodules().allProperty().get().all()).isEmpty();
  }

  @Test
  void numbersOfNearNodulesCoverNoneAndMarksStayWhatTheyAre(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(10, 20, -60)));
    Node first = robot.lookup(".nodule").query();
    robot.interact(() -> app.nodules().mark(new Lps(11, 20, -60)));
    robot.interact(() -> app.nodules().mark(new Lps(10, 21, -60)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".nodule").queryAll()).hasSize(3).contains(first);
    List<Bounds> numbers =
        robot.lookup(".nodule-number").queryAll().stream()
            .map(number -> number.localToParent(number.getLayoutBounds()))
            .toList();
    assertThat(numbers).hasSize(3);
    assertThat(numbers)
        .allMatch(one -> numbers.stream().filter(one::intersects).count() == 1, "covers no other");
  }

  @Test
  void theProgrammedClickHitsThePoint(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.TOOL_NODULE));
    robot.interact(() -> view.click(new Lps(10, 20, -60)));
    Lps marked = app.nodules().selectedProperty().get().orElseThrow().center();
    assertThat(marked.minus(new Lps(10, 20, -60)).length()).isLessThan(1e-3);
  }

  @Test
  void middleDragPansAndRightDragZooms(FxRobot robot) {
    robot.drag(screen(40, 40), MouseButton.MIDDLE).dropBy(30, 20);
    assertThat(viewer.stateProperty().getValue().panX()).isEqualTo(30);
    assertThat(viewer.stateProperty().getValue().panY()).isEqualTo(20);
    robot.drag(screen(40, 40), MouseButton.SECONDARY).dropBy(0, -30);
    assertThat(viewer.stateProperty().getValue().zoom()).isGreaterThan(1.1);
  }

  @Test
  void thresholdFieldsSliderAndButtonsWorkTogether(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.TOOL_THRESHOLD));
    WaitForAsyncUtils.waitForFxEvents();
    TextField high = robot.lookup("#threshold-high").queryAs(TextField.class);
    RangeSlider slider = robot.lookup("#threshold-range").queryAs(RangeSlider.class);
    robot.doubleClickOn(high).write("-500").type(KeyCode.ENTER);
    assertThat(slider.getHighValue()).isEqualTo(-500);
    assertThat(viewer.threshold().lowProperty().get()).isEqualTo(Double.NEGATIVE_INFINITY);
    robot.doubleClickOn(high).write("nonsense").type(KeyCode.ENTER);
    assertThat(high.getText()).isEqualTo("-500");
    robot.interact(() -> slider.setLowValue(-800));
    assertThat(viewer.threshold().lowProperty().get()).isEqualTo(-800);
    robot.interact(() -> Snapshots.save(scene.getRoot(), "threshold"));
    robot.interact(() -> viewer.threshold().highProperty().set(-900));
    assertThat(viewer.threshold().count()).isZero();
    assertThat(robot.lookup("#threshold-series").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#threshold-slice").query().isDisabled()).isTrue();
    robot.interact(() -> viewer.threshold().highProperty().set(-500));
    robot.clickOn("#threshold-series");
    assertThat(app.session().historyProperty().get().editedPaths()).hasSize(SmallSeries.SLICES);
    assertThat(robot.lookup("pixels edited").tryQuery()).isPresent();
  }

  @Test
  void windowsAndMapsArePickedFromMenus(FxRobot robot) {
    robot.clickOn("#windows").clickOn("Bone  2500 / 480");
    assertThat(viewer.stateProperty().getValue().window().width()).isEqualTo(2500);
    robot.clickOn("#maps").clickOn("Bone");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#stage").query().isFocused()).isTrue();
    assertThat(robot.lookup("Bone").tryQuery()).isPresent();
  }

  @Test
  void theKeysGoToTheActivePictureHoweverManyAreShown(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    robot.clickOn("#stage");
    assertThat(hasKeys(0)).isTrue();
    run(robot, Command.PANE_NEXT);
    assertThat(hasKeys(1)).as("the next one").isTrue();
    run(robot, Command.PANE_MAXIMISE);
    assertThat(hasKeys(1)).as("enlarged").isTrue();
    run(robot, Command.PANE_MAXIMISE);
    assertThat(hasKeys(1)).as("as small as before").isTrue();
    run(robot, Command.LAYOUT_ONE);
    assertThat(hasKeys(0)).as("the only one left").isTrue();
  }

  @Test
  void anotherPictureDoesNotTakeTheKeysFromAnotherControl(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    Node menu = scene.lookup("#maps");
    robot.interact(menu::requestFocus);
    robot.interact(() -> viewer.activate(viewer.panes().get(2)));
    assertThat(scene.getFocusOwner()).isEqualTo(menu);
  }

  @Test
  void inALowAndNarrowWindowEverythingCanBeReached(FxRobot robot) {
    run(robot, Command.TOOL_THRESHOLD);
    resize(robot, 300, 375);
    assertThat(below("#slices")).isLessThanOrEqualTo(375);
    ScrollPane scroll = (ScrollPane) view.lookup(".low-scroll");
    assertThat(scroll.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(375);
    for (String id :
        List.of("threshold-low", "threshold-series", "region-on", "region-set", "mask-export")) {
      Node control = view.lookup("#" + id);
      Bounds bounds = view.sceneToLocal(control.localToScene(control.getLayoutBounds()));
      assertThat(bounds.getMinX()).as(id).isNotNegative();
      assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(300);
    }
    Node last = view.lookup("#mask-export");
    robot.interact(() -> scroll.setVvalue(1));
    robot.interact(view::layout);
    assertThat(view.sceneToLocal(last.localToScene(last.getLayoutBounds())).getMaxY())
        .isLessThanOrEqualTo(375);
  }

  @Test
  void theTextOfASmallPictureGivesWayInsteadOfBeingCut(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR);
    resize(robot, 300, 330);
    int shown = 0;
    for (Node stage : view.lookupAll(".stage")) {
      List<Bounds> texts = new ArrayList<>();
      for (Node text : stage.lookupAll(".overlay-text")) {
        if (text instanceof Label label
            && label.getParent() instanceof CornerText
            && label.isVisible()) {
          assertThat(label.getHeight())
              .as(label.getText())
              .isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()));
          Bounds bounds = label.localToScene(label.getLayoutBounds());
          assertThat(texts).as(label.getText()).noneMatch(bounds::intersects);
          texts.add(
              new BoundingBox(
                  bounds.getMinX() + 0.5,
                  bounds.getMinY() + 0.5,
                  bounds.getWidth() - 1,
                  bounds.getHeight() - 1));
          shown++;
        }
      }
    }
    assertThat(shown).isGreaterThan(7);
    robot.interact(() -> Snapshots.save(view, "small"));
  }

  @Test
  void aLongWarningLeavesTheScaleToBeRead(FxRobot robot, @TempDir Path odd) throws Exception {
    DicomFile slice = SmallSeries.slice(3);
    DicomWriter.save(
        slice.withDataSet(
            slice
                .dataSet()
                .with(Tag.SERIES_INSTANCE_UID, Vr.UI, SmallSeries.UID + ".7")
                .with(Tag.WINDOW_CENTER, Vr.DS, "40")
                .with(Tag.WINDOW_WIDTH, Vr.DS, "-350")),
        odd.resolve("odd"),
        AtomicFile.Existing.REFUSE);
    robot.interact(() -> app.session().open(List.of(odd)));
    WaitForAsyncUtils.waitForFxEvents();
    Bounds scale = bounds(view.lookup(".scale-text"));
    List<Node> texts =
        view.lookupAll(".overlay-text").stream()
            .filter(text -> text.getParent() instanceof CornerText && text.isVisible())
            .toList();
    assertThat(texts).anyMatch(text -> ((Label) text).getText().contains("350"));
    assertThat(texts).noneMatch(text -> bounds(text).intersects(scale));
    Bounds bar = bounds(view.lookup(".scale-bar"));
    assertThat(texts).noneMatch(text -> bounds(text).intersects(bar));
    assertThat(texts)
        .filteredOn(text -> ((Label) text).getText().startsWith("Zoom"))
        .as("in one line")
        .allSatisfy(text -> assertThat(text.prefHeight(-1)).isEqualTo(bounds(text).getHeight()));
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /// Gives the view this size, smaller than a window can be.
  private void resize(FxRobot robot, double width, double height) {
    robot.interact(
        () -> {
          view.setManaged(false);
          scene.setRoot(new Pane(view));
        });
    robot.interact(() -> view.resize(width, height));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(view::layout);
  }

  private double below(String selector) {
    Node node = view.lookup(selector);
    return view.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMaxY();
  }

  private void run(FxRobot robot, Command command) {
    robot.interact(() -> services.commands().run(command));
  }

  /// Whether the keys go to the stage of a pane.
  private boolean hasKeys(int pane) {
    return viewer.active().equals(viewer.panes().get(pane))
        && scene.getFocusOwner() instanceof StageView stage
        && stage.pane().equals(viewer.active());
  }

  private Point2D screen(double i, double j) {
    double[] at = viewer.pictureProperty().getValue().orElseThrow().screen(i, j);
    Node stage = scene.lookup("#stage");
    return stage.localToScreen(at[0], at[1]);
  }
}
