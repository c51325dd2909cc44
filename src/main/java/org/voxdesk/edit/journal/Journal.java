package org.voxdesk.edit.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.recipe.Step;
import org.voxdesk.text.ExplainedException;

/// The edits of one running program, each written down when it has been made: a file of lines that
/// only grows, readable by its user alone, locked as long as the program runs. There is a file from
/// the first edit on. Used by one thread.
public final class Journal implements AutoCloseable {
  static final String PREFIX = "edits-";
  static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final JournalState state = new JournalState();
  private Optional<Opened> opened = Optional.empty();

  /// @param lock held as long as the channel is open
  private record Opened(Path file, FileChannel channel, FileLock lock) {}

  /// A journal in a folder, which may hold those of other programs that run.
  public Journal(Path folder) {
    this.folder = folder;
  }

  /// Writes down that `edit` has been made in the files of `paths`; what had been undone can no
  /// longer be redone.
  ///
  /// @throws IOException if it cannot be written
  public void made(Edit edit, Collection<Path> paths) throws IOException {
    add(
        new JournalEntry.Made(
            step(edit),
            paths.stream()
                .map(path -> state.knows(path) ? state.stamp(path) : FileStamp.of(path))
                .toList()));
  }

  private static Optional<Step> step(Edit edit) {
    try {
      return Optional.of(Step.of(edit));
    } catch (ExplainedException notRecordable) {
      // Written down without its form, so that the files are known not to be what they were.
      return Optional.empty();
    }
  }

  /// Writes down that edits have been undone or redone.
  ///
  /// @param done how many of all that are written here are done now
  /// @throws IOException if it cannot be written
  public void goneTo(int done) throws IOException {
    add(new JournalEntry.GoneTo(done));
  }

  /// Writes down that the files of `paths` are on disk as they are edited.
  ///
  /// @throws IOException if it cannot be written
  public void saved(Collection<Path> paths) throws IOException {
    if (paths.stream().anyMatch(state::knows)) {
      add(new JournalEntry.Saved(paths.stream().filter(state::knows).map(FileStamp::of).toList()));
    }
  }

  /// How many edits are done.
  public int done() {
    return state.done();
  }

  private void add(JournalEntry entry) throws IOException {
    state.add(entry);
    if (opened.isEmpty()) {
      opened = Optional.of(open());
    }
    FileChannel channel = opened.get().channel();
    var line = ByteBuffer.wrap((JournalLine.of(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(false);
  }

  private Opened open() throws IOException {
    Files.createDirectories(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mine =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Path file = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    FileChannel channel = FileChannel.open(file, options, mine);
    try {
      return new Opened(file, channel, channel.lock());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Ends the journal; its file goes unless edits in it are in no other file.
  @Override
  public void close() throws IOException {
    end(state.unsaved().isEmpty());
  }

  /// Ends the journal, whatever is in it.
  public void discard() throws IOException {
    end(true);
  }

  private void end(boolean deleting) throws IOException {
    if (opened.isPresent()) {
      Opened file = opened.get();
      opened = Optional.empty();
      if (deleting) {
        Files.deleteIfExists(file.file());
      }
      file.channel().close();
    }
  }
}
