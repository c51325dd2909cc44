package org.voxdesk.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.FxDialogs;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.notify.UnexpectedErrors;
import org.voxdesk.app.prefs.ConfigDirectory;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.task.TaskRunner;

/// One run of the window, from its wiring to its closing. The only place that knows every part.
final class Window {
  private static final long READABLE_MS = 8_000;
  private static final long REFRESH_MS = 50;

  private final Optional<String> language;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<Throwable> failure = Optional.empty();

  Window(Optional<String> language) {
    this.language = language;
  }

  /// Opens the window on `paths`; called on JavaFX's thread.
  @SuppressWarnings("CatchingUnchecked") // Whatever keeps the window from opening ends the program.
  void open(List<Path> paths) {
    try {
      build(paths);
    } catch (RuntimeException | Error failed) {
      failure = Optional.of(failed);
      closed.countDown();
    }
  }

  private void build(List<Path> paths) {
    Path file =
        ConfigDirectory.of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv())
            .resolve("preferences.properties");
    Notifications notifications = new Notifications(Threads.ui(), Threads.uiAfter(READABLE_MS));
    Optional<IOException> unreadable = Optional.empty();
    Preferences preferences;
    try {
      preferences = Preferences.load(file);
    } catch (IOException e) {
      preferences = Preferences.empty(file);
      unreadable = Optional.of(e);
    }
    Messages messages = Messages.of(language.or(preferences::language));
    unreadable.ifPresent(e -> notifications.error(messages.text("error.preferences"), e));
    Thread.currentThread()
        .setUncaughtExceptionHandler(new UnexpectedErrors(notifications, messages));

    Threads threads = Threads.start();
    Stage stage = new Stage();
    Services services =
        new Services(
            Threads.ui(),
            new TaskRunner(threads.work()),
            threads.parallel(),
            notifications,
            new FxDialogs(() -> stage, messages, preferences),
            preferences,
            messages,
            new Commands(),
            new Shortcuts(preferences));
    AppModel app = new AppModel(services);
    MainWindow window =
        new MainWindow(
            stage,
            app,
            new ShellViewModel(services),
            new TasksViewModel(services.tasks(), Threads.uiAfter(REFRESH_MS)),
            screens());
    stage.setOnHidden(
        event -> {
          services.tasks().cancelAll();
          threads.close();
          window.remember();
          closed.countDown();
        });
    window.show();
    if (!paths.isEmpty()) {
      app.session().open(paths);
    }
  }

  private static Screens screens() {
    return new Screens(
        new StackPane(new Label("Library")),
        new StackPane(new Label("Viewer")),
        List.of(),
        List.of());
  }

  /// Waits until the window has been closed; 1 with a line on `errors` if it could not be opened.
  int awaitClosed(PrintStream errors) {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 1;
    }
    failure.ifPresent(cause -> errors.println("The window could not be opened: " + cause));
    return failure.isPresent() ? 1 : 0;
  }
}
