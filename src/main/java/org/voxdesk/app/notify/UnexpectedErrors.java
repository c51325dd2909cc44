package org.voxdesk.app.notify;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.notify.Notification.Severity;

/// Catches what nobody expected: the user reads a sentence, the log gets the stack, and the program
/// goes on.
public final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = System.getLogger(UnexpectedErrors.class.getName());

  private final Notifications notifications;
  private final Messages messages;
  private final Runnable details;

  /// A handler that speaks through `notifications`.
  ///
  /// @param details shows what the log knows about it
  public UnexpectedErrors(Notifications notifications, Messages messages, Runnable details) {
    this.notifications = notifications;
    this.messages = messages;
    this.details = details;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    LOG.log(Level.ERROR, "Something unexpected happened.", thrown);
    notifications.show(
        Notification.withPage(Severity.ERROR, messages.text("error.unexpected"), details));
  }
}
