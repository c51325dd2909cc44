package org.voxdesk.app.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.Targets;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Work;

/// Binds the commands that compare. The comparing is done in the background.
public final class CompareCommands {
  private final Services services;
  private final Session session;
  private final Targets targets;

  private CompareCommands(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    this.targets = app.targets();
  }

  /// Binds the commands for good.
  public static void bind(AppModel app) {
    var compare = new CompareCommands(app);
    var commands = app.services().commands();
    commands.bind(
        Command.COMPARE_EDITED,
        compare::edited,
        app.session().historyProperty().map(history -> !history.editedPaths().isEmpty()));
    commands.bind(
        Command.COMPARE_IMAGES,
        compare::images,
        app.targets().imagesProperty().map(images -> !images.isEmpty()));
  }

  /// What has been done to the images that are edited together; to all where those are untouched.
  private void edited() {
    List<Comparison.Pair> pairs = pairs(targets.imagesProperty().get());
    List<Comparison.Pair> shown =
        pairs.isEmpty() ? pairs(session.libraryProperty().get().instances()) : pairs;
    start(
        progress -> Comparison.edited(shown, progress),
        services.text("compare.onDisk"),
        services.text("compare.now"));
  }

  private List<Comparison.Pair> pairs(List<Instance> images) {
    return images.stream()
        .filter(session.historyProperty().get()::isEdited)
        .map(image -> new Comparison.Pair(image.file(), session.current(image).file()))
        .toList();
  }

  /// The two images that are selected, or the one that is looked at and a file.
  private void images() {
    List<Instance> chosen = targets.current();
    if (chosen.size() == 2) {
      compare(chosen.getFirst(), chosen.getLast().file(), chosen.getLast().path());
      return;
    }
    Optional<Path> file =
        services.dialogs().openFiles(services.text("compare.with")).stream().findFirst();
    session
        .instanceProperty()
        .get()
        .map(session::current)
        .ifPresent(looked -> file.ifPresent(path -> compare(looked, path)));
  }

  private void compare(Instance one, Path other) {
    start(
        progress -> Comparison.ofTwo(one.file(), DicomReader.read(other)),
        name(one.path()),
        name(other));
  }

  private void compare(Instance one, DicomFile other, Path path) {
    start(progress -> Comparison.ofTwo(one.file(), other), name(one.path()), name(path));
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private void start(Work<Comparison> work, String before, String after) {
    services
        .tasks()
        .startLatest(CompareCommands.class, services.text("compare.title"), work)
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<Comparison> done ->
                    services
                        .dialogs()
                        .show(
                            services.text("compare.title"),
                            () -> new ComparePage(services, done.value(), before, after));
                case Outcome.Failure<Comparison> failed ->
                    services.notifications().error(services.text("compare.failed"), failed.cause());
                case Outcome.Cancelled<Comparison> cancelled -> {}
              }
            });
  }
}
