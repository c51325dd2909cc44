package org.voxdesk.app.measure;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.voxdesk.app.model.Services;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.MeasurementFiles;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;

/// Reads what was measured in a series when that is first shown, and writes every change of it, in
/// the background. Used on the window's thread.
final class Keeping {
  private final Services services;
  private final MeasurementFiles files;
  private final Homes homes;
  private final BiConsumer<String, List<Measurement>> taker;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final Set<String> toldElsewhere = new HashSet<>();

  /// What has not been written yet, by series.
  private final Map<String, List<Measurement>> waiting = new ConcurrentHashMap<>();

  /// @param taker gets what was kept of a series
  Keeping(
      Services services,
      MeasurementFiles files,
      Homes homes,
      BiConsumer<String, List<Measurement>> taker) {
    this.services = services;
    this.files = files;
    this.homes = homes;
    this.taker = taker;
  }

  /// Reads what was kept of a series, once.
  void read(String seriesUid) {
    if (!asked.add(seriesUid)) {
      return;
    }
    List<Path> folders = homes.folders(seriesUid);
    services
        .tasks()
        .start(services.text("task.measure.read"), progress -> files.read(seriesUid, folders))
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<MeasurementFiles.Kept> done) {
                done.value()
                    .problem()
                    .ifPresent(
                        problem ->
                            services
                                .notifications()
                                .warn(services.reason(problem), Optional.empty()));
                read.add(seriesUid);
                taker.accept(seriesUid, done.value().measurements());
              } else {
                asked.remove(seriesUid);
              }
            });
  }

  /// Knows nothing any more of series but these: the others are read again when they are opened
  /// again.
  void only(Set<String> seriesUids) {
    asked.retainAll(seriesUids);
    read.retainAll(seriesUids);
  }

  /// Writes these as all there are of a series. Not before what was kept has been read, which would
  /// be lost.
  void write(String seriesUid, List<Measurement> measurements) {
    if (!read.contains(seriesUid)) {
      return;
    }
    waiting.put(seriesUid, measurements);
    List<Path> folders = homes.folders(seriesUid);
    services
        .tasks()
        .start(services.text("task.measure.write"), progress -> writeWaiting(seriesUid, folders))
        .whenEnded(services.ui(), outcome -> written(seriesUid, folders, outcome));
  }

  /// Whichever of several tasks comes last finds the newest list, or nothing left to do.
  private Optional<Path> writeWaiting(String seriesUid, List<Path> folders)
      throws ExplainedException {
    synchronized (waiting) {
      List<Measurement> newest = waiting.get(seriesUid);
      if (newest == null) {
        return Optional.empty();
      }
      Path file = files.write(seriesUid, folders, newest);
      waiting.remove(seriesUid, newest);
      return Optional.of(file);
    }
  }

  private void written(String seriesUid, List<Path> folders, Outcome<Optional<Path>> outcome) {
    switch (outcome) {
      case Outcome.Success<Optional<Path>> done ->
          done.value()
              .filter(file -> folders.stream().noneMatch(file::startsWith))
              .filter(file -> toldElsewhere.add(seriesUid))
              .ifPresent(
                  file ->
                      services
                          .notifications()
                          .info(services.text("measure.keptElsewhere", file.getParent())));
      case Outcome.Failure<Optional<Path>> failed
          when failed.cause() instanceof ExplainedException e ->
          services.notifications().error(services.reason(e.sentence()), Optional.empty());
      case Outcome.Failure<Optional<Path>> failed ->
          services.notifications().error(services.text("measure.notKept"), failed.cause());
      case Outcome.Cancelled<Optional<Path>> cancelled -> {}
    }
  }

  /// Writes what the background has not come to yet; blocks. For the end of the program.
  void finish() {
    for (String seriesUid : Set.copyOf(waiting.keySet())) {
      try {
        writeWaiting(seriesUid, homes.folders(seriesUid));
      } catch (ExplainedException e) {
        System.getLogger(Keeping.class.getName())
            .log(System.Logger.Level.WARNING, "Measurements could not be kept.");
      }
    }
  }
}
