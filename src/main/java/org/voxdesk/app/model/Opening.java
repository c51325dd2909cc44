package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Task;

/// Files and folders that are being read: what has arrived is open while the rest is read. Used on
/// the window's thread.
final class Opening {
  private final Services services;
  private final Session session;
  private final GeometryReports reports;
  private final List<Path> paths;
  private final Set<Path> closed = new HashSet<>();
  private Library shown;
  private Optional<Instance> chosen = Optional.empty();
  private Optional<Task<Arrived>> task = Optional.empty();
  private boolean cancelled;

  /// What has been read, alone and together with what was open before; put together, and its
  /// geometry looked into, where nobody waits for it.
  private record Arrived(Library read, Library all) {}

  Opening(Services services, Session session, GeometryReports reports, List<Path> paths) {
    this.services = services;
    this.session = session;
    this.reports = reports;
    this.paths = List.copyOf(paths);
    this.shown = session.libraryProperty().get();
  }

  /// Starts to read.
  ///
  /// @param ended told when no more images will arrive
  void start(Runnable ended) {
    Library before = shown;
    Task<Arrived> started =
        services
            .tasks()
            .start(
                services.text("task.scan"),
                progress -> {
                  Library read =
                      Library.scan(
                          paths,
                          soFar -> glimpse(arrived(soFar, before)),
                          progress,
                          services.parallel());
                  return arrived(read, before);
                });
    task = Optional.of(started);
    started.whenEnded(
        services.ui(),
        outcome -> {
          switch (outcome) {
            case Outcome.Success<Arrived> success -> finish(success.value());
            case Outcome.Failure<Arrived> failed ->
                services.notifications().error(services.text("error.scan"), failed.cause());
            case Outcome.Cancelled<Arrived> cancelled -> {}
          }
          ended.run();
        });
  }

  /// Reads no further; what has arrived stays open.
  void cancel() {
    cancelled = true;
    task.ifPresent(Task::cancel);
  }

  /// Leaves out what has been closed meanwhile.
  void leaveOut(Collection<Path> files) {
    closed.addAll(files);
  }

  private Arrived arrived(Library read, Library before) {
    Library all = before.with(read);
    all.series().forEach(reports::of);
    return new Arrived(read, all);
  }

  private void glimpse(Arrived arrived) {
    services
        .ui()
        .execute(
            () -> {
              if (!cancelled && task.filter(Task::isCancelled).isEmpty()) {
                show(arrived);
              }
            });
  }

  private void finish(Arrived arrived) {
    if (cancelled) {
      return;
    }
    Library read = arrived.read();
    if (read.patients().isEmpty()) {
      tellNothing(read.leftOut());
      return;
    }
    services.preferences().addRecent(places(read));
    show(arrived);
  }

  private void tellNothing(List<LeftOut> leftOut) {
    Optional<String> reason =
        leftOut.stream().map(LeftOut::reason).map(services::reason).findFirst();
    if (leftOut.size() == 1) {
      services.notifications().error(reason.orElseThrow(), Optional.empty());
    } else {
      services.notifications().error(services.text("error.nothingToOpen", leftOut.size()), reason);
    }
  }

  /// What was opened, several images of one folder as the folder.
  private List<Path> places(Library read) {
    Set<Path> images = read.instances().stream().map(Instance::path).collect(Collectors.toSet());
    var places = new LinkedHashMap<Optional<Path>, List<Path>>();
    for (Path path : paths) {
      Optional<Path> folder = Optional.of(path).filter(images::contains).map(Path::getParent);
      places.computeIfAbsent(folder, f -> new ArrayList<>()).add(path);
    }
    return places.entrySet().stream()
        .flatMap(
            place ->
                place.getValue().size() > 1 && place.getKey().isPresent()
                    ? place.getKey().stream()
                    : place.getValue().stream())
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // Where it is another, putting together again is right.
  private void show(Arrived arrived) {
    Library now = session.libraryProperty().get();
    if (now == shown && closed.isEmpty()) {
      shown = arrived.all();
    } else {
      shown = now.with(closed.isEmpty() ? arrived.read() : arrived.read().without(closed));
    }
    Optional<Path> looked = session.instanceProperty().get().map(Instance::path);
    session.put(shown);
    boolean moved = chosen.isPresent() && !looked.equals(chosen.map(Instance::path));
    if (moved) {
      looked.ifPresent(session::selectAt);
      return;
    }
    Instance first = chosen.orElseGet(() -> firstImage(arrived.read()));
    shown
        .home(first.path())
        .ifPresent(
            home -> {
              // Who opens one file wants to see that one.
              boolean single = arrived.read().instances().size() == 1;
              chosen = Optional.of(single ? first : middle(home));
              session.select(home, chosen.get());
            });
  }

  private static Instance middle(Series of) {
    return of.instances().get(of.instances().size() / 2);
  }

  private static Instance firstImage(Library read) {
    return read.instances().stream()
        .filter(Instance::hasPixels)
        .findFirst()
        .orElseGet(() -> read.instances().getFirst());
  }
}
