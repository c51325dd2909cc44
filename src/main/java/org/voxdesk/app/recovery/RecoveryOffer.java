package org.voxdesk.app.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.edit.journal.LostEdits;
import org.voxdesk.edit.journal.Recovery;
import org.voxdesk.io.DicomReader;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;

/// Offers, at the start, the unsaved edits of a program that died: to make them again, to forget
/// them, or to leave them for the next start. Used on the window's thread.
public final class RecoveryOffer {
  private static final int LINES = 4;

  private final Services services;
  private final Session session;
  private final EditJournal journal;

  public RecoveryOffer(Services services, Session session, EditJournal journal) {
    this.services = services;
    this.session = session;
    this.journal = journal;
  }

  /// Looks into `folder` in the background, and asks if there is anything.
  public void make(Path folder) {
    journal.between(
        () -> {
          try {
            List<LostEdits> lost = LostEdits.in(folder);
            services.ui().execute(() -> ask(lost));
          } catch (IOException e) {
            services
                .notifications()
                .warn(services.text("recovery.unreadable"), Optional.of(e.toString()));
          }
        });
  }

  /// About the newest; older ones are for the next start.
  private void ask(List<LostEdits> lost) {
    lost.stream().skip(1).forEach(this::leave);
    if (lost.isEmpty()) {
      return;
    }
    LostEdits newest = lost.getFirst();
    OptionalInt answer =
        services
            .dialogs()
            .choose(
                services.text("recovery.title"),
                services.text(
                    "recovery.text",
                    newest.images().size(),
                    newest.steps(),
                    time(newest),
                    folders(newest)),
                List.of(services.text("recovery.recover"), services.text("recovery.discard")));
    if (answer.equals(OptionalInt.of(0))) {
      recover(newest);
    } else if (answer.isPresent()) {
      discard(newest);
    } else {
      leave(newest);
    }
  }

  /// A line for each folder, and one for those that are too many.
  private String folders(LostEdits lost) {
    List<String> folders =
        lost.images().stream()
            .map(image -> String.valueOf(image.getParent()))
            .distinct()
            .sorted()
            .toList();
    String lines = folders.stream().limit(LINES).collect(Collectors.joining("\n"));
    return folders.size() > LINES
        ? lines + "\n" + services.text("recovery.more", folders.size() - LINES)
        : lines;
  }

  private String time(LostEdits lost) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(services.messages().locale())
        .withZone(ZoneId.systemDefault())
        .format(lost.time());
  }

  private void recover(LostEdits lost) {
    session.hold();
    services
        .tasks()
        .start(
            services.text("recovery.task"),
            progress -> lost.replay(path -> new Instance(path, DicomReader.read(path)), progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              session.release();
              switch (outcome) {
                case Outcome.Success<Recovery> done -> recovered(lost, done.value());
                case Outcome.Failure<Recovery> failed -> {
                  services.notifications().error(services.text("recovery.failed"), failed.cause());
                  leave(lost);
                }
                case Outcome.Cancelled<Recovery> cancelled -> leave(lost);
              }
            });
  }

  private void recovered(LostEdits lost, Recovery recovery) {
    if (!session.restore(recovery.images(), recovery.history())) {
      services.notifications().warn(services.text("recovery.later"), Optional.empty());
      leave(lost);
      return;
    }
    // What is restored is in the new journal before the old one goes.
    if (recovery.away()) {
      leave(lost);
    } else {
      discard(lost);
    }
    int images = recovery.history().editedPaths().size();
    if (recovery.leftOut().isEmpty()) {
      services.notifications().info(services.text("recovery.done", images));
    } else {
      String reasons =
          recovery.leftOut().stream().map(services::reason).collect(Collectors.joining("\n"));
      services
          .notifications()
          .warn(
              services.text(
                  recovery.away() ? "recovery.away" : "recovery.partly",
                  images,
                  recovery.leftOut().size()),
              Optional.of(reasons));
    }
  }

  private void discard(LostEdits lost) {
    end(lost::discard);
  }

  private void leave(LostEdits lost) {
    end(lost::close);
  }

  /// Something that ends lost edits.
  @FunctionalInterface
  private interface Ending {
    void run() throws IOException;
  }

  private void end(Ending ending) {
    journal.between(
        () -> {
          try {
            ending.run();
          } catch (IOException e) {
            services
                .notifications()
                .warn(services.text("recovery.unreadable"), Optional.of(e.toString()));
          }
        });
  }
}
