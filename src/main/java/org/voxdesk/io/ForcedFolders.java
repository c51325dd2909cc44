package org.voxdesk.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// The folders in which files were renamed, to be forced to the disk once for many files. Until
/// then each file is whole, but a power failure may bring an old one back. For any thread.
public final class ForcedFolders {
  private final Set<Path> folders = new LinkedHashSet<>();

  /// Notes that a file in `folder` was renamed.
  public void add(Path folder) {
    synchronized (folders) {
      folders.add(folder);
    }
  }

  /// Forces the folders noted so far.
  ///
  /// @throws ExplainedException if the disk cannot be brought to it
  public void force() throws ExplainedException {
    List<Path> noted;
    synchronized (folders) {
      noted = List.copyOf(folders);
      folders.clear();
    }
    for (Path folder : noted) {
      try {
        force(folder);
      } catch (IOException e) {
        throw new ExplainedException(
            Sentence.of("save.not.forced", folder, AtomicFile.reason(e)), e);
      }
    }
  }

  /// Systems that cannot open a folder bring a rename to the disk by themselves.
  private static void force(Path folder) throws IOException {
    if (AtomicFile.isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
