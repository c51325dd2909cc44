package org.voxdesk.app.notify;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.app.notify.Notification.Severity;

/// The notifications on the screen, newest last. May be told from any thread; the list changes on
/// the window's thread.
public final class Notifications {
  private static final Logger LOG = System.getLogger(Notifications.class.getName());
  private static final int MOST = 3;

  private final Executor ui;
  private final Executor later;
  private final ObservableList<Notification> shown = FXCollections.observableArrayList();
  // Kept, because the view of a list hears of its changes only while somebody holds it.
  private final ObservableList<Notification> shownView =
      FXCollections.unmodifiableObservableList(shown);

  /// Notifications that change on `ui`.
  ///
  /// @param later runs what it is given on the window's thread once a sentence has been readable
  ///   for long enough
  public Notifications(Executor ui, Executor later) {
    this.ui = ui;
    this.later = later;
  }

  /// What is on the screen, newest last; read only.
  public ObservableList<Notification> shown() {
    return shownView;
  }

  /// Says that something went well.
  public void info(String text) {
    show(new Notification(Severity.INFO, text, Optional.empty()));
  }

  /// Says that something is not as expected.
  public void warn(String text, Optional<String> details) {
    show(new Notification(Severity.WARNING, text, details));
  }

  /// Says that something failed; stays until it is dismissed.
  public void error(String text, Optional<String> details) {
    show(new Notification(Severity.ERROR, text, details));
  }

  /// Says that something failed because of `cause`, whose message becomes the details.
  public void error(String text, Throwable cause) {
    LOG.log(Level.WARNING, "The user is told that something failed.", cause);
    error(text, Optional.of(describe(cause)));
  }

  /// Takes `notification` off the screen.
  public void dismiss(Notification notification) {
    ui.execute(() -> shown.remove(notification));
  }

  /// Shows `notification`.
  public void show(Notification notification) {
    ui.execute(
        () -> {
          // The same sentence again takes the place of the first.
          shown.removeIf(known -> known.isSame(notification));
          shown.add(notification);
          dropOldest();
        });
    if (!notification.stays()) {
      later.execute(() -> shown.remove(notification));
    }
  }

  /// Keeps the stack readable: what leaves by itself anyway goes first, then the oldest error.
  private void dropOldest() {
    while (shown.size() > MOST) {
      shown.stream()
          .filter(n -> !n.stays())
          .findFirst()
          .ifPresentOrElse(shown::remove, shown::removeFirst);
    }
  }

  private static String describe(Throwable cause) {
    String message = cause.getLocalizedMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
