package org.voxdesk.edit.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the entries of a journal come to: which edits are done, and which of them are in the files
/// on disk already.
final class JournalState {
  private final List<JournalEntry.Made> all = new ArrayList<>();
  private final Map<Path, FileStamp> stamps = new LinkedHashMap<>();
  private final Map<Path, List<JournalEntry.Made>> onDisk = new HashMap<>();

  /// By identity: the same edit may be made twice.
  private final IdentityHashMap<JournalEntry.Made, Integer> places = new IdentityHashMap<>();

  private final Map<Path, List<JournalEntry.Made>> byPath = new HashMap<>();
  private int done;

  void add(JournalEntry entry) {
    switch (entry) {
      case JournalEntry.Made made -> {
        List<JournalEntry.Made> undone = all.subList(done, all.size());
        if (!undone.isEmpty()) {
          undone.forEach(places::remove);
          byPath.values().forEach(edits -> edits.removeIf(edit -> !places.containsKey(edit)));
          undone.clear();
        }
        all.add(made);
        places.put(made, done++);
        for (FileStamp file : made.files()) {
          stamps.putIfAbsent(file.path(), file);
          byPath.computeIfAbsent(file.path(), path -> new ArrayList<>()).add(made);
        }
      }
      case JournalEntry.GoneTo(int wanted) -> done = Math.clamp(wanted, 0, all.size());
      case JournalEntry.Saved(List<FileStamp> files) ->
          files.forEach(
              file -> {
                stamps.put(file.path(), file);
                onDisk.put(file.path(), doneIn(file.path()));
              });
    }
  }

  /// How many edits are done.
  int done() {
    return done;
  }

  /// The edits that are done, the first first.
  List<JournalEntry.Made> doneEdits() {
    return List.copyOf(all.subList(0, done));
  }

  /// The edits that were undone and not forgotten since, the first to be redone first.
  List<JournalEntry.Made> undoneEdits() {
    return List.copyOf(all.subList(done, all.size()));
  }

  /// Whether the file is known here, so that its stamp is that of before the first edit.
  boolean knows(Path path) {
    return stamps.containsKey(path);
  }

  /// The file as it should be on disk.
  FileStamp stamp(Path path) {
    return stamps.getOrDefault(path, FileStamp.of(path));
  }

  /// The edits of a file that are done but not in the file on disk; all that are done where the
  /// file on disk has edits that are not.
  List<JournalEntry.Made> missing(Path path) {
    List<JournalEntry.Made> now = doneIn(path);
    List<JournalEntry.Made> saved = onDisk.getOrDefault(path, List.of());
    return isAhead(path) ? now : now.subList(saved.size(), now.size());
  }

  /// Whether this edit of the file is done but not in it on disk.
  @SuppressWarnings("ReferenceEquality") // The same edit may be made twice.
  boolean isMissing(JournalEntry.Made made, Path path) {
    return missing(path).stream().anyMatch(each -> each == made);
  }

  /// Whether the file on disk has edits that have been undone since.
  boolean isAhead(Path path) {
    List<JournalEntry.Made> now = doneIn(path);
    List<JournalEntry.Made> saved = onDisk.getOrDefault(path, List.of());
    return saved.size() > now.size() || !same(saved, now.subList(0, saved.size()));
  }

  @SuppressWarnings("ReferenceEquality") // The same edit may be made twice.
  private static boolean same(List<JournalEntry.Made> one, List<JournalEntry.Made> other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  /// The files that are not as on disk.
  Set<Path> unsaved() {
    var unsaved = new TreeSet<Path>();
    for (Path path : stamps.keySet()) {
      if (isAhead(path) || !missing(path).isEmpty()) {
        unsaved.add(path);
      }
    }
    return unsaved;
  }

  private List<JournalEntry.Made> doneIn(Path path) {
    return byPath.getOrDefault(path, List.of()).stream()
        .filter(made -> places.getOrDefault(made, done) < done)
        .toList();
  }
}
