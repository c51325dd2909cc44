package org.voxdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.cubes.CubesView;
import org.voxdesk.app.library.LibraryView;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.library.Thumbnails;
import org.voxdesk.app.measure.LookingInViewer;
import org.voxdesk.app.measure.MeasureView;
import org.voxdesk.app.measure.MeasureViewModel;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.pixels.PixelsView;
import org.voxdesk.app.pixels.PixelsViewModel;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.steps.StepsView;
import org.voxdesk.app.tags.TagsView;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.measure.MeasurementFiles;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Volume;

/// The whole window keeps nothing of a series that was worked with and closed.
@ExtendWith(ApplicationExtension.class)
final class ClosedSeriesTest {
  @TempDir Path folder;

  private AppModel app;
  private ViewerViewModel viewer;

  @Start
  void start(Stage stage) {
    Services services = TestServices.synchronous(folder);
    app = new AppModel(services);
    LibraryViewModel library = new LibraryViewModel(app);
    viewer = new ViewerViewModel(app, Runnable::run);
    MeasureViewModel measure =
        new MeasureViewModel(
            app, MeasurementFiles.in(folder.resolve("own")), new LookingInViewer(viewer));
    PixelsViewModel pixels = new PixelsViewModel(app);
    ViewerView view =
        new ViewerView(
            viewer,
            List.of(PixelsView.layer(pixels), MeasureView.layer(measure), CubesView.layer(app)));
    Screens screens =
        new Screens(
            new LibraryView(library, new Thumbnails(Runnable::run, Runnable::run)),
            view,
            List.of(new Label()),
            List.of(
                TagsView.tab(app),
                PixelsView.tab(pixels),
                CubesView.tab(app, viewer::look),
                MeasureView.tab(measure, viewer.pictureProperty()),
                StepsView.tab(app)));
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

  @Test
  void itsVolumeCanBeCollected(FxRobot robot) throws Exception {
    List<Path> files = SmallSeries.write(Files.createDirectory(folder.resolve("series")));
    robot.interact(() -> app.session().open(files));
    WeakReference<Volume> volume = worked(robot);
    run(robot, Command.CLOSE_ALL);
    waitForFxEvents();
    for (int n = 0; volume.get() != null && n < 100; n++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(volume.get()).isNull();
  }

  private WeakReference<Volume> worked(FxRobot robot) {
    run(robot, Command.LAYOUT_FOUR, Command.TOOL_THRESHOLD, Command.PANE_NEXT, Command.SLICE_NEXT);
    for (String page :
        List.of("pixels.title", "cubes.title", "measure.title", "steps.title", "tags.title")) {
      robot.interact(() -> app.pageProperty().set(page));
      waitForFxEvents();
    }
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    run(robot, Command.TOOL_MEASURE, Command.CINE, Command.CINE, Command.LAYOUT_ONE);
    waitForFxEvents();
    State.Ready ready = (State.Ready) app.volume().stateProperty().get();
    return new WeakReference<>(ready.volume());
  }

  private void run(FxRobot robot, Command... commands) {
    for (Command command : commands) {
      robot.interact(() -> app.services().commands().run(command));
    }
  }
}
