package org.voxdesk.app.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.region.MaskExport;
import org.voxdesk.app.region.RegionViewModel;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.export.NpyArray;
import org.voxdesk.measure.Statistics;
import org.voxdesk.render.Threshold;

/// Tasks that read a plane while other planes are drawn in its memory.
@ExtendWith(ApplicationExtension.class)
final class PlanePixelsTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean holding;
  private Services services;
  private AppModel app;
  private ViewerViewModel viewer;
  private PixelsViewModel pixels;

  @Start
  void start(Stage stage) throws Exception {
    Path series = Files.createDirectory(folder.resolve("series"));
    SmallSeries.write(series);
    services = TestServices.working(folder, dialogs, this::execute);
    app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    pixels = new PixelsViewModel(app);
    pixels.learn(viewer.pictureProperty());
    stage.setScene(new Scene(new ViewerView(viewer), 600, 500));
    stage.show();
    app.session().open(List.of(series));
    services.commands().run(Command.PLANE_CORONAL);
    goTo(40);
  }

  private void execute(Runnable task) {
    if (holding) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  private void goTo(int plane) {
    services.commands().run(Command.SLICE_FIRST);
    for (int n = 0; n < plane; n++) {
      services.commands().run(Command.SLICE_NEXT);
    }
  }

  private void goOnAndWork() {
    goTo(47);
    holding = false;
    waiting.forEach(Runnable::run);
  }

  private LoadedSlice shown() {
    return viewer.pictureProperty().getValue().map(Picture::slice).orElseThrow();
  }

  @Test
  void statisticsAreThoseOfThePlaneThatWasSeen(FxRobot robot) {
    robot.interact(this::measure);
  }

  private void measure() {
    app.pageProperty().set(PixelsViewModel.TITLE);
    Statistics known = pixels.factsProperty().get().statistics().orElseThrow();
    goTo(41);
    holding = true;
    goTo(40);
    app.pageProperty().set("another");
    goOnAndWork();
    assertThat(pixels.factsProperty().get().statistics()).contains(known);
  }

  @Test
  void soAreExportedPixels(FxRobot robot) {
    robot.interact(this::exportPixels);
    assertThat(folder.resolve("later.csv")).hasSameTextualContentAs(folder.resolve("at-once.csv"));
  }

  private void exportPixels() {
    var export = new PixelsExport(pixels);
    dialogs.target = Optional.of(folder.resolve("at-once.csv"));
    export.csv();
    dialogs.target = Optional.of(folder.resolve("later.csv"));
    holding = true;
    export.csv();
    goOnAndWork();
  }

  /// A tilted plane reaches beyond the volume.
  @Test
  void besideTheVolumeThereIsNoValue(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          services.commands().run(Command.TILT_RIGHT);
          dialogs.target = Optional.of(folder.resolve("tilted.csv"));
          new PixelsExport(pixels).csv();
        });
    String text = Files.readString(folder.resolve("tilted.csv"));
    assertThat(text).contains("nan").doesNotContain("-2048");
  }

  @Test
  void whatIsBesideTheVolumeIsNotMasked(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          services.commands().run(Command.TILT_RIGHT);
          dialogs.target = Optional.of(folder.resolve("tilted.npy"));
          var everything = new Threshold(Double.NEGATIVE_INFINITY, 5000, true);
          new MaskExport(app, new RegionViewModel(app)).export(shown(), everything);
        });
    byte[] marks = NpyArray.read(folder.resolve("tilted.npy")).bytes();
    int columns = shown().pixels().columns();
    for (int at = 0; at < marks.length; at++) {
      assertThat(marks[at] != 0).isEqualTo(shown().contains(at % columns, at / columns));
    }
    assertThat(marks).contains(0, 1);
  }

  @Test
  void soAreMasks(FxRobot robot) throws Exception {
    robot.interact(this::exportMasks);
    byte[] expected = NpyArray.read(folder.resolve("at-once.npy")).bytes();
    assertThat(expected).contains(1);
    assertThat(NpyArray.read(folder.resolve("later.npy")).bytes()).isEqualTo(expected);
  }

  private void exportMasks() {
    // A range of stored values is of the slice alone.
    var export = new MaskExport(app, new RegionViewModel(app));
    var range = new Threshold(0, 1000, true);
    dialogs.target = Optional.of(folder.resolve("at-once.npy"));
    export.export(shown(), range);
    dialogs.target = Optional.of(folder.resolve("later.npy"));
    holding = true;
    export.export(shown(), range);
    goOnAndWork();
  }
}
