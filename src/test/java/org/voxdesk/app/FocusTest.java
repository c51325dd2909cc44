package org.voxdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.prefs.UserFolders;

/// Whoever goes through the window with Tab sees where the keys are.
@ExtendWith(ApplicationExtension.class)
final class FocusTest {
  /// How far a channel of a pixel must change, of 255, and how many pixels must.
  private static final int SEEN = 50;

  private static final int ENOUGH = 20;
  private static final int MOST_STOPS = 60;

  @TempDir Path folder;

  private final Optional<Thread.UncaughtExceptionHandler> before =
      Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
  private Window window;

  /// What has the keys, where it is, and what the window looks like meanwhile.
  private record Stop(Node owner, Bounds bounds, Image picture) {
    String name() {
      return owner.getTypeSelector() + " " + owner.getId() + " " + owner.getStyleClass();
    }

    /// How many pixels at this stop look different once the keys have gone on.
    int seen(Stop next) {
      int left = (int) Math.max(0, bounds.getMinX() - 3);
      int top = (int) Math.max(0, bounds.getMinY() - 3);
      int right = (int) Math.min(picture.getWidth(), bounds.getMaxX() + 3);
      int bottom = (int) Math.min(picture.getHeight(), bounds.getMaxY() + 3);
      int different = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          different +=
              apart(
                          picture.getPixelReader().getArgb(x, y),
                          next.picture.getPixelReader().getArgb(x, y))
                      >= SEEN
                  ? 1
                  : 0;
        }
      }
      return different;
    }

    private static int apart(int one, int other) {
      int most = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
      }
      return most;
    }
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    UserFolders folders = UserFolders.of("Linux", folder.resolve("home"), Map.of());
    window =
        new Window(
            Optional.of("en"),
            SettingsPlaces.in(folders),
            new Startup(new PrintStream(OutputStream.nullOutputStream())));
    Path scans = Files.createDirectories(folder.resolve("scans"));
    SmallSeries.write(scans);
    robot.interact(() -> window.open(List.of(scans), false));
    until(() -> session().libraryProperty().get().patients().size() == 1);
    until(() -> window.viewer().pictureProperty().getValue().isPresent());
    until(window::isQuiet);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
  }

  @ParameterizedTest
  @EnumSource(names = {"DARK_THEME", "LIGHT_THEME"})
  void everyStopOfTheTabKeyIsSeen(Command theme, FxRobot robot) {
    robot.interact(() -> window.app().services().commands().run(theme));
    robot.interact(window.viewerView()::focusStage);
    List<Stop> stops = new ArrayList<>();
    Node first = scene().getFocusOwner();
    do {
      robot.type(KeyCode.TAB);
      robot.interact(() -> stops.add(stop()));
    } while (!stops.getLast().owner().equals(first) && stops.size() < MOST_STOPS);
    assertThat(stops.getLast().owner()).as("once around").isEqualTo(first);
    assertThat(stops).hasSizeGreaterThan(15);
    List<String> unseen = new ArrayList<>();
    for (int at = 0; at + 1 < stops.size(); at++) {
      int seen = stops.get(at).seen(stops.get(at + 1));
      if (seen < ENOUGH) {
        unseen.add(stops.get(at).name() + ": " + seen);
      }
    }
    assertThat(unseen).isEmpty();
  }

  private Stop stop() {
    Node owner = scene().getFocusOwner();
    return new Stop(owner, owner.localToScene(owner.getBoundsInLocal()), scene().snapshot(null));
  }

  private Scene scene() {
    return window.viewerView().getScene();
  }

  private Session session() {
    return window.app().session();
  }

  private static void until(Callable<Boolean> state) throws Exception {
    waitFor(20, TimeUnit.SECONDS, state);
    waitForFxEvents();
  }
}
