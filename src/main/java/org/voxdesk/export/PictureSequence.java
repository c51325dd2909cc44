package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

/// Writes pictures `name_0001.png`, `name_0002.png`, … of one size, numbered without gaps as
/// programs that make movies of pictures want them; all of them or none.
public final class PictureSequence {
  private PictureSequence() {}

  /// Where the pictures come from.
  @FunctionalInterface
  public interface Pictures {
    /// The PNG file of a picture, counted from 0.
    ///
    /// @throws ExplainedException if there is none; then none is written
    byte[] png(int at) throws ExplainedException;
  }

  /// Writes `count` pictures, one after the other.
  ///
  /// @param directory where to; made if missing
  /// @param overwrite whether pictures of these names may be replaced
  /// @return the pictures' paths, in order
  /// @throws ExplainedException if a picture cannot be made, a name is taken or the directory
  ///   cannot be written in
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static List<Path> write(
      Path directory,
      String name,
      int count,
      Pictures pictures,
      boolean overwrite,
      Progress progress)
      throws ExplainedException {
    List<String> names = names(name, count);
    try (FileBatch batch = FileBatch.in(directory, names, overwrite)) {
      for (int at = 0; at < count; at++) {
        progress.checkCancelled();
        batch.stage(names.get(at), pictures.png(at));
        progress.report(at + 1, count);
      }
      progress.checkCancelled();
      batch.commit();
      return names.stream().map(directory::resolve).toList();
    } catch (IOException e) {
      throw ExportException.writing(directory, e);
    }
  }

  /// What the pictures are called.
  public static List<String> names(String name, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> String.format(Locale.ROOT, "%s_%04d.png", name, number))
        .toList();
  }
}
