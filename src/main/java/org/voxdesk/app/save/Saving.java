package org.voxdesk.app.save;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voxdesk.app.log.Known;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.notify.Notification.Severity;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.SaveJob;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.Origin;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.Sentence;

/// Writes images in the background, puts those that replace open files in their place, and says
/// what became of them. Used on the window's thread.
final class Saving {
  private static final Logger LOG = System.getLogger(Saving.class.getName());
  private static final int SMALL = 20;

  private final AppModel app;
  private final Services services;
  private final Session session;
  private final BackupChoice backup;

  Saving(AppModel app) {
    this.app = app;
    this.services = app.services();
    this.session = app.session();
    this.backup = new BackupChoice(services);
  }

  Services services() {
    return services;
  }

  Session session() {
    return session;
  }

  /// Whether what is replaced is kept beside it.
  BackupChoice backup() {
    return backup;
  }

  /// Writes the images as they are now. Those that replace open files are not edited meanwhile.
  ///
  /// @param where what the user calls the place of those images, once they have been written
  /// @param saved run once all of them have been written
  void start(
      Targeted targeted,
      Existing existing,
      Function<List<Instance>, String> where,
      Runnable saved) {
    Set<Path> replaced =
        targeted.places().stream()
            .flatMap(place -> place.replaces().stream())
            .collect(Collectors.toSet());
    if (!session.hold(replaced)) {
      return;
    }
    Map<Path, Set<Origin>> unwanted = unwanted(targeted);
    SaveJob job =
        new SaveJob(
            items(targeted, unwanted.keySet()),
            existing,
            app.compressionProperty().get(),
            Optional.of(app.kept()));
    services
        .tasks()
        .start(
            services.text("task.save", job.items().size()),
            progress -> job.run(progress, services.parallel()))
        .whenEnded(
            services.ui(),
            outcome -> {
              session.release(replaced);
              takeOver(job, unwanted);
              report(outcome, job, where.apply(job.written()));
              if (outcome instanceof Outcome.Success<SaveJob> && job.failures().isEmpty()) {
                saved.run();
              }
            });
  }

  /// What de-identified images were read from, by the paths where they replace it.
  private Map<Path, Set<Origin>> unwanted(Targeted targeted) {
    EditHistory history = session.historyProperty().get();
    Map<Path, Instance> open = open();
    Set<Path> inPlace =
        targeted.places().stream()
            .flatMap(p -> p.replaces().filter(path -> path.equals(p.image().path())).stream())
            .collect(Collectors.toSet());
    Map<Path, Set<Origin>> unwanted = new HashMap<>();
    for (Path path : Originals.deidentified(history)) {
      if (inPlace.contains(path) && open.containsKey(path)) {
        unwanted.put(path, history.origins(open.get(path)));
      }
    }
    return unwanted;
  }

  private Map<Path, Instance> open() {
    return session.libraryProperty().get().instances().stream()
        .collect(Collectors.toMap(Instance::path, image -> image, (one, other) -> one));
  }

  private List<SaveJob.Item> items(Targeted targeted, Set<Path> unwanted) {
    Map<Path, Instance> open = open();
    EditHistory history = session.historyProperty().get();
    return targeted.places().stream()
        .map(
            place ->
                new SaveJob.Item(
                    session.current(place.image()),
                    place.target(),
                    place.replaces(),
                    place
                        .replaces()
                        .filter(path -> !unwanted.contains(path))
                        .map(path -> history.origins(open.getOrDefault(path, place.image())))
                        .orElse(Set.of())))
        .toList();
  }

  /// @param unwanted what is not to be kept of what was replaced: there is no way back to it
  private void takeOver(SaveJob job, Map<Path, Set<Origin>> unwanted) {
    Map<Path, Instance> replaced = new HashMap<>();
    Set<Path> others = new HashSet<>();
    List<SaveJob.Result> results = job.results();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof SaveJob.Result.Written(Optional<Instance> again)) {
        Path source = job.items().get(i).image().path();
        again.ifPresent(
            instance -> {
              replaced.put(instance.path(), instance);
              if (!instance.path().equals(source) || unwanted.containsKey(source)) {
                others.add(instance.path());
              }
            });
      }
    }
    app.unsaved().copied(job.written());
    app.unsaved().saved(replaced.keySet());
    if (!replaced.isEmpty()) {
      session.replaced(replaced, others);
    }
    Map<Path, Set<Origin>> gone = new HashMap<>(unwanted);
    gone.keySet().retainAll(replaced.keySet());
    if (!gone.isEmpty()) {
      gone.values().forEach(app.kept()::discard);
      services.notifications().info(services.text("save.originals.gone", gone.size()));
    }
  }

  private void report(Outcome<SaveJob> outcome, SaveJob job, String where) {
    int all = job.items().size();
    int written = job.written().size();
    log(job.failures());
    switch (outcome) {
      case Outcome.Success<SaveJob> done when job.failures().isEmpty() && all <= SMALL ->
          services.notifications().info(services.text("save.done", written, where));
      case Outcome.Success<SaveJob> done when job.failures().isEmpty() ->
          show(Severity.INFO, services.text("save.done", written, where), job);
      case Outcome.Success<SaveJob> done when all == 1 ->
          services
              .notifications()
              .error(services.reason(job.failures().getFirst()), Optional.empty());
      case Outcome.Success<SaveJob> done ->
          show(Severity.ERROR, services.text("save.partly", written, all, where), job);
      case Outcome.Failure<SaveJob> failed ->
          services
              .notifications()
              .error(services.text("save.partly", written, all, where), failed.cause());
      case Outcome.Cancelled<SaveJob> cancelled ->
          show(Severity.WARNING, services.text("save.cancelled", written, all, where), job);
    }
  }

  /// Without the files' names: the kinds of failure only.
  private static void log(List<Sentence> failures) {
    failures.stream()
        .collect(Collectors.groupingBy(Sentence::keys, TreeMap::new, Collectors.counting()))
        .forEach(
            (reason, count) ->
                LOG.log(Level.WARNING, "Images not saved: {0}, {1}", count, new Known(reason)));
  }

  private void show(Severity severity, String text, SaveJob job) {
    services
        .notifications()
        .show(
            Notification.withPage(
                severity,
                text,
                () ->
                    services
                        .dialogs()
                        .show(
                            services.text("report.title"),
                            () -> new SaveReportPage(services, job))));
  }
}
