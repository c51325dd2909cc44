package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Cube;

/// Writes a cube: `<name>_mosaic.png`, `<name>.npy` (int16 HU, z, y, x) and `<name>.json`, all
/// three or none.
public final class Exporter {
  // What no file system of ours refuses, and no way out of the directory.
  private static final Pattern FILE_NAME =
      Pattern.compile("[^./\\\\:*?\"<>|\\p{Cntrl}][^/\\\\:*?\"<>|\\p{Cntrl}]*");

  private Exporter() {}

  /// Writes the three files.
  ///
  /// @return their paths
  /// @throws ExportException if a name is taken or unusable or the directory cannot be written in;
  ///   nothing of this call is left there then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static List<Path> write(CubeExport export, Progress progress) throws ExportException {
    if (!FILE_NAME.matcher(export.name()).matches()) {
      throw new ExportException(Sentence.of("export.bad.name", export.name()));
    }
    Cube cube = export.cube();
    int size = cube.size();
    Mosaic mosaic = Mosaic.of(size);
    String picture = export.name() + "_mosaic.png";
    String array = export.name() + ".npy";
    String sidecar = export.name() + ".json";
    List<String> names = List.of(picture, array, sidecar);
    progress.checkCancelled();
    try (FileBatch batch = FileBatch.in(export.directory(), names, export.overwrite())) {
      batch.stage(picture, GreyPng.encode(mosaic.draw(cube, export.window())));
      step(progress, 1);
      batch.stage(array, Npy.encode(cube.values(), size, size, size));
      step(progress, 2);
      batch.stage(sidecar, CubeSidecar.encode(export, mosaic, Npy.data(cube.values())));
      step(progress, 3);
      return batch.commit();
    } catch (IOException e) {
      throw ExportException.writing(export.directory(), e);
    }
  }

  private static void step(Progress progress, int done) {
    progress.report(done, 3);
    progress.checkCancelled();
  }
}
