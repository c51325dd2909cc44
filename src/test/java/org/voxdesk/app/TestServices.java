package org.voxdesk.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.TaskRunner;

/// Services in which everything happens at once on the calling thread and nothing leaves by itself.
public final class TestServices {
  private TestServices() {}

  /// English services that would keep preferences in `directory`.
  public static Services synchronous(Path directory) {
    return synchronous(directory, new AnsweringDialogs());
  }

  /// English services whose questions `dialogs` answers.
  public static Services synchronous(Path directory, AnsweringDialogs dialogs) {
    return working(directory, dialogs, Runnable::run);
  }

  /// The same whose tasks run on `work`.
  public static Services working(Path directory, AnsweringDialogs dialogs, Executor work) {
    Preferences preferences = Preferences.empty(directory.resolve("preferences.properties"));
    return new Services(
        Runnable::run,
        new TaskRunner(work),
        Parallel.SEQUENTIAL,
        new Notifications(Runnable::run, action -> {}),
        dialogs,
        preferences,
        Messages.of(Locale.ENGLISH),
        new Commands(),
        new Shortcuts(preferences));
  }
}
