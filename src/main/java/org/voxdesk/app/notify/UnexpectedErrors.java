package org.voxdesk.app.notify;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.voxdesk.app.i18n.Messages;

/// Catches what nobody expected: the user reads a sentence, the log gets the stack, and the program
/// goes on. The log holds no exception messages, because those may quote patient data or file
/// names.
public final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = System.getLogger(UnexpectedErrors.class.getName());

  private final Notifications notifications;
  private final Messages messages;

  /// A handler that speaks through `notifications`.
  public UnexpectedErrors(Notifications notifications, Messages messages) {
    this.notifications = notifications;
    this.messages = messages;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    LOG.log(Level.ERROR, () -> withoutMessages(thrown));
    notifications.error(messages.text("error.unexpected"), thrown);
  }

  /// The classes and stack frames of `thrown` and its causes, without their messages.
  static String withoutMessages(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable current = thrown;
    for (int depth = 0; current != null && depth < 8; depth++) {
      text.append(depth == 0 ? "" : "\ncaused by ").append(current.getClass().getName());
      text.append(
          Arrays.stream(current.getStackTrace())
              .map(frame -> "\n  at " + frame)
              .collect(Collectors.joining()));
      current = current.getCause();
    }
    return text.toString();
  }
}
