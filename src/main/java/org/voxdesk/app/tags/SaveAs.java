package org.voxdesk.app.tags;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.notify.Dialogs;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.task.Outcome;

/// Saves the selected image or its whole series, edits included, where the user wants. Files that
/// exist are replaced only after the user has agreed. Used on the window's thread; the writing is
/// done in the background.
public final class SaveAs {
  private static final int SHOWN_FAILURES = 5;

  private final AppModel app;
  private final Services services;
  private final Session session;

  public SaveAs(AppModel app) {
    this.app = app;
    this.services = app.services();
    this.session = app.session();
  }

  /// Asks for a file and saves the selected image in it.
  public void image() {
    session.instanceProperty().get().ifPresent(image -> this.image(session.current(image)));
  }

  private void image(Instance image) {
    Dialogs dialogs = services.dialogs();
    Optional<Path> chosen =
        dialogs.saveFile(services.text("save.image.title"), FileNames.name(image.path()));
    if (chosen.isEmpty()) {
      return;
    }
    // The file dialog has asked about replacing a file, but not about one that is open.
    Optional<Path> open = openFiles().at(chosen.get());
    if (open.isEmpty() || agreed(services.text("save.replaceOpen", chosen.get().getFileName()))) {
      var item = new SaveJob.Item(image, chosen.get(), open);
      start(
          new SaveJob(List.of(item), Existing.REPLACE, app.compressionProperty().get()),
          chosen.get());
    }
  }

  /// Asks for a folder and saves every image of the series in it, under the names of the source.
  public void series() {
    session.seriesProperty().get().ifPresent(this::series);
  }

  private void series(Series series) {
    Optional<Path> folder = services.dialogs().openFolder(services.text("save.series.title"));
    if (folder.isEmpty()) {
      return;
    }
    OpenFiles open = openFiles();
    List<String> names = FileNames.of(series.instances());
    List<SaveJob.Item> items = new ArrayList<>();
    int taken = 0;
    int openTaken = 0;
    for (int i = 0; i < names.size(); i++) {
      Path target = folder.get().resolve(names.get(i));
      Optional<Path> replaces = open.at(target);
      taken += Files.exists(target) ? 1 : 0;
      openTaken += replaces.isPresent() ? 1 : 0;
      items.add(new SaveJob.Item(session.current(series.instances().get(i)), target, replaces));
    }
    boolean free = taken == 0;
    if (free || agreed(services.text("save.replaceMany", taken, folder.get(), openTaken))) {
      start(
          new SaveJob(
              items, free ? Existing.REFUSE : Existing.REPLACE, app.compressionProperty().get()),
          folder.get());
    }
  }

  private OpenFiles openFiles() {
    return new OpenFiles(session.libraryProperty().get().instances());
  }

  private boolean agreed(String text) {
    return services
        .dialogs()
        .confirm(services.text("save.replace.title"), text, services.text("save.replace"));
  }

  private void start(SaveJob job, Path place) {
    boolean replacing = job.replacesOpenFiles();
    if (replacing) {
      session.hold();
    }
    services
        .tasks()
        .start(services.text("task.save", job.size()), job::run)
        .whenEnded(
            services.ui(),
            outcome -> {
              if (replacing) {
                session.release();
                replaced(job.replaced());
              }
              app.unsaved().copied(job.written());
              report(outcome, job, place);
            });
  }

  private void replaced(Map<Path, Instance> files) {
    if (!files.isEmpty()) {
      session.replaced(files);
    }
  }

  private void report(Outcome<SaveJob> outcome, SaveJob job, Path place) {
    int written = job.written().size();
    switch (outcome) {
      case Outcome.Success<SaveJob> done when job.failures().isEmpty() ->
          services.notifications().info(services.text("save.done", written, place));
      case Outcome.Success<SaveJob> done when job.size() == 1 ->
          services
              .notifications()
              .error(services.reason(job.failures().getFirst()), Optional.empty());
      case Outcome.Success<SaveJob> done ->
          services
              .notifications()
              .error(
                  services.text("save.partly", written, job.size(), place),
                  Optional.of(failures(job)));
      case Outcome.Failure<SaveJob> failed ->
          services
              .notifications()
              .error(services.text("save.partly", written, job.size(), place), failed.cause());
      case Outcome.Cancelled<SaveJob> cancelled ->
          services
              .notifications()
              .warn(services.text("save.cancelled", written, job.size(), place), Optional.empty());
    }
  }

  private String failures(SaveJob job) {
    String shown =
        job.failures().stream()
            .limit(SHOWN_FAILURES)
            .map(services::reason)
            .collect(Collectors.joining("\n"));
    return job.failures().size() > SHOWN_FAILURES ? shown + "\n…" : shown;
  }
}
