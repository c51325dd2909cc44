package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.voxdesk.io.SidecarFiles;
import org.voxdesk.study.Source;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;

/// Reads what was kept of a series when that is first asked for, and writes every change of it, in
/// the background. Used on the window's thread.
public final class Keeping<T> {
  private final Services services;
  private final Session session;
  private final SidecarFiles<T> files;
  private final Words words;
  private final BiConsumer<String, List<T>> taker;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final Set<String> toldElsewhere = new HashSet<>();

  /// What has not been written yet, by series.
  private final Map<String, List<T>> waiting = new ConcurrentHashMap<>();

  /// The keys of what is said about it.
  ///
  /// @param reading the task of reading
  /// @param writing the task of writing
  /// @param elsewhere that it is kept in another folder, which is the argument
  /// @param failed that it could not be kept
  public record Words(String reading, String writing, String elsewhere, String failed) {}

  /// @param taker gets what was kept of a series
  public Keeping(
      AppModel app, SidecarFiles<T> files, Words words, BiConsumer<String, List<T>> taker) {
    this.services = app.services();
    this.session = app.session();
    this.files = files;
    this.words = words;
    this.taker = taker;
  }

  /// Reads what was kept of a series, once.
  public void read(String seriesUid) {
    if (!asked.add(seriesUid)) {
      return;
    }
    List<Path> folders = folders(seriesUid);
    services
        .tasks()
        .start(services.text(words.reading()), progress -> files.read(seriesUid, folders))
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<SidecarFiles.Kept<T>> done) {
                done.value()
                    .problem()
                    .ifPresent(
                        problem ->
                            services
                                .notifications()
                                .warn(services.reason(problem), Optional.empty()));
                read.add(seriesUid);
                taker.accept(seriesUid, done.value().all());
              } else {
                asked.remove(seriesUid);
              }
            });
  }

  /// Knows nothing any more of series but these: the others are read again when they are opened
  /// again.
  public void only(Set<String> seriesUids) {
    asked.retainAll(seriesUids);
    read.retainAll(seriesUids);
  }

  /// Writes these as all there is of a series. Not before what was kept has been read, which would
  /// be lost.
  public void write(String seriesUid, List<T> all) {
    if (!read.contains(seriesUid)) {
      return;
    }
    waiting.put(seriesUid, all);
    List<Path> folders = folders(seriesUid);
    services
        .tasks()
        .start(services.text(words.writing()), progress -> writeWaiting(seriesUid, folders))
        .whenEnded(services.ui(), outcome -> written(seriesUid, folders, outcome));
  }

  /// Whichever of several tasks comes last finds the newest list, or nothing left to do.
  private Optional<Path> writeWaiting(String seriesUid, List<Path> folders)
      throws ExplainedException {
    synchronized (waiting) {
      List<T> newest = waiting.get(seriesUid);
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
                          .info(services.text(words.elsewhere(), file.getParent())));
      case Outcome.Failure<Optional<Path>> failed
          when failed.cause() instanceof ExplainedException e ->
          services.notifications().error(services.reason(e.sentence()), Optional.empty());
      case Outcome.Failure<Optional<Path>> failed ->
          services.notifications().error(services.text(words.failed()), failed.cause());
      case Outcome.Cancelled<Optional<Path>> cancelled -> {}
    }
  }

  /// Writes what the background has not come to yet; blocks. For the end of the program.
  public void finish() {
    for (String seriesUid : Set.copyOf(waiting.keySet())) {
      try {
        writeWaiting(seriesUid, folders(seriesUid));
      } catch (ExplainedException e) {
        System.getLogger(Keeping.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "What was kept beside the images could not be written.");
      }
    }
  }

  /// The folders that the images of a series are in, the first one's first; those inside archives
  /// are left out, for nothing can be kept there.
  private List<Path> folders(String seriesUid) {
    return session.libraryProperty().get().series().stream()
        .filter(series -> series.uid().equals(seriesUid))
        .flatMap(series -> series.instances().stream())
        .filter(image -> image.source() != Source.ARCHIVE)
        .flatMap(image -> Stream.ofNullable(image.path().toAbsolutePath().getParent()))
        .distinct()
        .toList();
  }
}
