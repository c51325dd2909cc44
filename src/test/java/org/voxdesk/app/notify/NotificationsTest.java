package org.voxdesk.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.i18n.Messages;

final class NotificationsTest {
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final Notifications notifications = new Notifications(Runnable::run, later::add);

  @Test
  void goodNewsLeavesByItself() {
    notifications.info("Saved.");
    assertThat(notifications.shown()).hasSize(1);
    later.remove().run();
    assertThat(notifications.shown()).isEmpty();
  }

  @Test
  void anErrorStaysUntilItIsDismissed() {
    notifications.error("Not saved.", Optional.empty());
    assertThat(later).isEmpty();
    notifications.dismiss(notifications.shown().getFirst());
    assertThat(notifications.shown()).isEmpty();
  }

  @Test
  void theSameSentenceIsShownOnceAndWhatHasAPageWaitsToBeRead() {
    notifications.error("Not saved.", Optional.empty());
    notifications.error("Other.", Optional.empty());
    notifications.error("Not saved.", Optional.empty());
    assertThat(notifications.shown())
        .extracting(Notification::text)
        .containsExactly("Other.", "Not saved.");
    notifications.show(Notification.withPage(Notification.Severity.WARNING, "Stopped.", () -> {}));
    assertThat(later).isEmpty();
  }

  @Test
  void aFloodOfGoodNewsDoesNotPushAnErrorAway() {
    notifications.error("Not saved.", Optional.empty());
    for (int i = 0; i < 50; i++) {
      notifications.info("Saved " + i);
    }
    assertThat(notifications.shown()).hasSizeLessThanOrEqualTo(5);
    assertThat(notifications.shown().getFirst().text()).isEqualTo("Not saved.");
  }

  @Test
  void anUnexpectedErrorIsShownAndItsMessageKeptOutOfTheLog() {
    Messages messages = Messages.of(Locale.ENGLISH);
    Exception thrown = new IllegalStateException("Doe^Jane", new RuntimeException("/home/doe"));
    new UnexpectedErrors(notifications, messages).uncaughtException(Thread.currentThread(), thrown);
    assertThat(notifications.shown().getFirst().text())
        .isEqualTo(messages.text("error.unexpected"));
    assertThat(UnexpectedErrors.withoutMessages(thrown))
        .contains("IllegalStateException", "caused by java.lang.RuntimeException")
        .doesNotContain("Doe", "doe");
  }
}
