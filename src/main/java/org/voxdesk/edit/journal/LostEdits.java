package org.voxdesk.edit.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.io.LockedFile;
import org.voxdesk.task.Progress;

/// The unsaved edits of a program that died, out of its journal, which no other program can claim
/// as long as this is open. Used by one thread.
public final class LostEdits implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final JournalState state;
  private final Instant time;

  private LostEdits(Path file, FileChannel channel, JournalState state, Instant time) {
    this.file = file;
    this.channel = channel;
    this.state = state;
    this.time = time;
  }

  /// What programs that are no longer running have left in a folder, the newest first. Journals in
  /// which nothing is unsaved are deleted on the way.
  ///
  /// Not to be called while a journal in this folder is open in the same program: on some systems
  /// it would lose its lock.
  ///
  /// @throws IOException if the folder or a journal cannot be read
  public static List<LostEdits> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var found = new ArrayList<LostEdits>();
    try (var files = Files.newDirectoryStream(folder, Journal.PREFIX + "*" + Journal.SUFFIX)) {
      for (Path file : files) {
        claim(file).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(LostEdits::time).reversed());
    return found;
  }

  private static Optional<LostEdits> claim(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!LockedFile.isAbandoned(channel)) {
      channel.close();
      return Optional.empty();
    }
    Instant time = Files.getLastModifiedTime(file).toInstant();
    var lost = new LostEdits(file, channel, read(channel), time);
    if (lost.images().isEmpty()) {
      lost.discard();
      return Optional.empty();
    }
    return Optional.of(lost);
  }

  /// Everything up to a line that was being written when the program died.
  private static JournalState read(FileChannel channel) throws IOException {
    var state = new JournalState();
    // Not closed: that would close the channel, and give the lock away.
    var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    Optional<String> line = Optional.ofNullable(lines.readLine());
    while (line.isPresent()) {
      Optional<JournalEntry> entry = JournalLine.read(line.get());
      if (entry.isEmpty()) {
        return state;
      }
      state.add(entry.get());
      line = Optional.ofNullable(lines.readLine());
    }
    return state;
  }

  /// The files that have unsaved edits.
  public Set<Path> images() {
    return state.unsaved();
  }

  /// How many edits that are not all on disk were made.
  public int steps() {
    return (int)
        state.doneEdits().stream()
            .filter(
                made -> made.files().stream().anyMatch(each -> state.isMissing(made, each.path())))
            .count();
  }

  /// When the last of them was made.
  public Instant time() {
    return time;
  }

  /// Makes the edits again, in the files as they are on disk. Files that have been changed by
  /// others since, or that cannot be read, are left out.
  ///
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public Recovery replay(Recovery.Opener opener, Progress progress) {
    return new Replay(state, opener, progress).run();
  }

  /// Deletes the journal: its edits are recovered, or not wanted.
  public void discard() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }

  /// Leaves the journal for another time.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
