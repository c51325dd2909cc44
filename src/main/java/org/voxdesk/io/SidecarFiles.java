package org.voxdesk.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Keeps what belongs to a series beside its images, in a file of that format's name; where that
/// cannot be written, in a folder of the user's own. A file that is damaged is never written over:
/// it is kept aside under another name once there is something new to write.
///
/// @param format what is kept
/// @param own the user's own folder; it need not exist
public record SidecarFiles<T>(SidecarFormat<T> format, Path own) {
  private static final Object WRITING = new Object();

  /// What was kept of a series.
  ///
  /// @param problem what is wrong with a file that could not be read
  public record Kept<T>(List<T> all, Optional<Sentence> problem) {
    public Kept {
      all = List.copyOf(all);
    }
  }

  /// What is kept of a series whose images are in `folders`. The user's own folder comes first:
  /// what is there was written after the folder of the images had become read-only.
  public Kept<T> read(String seriesUid, List<Path> folders) {
    Optional<Sentence> problem = Optional.empty();
    for (Path file : candidates(seriesUid, folders)) {
      try {
        Optional<List<T>> found = Optional.ofNullable(contents(file).get(seriesUid));
        if (found.isPresent()) {
          return new Kept<>(found.get(), problem);
        }
      } catch (ExplainedException e) {
        problem = problem.or(() -> Optional.of(e.sentence()));
      }
    }
    return new Kept<>(List.of(), problem);
  }

  private List<Path> candidates(String seriesUid, List<Path> folders) {
    var files = new ArrayList<Path>();
    files.add(own(seriesUid));
    folders.forEach(folder -> files.add(folder.resolve(format.fileName())));
    return files;
  }

  /// Keeps `all` as all there is of a series whose images are in `folders`.
  ///
  /// @return the file they are in
  /// @throws ExplainedException if they can be kept nowhere
  public Path write(String seriesUid, List<Path> folders, List<T> all) throws ExplainedException {
    // Several series share a file, which is read and written as a whole.
    synchronized (WRITING) {
      return written(seriesUid, folders, all);
    }
  }

  private Path written(String seriesUid, List<Path> folders, List<T> all)
      throws ExplainedException {
    Path own = own(seriesUid);
    Optional<Path> beside = beside(seriesUid, folders);
    if (beside.isPresent()) {
      try {
        put(beside.get(), seriesUid, all);
        Files.deleteIfExists(own);
        return beside.get();
      } catch (ExplainedException | IOException readOnly) {
        // Then it is kept in the user's own folder, where reading looks first.
        put(own, seriesUid, all);
        return own;
      }
    }
    put(own, seriesUid, all);
    return own;
  }

  /// The sidecar to write: the one that has the series, else the one of the first folder.
  private Optional<Path> beside(String seriesUid, List<Path> folders) {
    List<Path> files = folders.stream().map(f -> f.resolve(format.fileName())).toList();
    return files.stream()
        .filter(file -> hasSeries(file, seriesUid))
        .findFirst()
        .or(() -> files.stream().findFirst())
        .filter(file -> Files.isWritable(Files.exists(file) ? file : file.resolveSibling("")));
  }

  private boolean hasSeries(Path file, String seriesUid) {
    try {
      return contents(file).containsKey(seriesUid);
    } catch (ExplainedException e) {
      return false;
    }
  }

  private void put(Path file, String seriesUid, List<T> kept) throws ExplainedException {
    Map<String, List<T>> all;
    try {
      all = new LinkedHashMap<>(contents(file));
    } catch (Unusable damaged) {
      if (damaged.newer) {
        throw damaged;
      }
      all = new LinkedHashMap<>();
      keepAside(file);
    }
    if (kept.isEmpty()) {
      all.remove(seriesUid);
    } else {
      all.put(seriesUid, kept);
    }
    if (all.isEmpty()) {
      delete(file);
      return;
    }
    byte[] json = format.encode(all);
    AtomicFile.write(file, AtomicFile.Existing.REPLACE, out -> out.write(json));
  }

  private static void delete(Path file) throws ExplainedException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("sidecar.unreadable", file), e);
    }
  }

  private static void keepAside(Path file) throws ExplainedException {
    try {
      Files.move(file, Sidecar.aside(file));
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("sidecar.not.aside", file), e);
    }
  }

  /// A sidecar that cannot be used.
  private static final class Unusable extends ExplainedException {
    private static final long serialVersionUID = 1L;
    private final boolean newer;

    Unusable(Sentence sentence, boolean newer) {
      super(sentence);
      this.newer = newer;
    }
  }

  private Map<String, List<T>> contents(Path file) throws Unusable {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return format.decode(Files.readAllBytes(file));
    } catch (SidecarException e) {
      throw new Unusable(
          e.isNewer()
              ? Sentence.of("sidecar.newer", file)
              : Sentence.of("sidecar.damaged", file, String.valueOf(e.getMessage())),
          e.isNewer());
    } catch (IOException e) {
      throw new Unusable(Sentence.of("sidecar.unreadable", file), true);
    }
  }

  /// UIDs are no file names where somebody else made them up.
  private Path own(String seriesUid) {
    UUID name = UUID.nameUUIDFromBytes(seriesUid.getBytes(StandardCharsets.UTF_8));
    return own.resolve(name + ".json");
  }
}
