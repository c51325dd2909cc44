package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.export.NpyArray;
import org.voxdesk.study.Instance;

@ExtendWith(ApplicationExtension.class)
final class RegionBarTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private ViewerViewModel viewer;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    Path series = Files.createDirectory(folder.resolve("series"));
    SmallSeries.write(series);
    services = TestServices.synchronous(folder, dialogs);
    AppModel app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    scene = new Scene(new ViewerView(viewer), 900, 700);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(series));
    services.commands().run(Command.TOOL_THRESHOLD);
  }

  @Test
  void theRegionAroundAClickIsTheBallInEverySlice(FxRobot robot) throws Exception {
    robot.clickOn("#threshold-presets").clickOn("Soft tissue: −100 to 200");
    robot.clickOn("#region-on");
    assertThat(message()).isEqualTo("Click in the picture where the region begins.");
    assertThat(robot.lookup("#mask-export").query().isDisabled()).isTrue();
    robot.clickOn(screen(50, 40));
    long ball = ball();
    assertThat(message()).startsWith(ReadableText.count(ball) + " voxels");
    robot.interact(() -> Snapshots.save(scene.getRoot(), "region"));
    dialogs.target = Optional.of(folder.resolve("mask.npy"));
    robot.clickOn("#mask-export");
    NpyArray mask = NpyArray.read(folder.resolve("mask.npy"));
    assertThat(mask.shape())
        .containsExactly(SmallSeries.SLICES, SmallSeries.SIZE, SmallSeries.SIZE);
    long marked = 0;
    for (byte each : mask.bytes()) {
      marked += each;
    }
    assertThat(marked).isEqualTo(ball);
  }

  @Test
  void aRegionBeginsWhereTheKeysPoint(FxRobot robot) {
    robot.interact(() -> viewer.threshold().pick(ThresholdViewModel.Preset.SOFT_TISSUE));
    robot.clickOn("#region-on");
    robot.interact(() -> services.commands().run(Command.POINT));
    robot.push(KeyCode.ENTER);
    // The middle of the slice is within the ball around 50, 40.
    assertThat(message()).startsWith(ReadableText.count(ball()) + " voxels");
  }

  @Test
  void inTheSliceItIsTheDiscOfTheBall(FxRobot robot) {
    robot.interact(() -> viewer.threshold().pick(ThresholdViewModel.Preset.SOFT_TISSUE));
    robot.clickOn("#region-on").clickOn("#region-through");
    robot.clickOn(screen(50, 40));
    assertThat(message()).startsWith(ReadableText.count(viewer.threshold().count()) + " voxels");
    robot.clickOn(screen(5, 5));
    assertThat(message()).isEqualTo("The clicked pixel is outside the range.");
  }

  @Test
  void theRegionIsSetInEveryImageThatItReachesAndUndone(FxRobot robot) {
    robot.interact(() -> viewer.threshold().pick(ThresholdViewModel.Preset.SOFT_TISSUE));
    robot.clickOn("#region-on");
    assertThat(robot.lookup("#region-set").query().isDisabled()).isTrue();
    robot.clickOn(screen(50, 40));
    robot.interact(() -> viewer.threshold().valueProperty().set(1234));
    robot.clickOn("#region-set");
    assertThat(set()).isEqualTo(ball());
    robot.interact(() -> viewer.app().session().undo());
    assertThat(set()).isZero();
  }

  /// How many pixels of the series have the new value.
  private long set() {
    return viewer.app().session().libraryProperty().get().instances().stream()
        .map(image -> viewer.app().session().current(image))
        .mapToLong(RegionBarTest::set)
        .sum();
  }

  private static long set(Instance image) {
    try {
      LoadedSlice slice = SliceLoader.load(image, 0);
      return IntStream.range(0, SmallSeries.SIZE * SmallSeries.SIZE)
          .filter(at -> slice.value(at % SmallSeries.SIZE, at / SmallSeries.SIZE) == 1234)
          .count();
    } catch (DicomException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whileARegionIsTintedTheWholeRangeIsNotSet(FxRobot robot) {
    assertThat(robot.lookup("#threshold-series").query().isDisabled()).isFalse();
    robot.clickOn("#region-on");
    assertThat(robot.lookup("#threshold-series").query().isDisabled()).isTrue();
    assertThat(viewer.threshold().tinted()).isEmpty();
  }

  @Test
  void theSeedsRangeIsEverythingBelow300(FxRobot robot) {
    robot.clickOn("#threshold-presets").clickOn("Below 300 becomes 0");
    assertThat(viewer.threshold().lowProperty().get()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(viewer.threshold().highProperty().get()).isEqualTo(300);
    assertThat(viewer.threshold().valueProperty().get()).isZero();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".histogram-slice").query().isVisible()).isTrue();
  }

  private static long ball() {
    long count = 0;
    for (int k = 0; k < SmallSeries.SLICES; k++) {
      for (int j = 0; j < SmallSeries.SIZE; j++) {
        for (int i = 0; i < SmallSeries.SIZE; i++) {
          double far = Math.hypot(Math.hypot(i - 50, j - 40), 2 * (k - 20));
          count += far < 12 ? 1 : 0;
        }
      }
    }
    return count;
  }

  private String message() {
    return ((Label) scene.lookup("#region-message")).getText();
  }

  private Point2D screen(double i, double j) {
    double[] at = viewer.pictureProperty().getValue().orElseThrow().screen(i, j);
    Node stage = scene.lookup("#stage");
    return stage.localToScreen(at[0], at[1]);
  }
}
