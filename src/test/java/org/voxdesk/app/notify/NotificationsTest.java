package org.voxdesk.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
  void anUnexpectedErrorIsShownOnceWithAWayToItsDetails() {
    Messages messages = Messages.of(Locale.ENGLISH);
    List<String> shown = new ArrayList<>();
    var errors = new UnexpectedErrors(notifications, messages, () -> shown.add("details"));
    for (int i = 0; i < 3; i++) {
      errors.uncaughtException(Thread.currentThread(), new IllegalStateException("Doe^Jane"));
    }
    assertThat(notifications.shown())
        .singleElement()
        .extracting(Notification::text)
        .isEqualTo(messages.text("error.unexpected"));
    notifications.shown().getFirst().page().orElseThrow().run();
    assertThat(shown).containsExactly("details");
  }
}
