package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polygon;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.LidcContour;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.dicom.Tag;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Lps;

@ExtendWith(ApplicationExtension.class)
final class DiameterLayerTest {
  @TempDir static Path folder;

  private Services services;
  private AppModel app;
  private ViewerViewModel viewer;
  private ViewerView view;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @Start
  void start(Stage stage) {
    services = TestServices.synchronous(folder);
    app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    view = new ViewerView(viewer, List.of(CubesView.layer(app)));
    Scene scene = new Scene(view, 740, 700);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(folder));
  }

  /// The point of the screen that a pixel of the slice is drawn at.
  private Point2D screen(double i, double j) {
    Picture picture = viewer.pictureProperty().getValue().orElseThrow();
    double[] at = picture.screen(i, j);
    return view.lookup(".stage").localToScreen(at[0], at[1]);
  }

  private void drag(FxRobot robot, Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
  }

  private Nodule only() {
    assertThat(app.nodules().here()).hasSize(1);
    return app.nodules().here().getFirst();
  }

  @Test
  void aDragWithTheNoduleToolMarksTheMiddleAndMeasures(FxRobot robot) {
    robot.interact(() -> services.commands().run(Command.TOOL_NODULE));
    drag(robot, screen(40, 40), screen(60, 40));
    assertThat(only().diameterMm().orElseThrow()).isCloseTo(20, within(0.4));
    assertThat(only().center().minus(new Lps(2, -8, -58)).length()).isLessThan(3);
    assertThat(robot.lookup(".nodule").tryQuery()).isPresent();
    // What is dragged across the same nodule measures it again.
    drag(robot, screen(50, 34), screen(50, 46));
    assertThat(only().diameterMm().orElseThrow()).isCloseTo(12, within(0.4));
    robot.interact(() -> app.undoOrder().undo());
    assertThat(only().diameterMm().orElseThrow()).isCloseTo(20, within(0.4));
  }

  @Test
  void keysMeasureADiameterToo(FxRobot robot) {
    robot.interact(
        () -> {
          services.commands().run(Command.TOOL_NODULE);
          services.commands().run(Command.POINT);
        });
    robot.press(KeyCode.SHIFT).push(KeyCode.ENTER).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    robot.release(KeyCode.SHIFT).push(KeyCode.ENTER);
    assertThat(only().diameterMm().orElseThrow()).isCloseTo(20, within(0.01));
  }

  @Test
  void whatReadersDrewIsOverTheImageTheyDrewItOn(FxRobot robot) {
    LoadedSlice slice = viewer.pictureProperty().getValue().orElseThrow().slice();
    String image = slice.instance().text(Tag.SOP_INSTANCE_UID);
    String series = slice.instance().text(Tag.SERIES_INSTANCE_UID);
    List<LidcContour.Pixel> square =
        List.of(
            new LidcContour.Pixel(40, 40),
            new LidcContour.Pixel(50, 40),
            new LidcContour.Pixel(50, 50),
            new LidcContour.Pixel(40, 50));
    robot.interact(
        () ->
            app.nodules()
                .read(
                    List.of(
                        new Annotation(
                            series,
                            slice.place().orElseThrow().lps(45, 45, 0),
                            OptionalDouble.of(10),
                            "",
                            Map.of(),
                            List.of(
                                new LidcContour(0, image, true, square),
                                new LidcContour(1, image, false, square),
                                new LidcContour(1, "1.2.3", true, square)))),
                    Map.of()));
    List<Polygon> drawn = robot.lookup(".outline").queryAllAs(Polygon.class).stream().toList();
    assertThat(drawn).hasSize(2);
    Point2D corner = screen(40, 40);
    assertThat(
            drawn
                .getFirst()
                .localToScreen(
                    drawn.getFirst().getPoints().get(0), drawn.getFirst().getPoints().get(1))
                .distance(corner))
        .isLessThan(0.01);
    assertThat(drawn.getLast().getStyleClass()).contains("reader-1");
    robot.interact(() -> Snapshots.save(view, "outlines"));
    robot.interact(() -> services.commands().run(Command.SLICE_NEXT));
    waitForFxEvents();
    assertThat(robot.lookup(".outline").queryAll()).isEmpty();
  }

  @Test
  void aClickStillMarksAndOtherToolsAreLeftAlone(FxRobot robot) {
    drag(robot, screen(40, 40), screen(60, 40));
    assertThat(app.nodules().here()).isEmpty();
    robot.interact(() -> services.commands().run(Command.TOOL_NODULE));
    robot.clickOn(screen(50, 40));
    assertThat(only().diameterMm()).isEmpty();
  }
}
