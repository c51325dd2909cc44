package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.regex.Pattern;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// Writes a cube in the formats that are wanted, with a sidecar `<name>.json`; all files or none.
/// The same cube gives the same bytes.
public final class Exporter {
  // What no file system of ours refuses, and no way out of the directory.
  private static final Pattern FILE_NAME =
      Pattern.compile("[^./\\\\:*?\"<>|\\p{Cntrl}][^/\\\\:*?\"<>|\\p{Cntrl}]*");

  private Exporter() {}

  /// Refuses what names of files cannot begin with, before anything is read or written.
  ///
  /// @throws ExportException if it is so
  public static void requireName(String name) throws ExportException {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new ExportException(Sentence.of("export.bad.name", name));
    }
  }

  /// Writes the files; the sidecar, which names them all, appears last. Where they replace an
  /// earlier export, what that had besides goes.
  ///
  /// @return their paths
  /// @throws ExportException if a name is taken or unusable, the directory cannot be written in, or
  ///   the source lacks what a format needs; nothing of this call is left there then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static List<Path> write(CubeExport export, Progress progress) throws ExportException {
    requireName(export.name());
    progress.checkCancelled();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      int done = 0;
      for (CubeFormat format : export.options().formats()) {
        files.putAll(CubeFiles.of(export, format));
        progress.report(++done, export.options().formats().size() + 1);
        progress.checkCancelled();
      }
      files.put(export.name() + ".json", CubeSidecar.encode(export, files));
      return place(export, files, progress);
    } catch (IOException e) {
      throw ExportException.writing(export.directory(), e);
    }
  }

  private static List<Path> place(CubeExport export, Map<String, byte[]> files, Progress progress)
      throws ExportException, IOException {
    SequencedCollection<String> names = List.copyOf(files.keySet());
    boolean overwrite = export.options().overwrite();
    EarlierFiles earlier = EarlierFiles.of(export.directory(), export.name());
    try (FileBatch batch = FileBatch.in(export.directory(), names, overwrite)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        progress.checkCancelled();
        batch.stage(file.getKey(), file.getValue());
      }
      int steps = export.options().formats().size() + 1;
      progress.report(steps, steps);
      progress.checkCancelled();
      List<Path> written = batch.commit();
      earlier.removeExcept(files.keySet());
      return written;
    }
  }
}
