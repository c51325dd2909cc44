package org.voxdesk.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.FxDialogs;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.task.TaskRunner;
import org.voxdesk.task.Workers;

/// What screens are built on, as in the application, with settings of their own.
final class BenchServices {
  private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

  private BenchServices() {}

  /// Services of a window on `stage` with its settings in `folder`.
  static Services on(Stage stage, Path folder) {
    int helping = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    Messages messages = Messages.of(Locale.ENGLISH);
    Preferences preferences = Preferences.empty(folder.resolve("preferences.properties"));
    return new Services(
        BenchServices::onWindow,
        new TaskRunner(Executors.newFixedThreadPool(4, DAEMONS)),
        new Workers(Executors.newFixedThreadPool(helping, DAEMONS), helping),
        new Notifications(BenchServices::onWindow, later -> {}),
        new FxDialogs(() -> stage, messages, preferences),
        preferences,
        messages,
        new Commands(),
        new Shortcuts(preferences));
  }

  /// A thread to draw on.
  static ExecutorService thread() {
    return Executors.newSingleThreadExecutor(DAEMONS);
  }

  private static void onWindow(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /// Waits until `reached` when `property` changes, and what was drawn then is on the screen.
  static void await(ObservableValue<?> property, BooleanSupplier reached)
      throws InterruptedException {
    var seen = new CountDownLatch(1);
    Platform.runLater(
        () ->
            property.subscribe(
                () -> {
                  if (reached.getAsBoolean()) {
                    seen.countDown();
                  }
                }));
    Platform.runLater(
        () -> {
          if (reached.getAsBoolean()) {
            seen.countDown();
          }
        });
    seen.await();
  }
}
