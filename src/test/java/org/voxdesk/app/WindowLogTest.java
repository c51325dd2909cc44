package org.voxdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.log.LogFile;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.prefs.UserFolders;

/// What the whole window leaves in its log, and that it goes on after what nobody expected.
@ExtendWith(ApplicationExtension.class)
final class WindowLogTest {
  private static final String PATIENT = "Quixote";

  @TempDir Path folder;

  private final Optional<Thread.UncaughtExceptionHandler> before =
      Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
  private Window window;

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    UserFolders folders = UserFolders.of("Linux", folder.resolve("home"), Map.of());
    window =
        new Window(
            Optional.of("en"),
            SettingsPlaces.in(folders),
            new Startup(new PrintStream(OutputStream.nullOutputStream())));
    Path scans = Files.createDirectories(folder.resolve(PATIENT + " scans"));
    SmallSeries.write(scans);
    Files.writeString(scans.resolve(PATIENT + ".dcm"), "no image of " + PATIENT);
    robot.interact(() -> window.open(List.of(scans, folder.resolve(PATIENT + ".zip")), false));
    until(() -> session().libraryProperty().get().patients().size() == 1);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
  }

  @Test
  void anErrorThatNobodyExpectedIsShownAndLoggedWithoutThePatientAndTheProgramGoesOn(FxRobot robot)
      throws Exception {
    Platform.runLater(
        () -> {
          throw new IllegalStateException("Ball^Test in " + folder.resolve(PATIENT));
        });
    Thread.ofPlatform().start(() -> List.of(PATIENT).get(1)).join();
    robot.interact(
        () ->
            window
                .app()
                .services()
                .notifications()
                .error(PATIENT, new IOException(folder.resolve(PATIENT).toString())));
    waitForFxEvents();
    assertThat(robot.lookup(".notification-card").queryAll()).hasSize(2);
    robot.interact(() -> window.app().services().commands().run(Command.CLOSE_ALL));
    assertThat(session().libraryProperty().get().patients()).isEmpty();
    robot.interact(window::close);
    assertThat(String.join("\n", LogFile.last(logs(), 10_000)))
        .contains("Started: Voxdesk ", "java.lang.IllegalStateException")
        .contains("java.lang.IndexOutOfBoundsException", "java.io.IOException")
        .contains("The window has been closed.")
        .doesNotContain(PATIENT)
        .doesNotContain("Ball", "B1", SmallSeries.UID)
        .doesNotContain(folder.toString());
  }

  @Test
  void theWindowWritesOnlyWhereTheSystemKeepsWhatBelongsToPrograms(FxRobot robot)
      throws IOException {
    robot.interact(window::close);
    try (var files = Files.list(folder)) {
      assertThat(files).extracting(Path::getFileName).hasSize(2);
    }
    try (var files = Files.list(folder.resolve("home"))) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(".config", ".local");
    }
    try (var files = Files.list(folder.resolve(PATIENT + " scans"))) {
      assertThat(files).hasSize(SmallSeries.SLICES + 1);
    }
  }

  private Path logs() {
    return folder.resolve("home/.local/state/voxdesk/log");
  }

  private Session session() {
    return window.app().session();
  }

  private static void until(Callable<Boolean> state) throws TimeoutException {
    waitFor(20, TimeUnit.SECONDS, state);
    waitForFxEvents();
  }
}
