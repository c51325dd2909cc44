package org.voxdesk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampledGrid;

/// Writes a resampled volume as grey pictures `img_0000_i.png`, `img_0001_i.png`, … with ascending
/// slices; each is computed, written and forgotten, so memory stays at a few slices.
public final class SlicePngs {
  private SlicePngs() {}

  /// Writes all slices of a grid.
  ///
  /// @param directory where to; made if missing
  /// @param overwrite whether pictures of an earlier volume may be replaced; not allowed, even so,
  ///   where some would be left standing among the new ones
  /// @return the pictures' paths, ascending
  /// @throws ExportException if a name is taken or the directory cannot be written in; nothing of
  ///   this call is left there then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static List<Path> write(
      ResampledGrid grid,
      GreyWindow window,
      Path directory,
      boolean overwrite,
      Progress progress,
      Parallel parallel)
      throws ExportException {
    Geometry geometry = grid.geometry();
    int slices = geometry.slices();
    List<String> names = IntStream.range(0, slices).mapToObj(SlicePngs::name).toList();
    byte[] table = window.table();
    AtomicInteger done = new AtomicInteger();
    progress.checkCancelled();
    try (FileBatch batch = FileBatch.in(directory, names, overwrite)) {
      Strays.refuse(directory, Strays.PNG, names);
      parallel.forEach(
          slices,
          k -> {
            progress.checkCancelled();
            stage(batch, names.get(k), picture(grid, k, table));
            progress.report(done.incrementAndGet(), slices);
          });
      progress.checkCancelled();
      batch.commit();
      return names.stream().map(directory::resolve).toList();
    } catch (UncheckedIOException e) {
      throw ExportException.writing(directory, e.getCause());
    } catch (IOException e) {
      throw ExportException.writing(directory, e);
    }
  }

  private static String name(int k) {
    return String.format(Locale.ROOT, "img_%04d_i.png", k);
  }

  private static byte[] picture(ResampledGrid grid, int k, byte[] table) {
    Geometry geometry = grid.geometry();
    short[] values = new short[geometry.columns() * geometry.rows()];
    grid.slice(k, values);
    byte[] grey = new byte[values.length];
    GreyWindow.apply(table, values, grey);
    return GreyPng.encode(new GreyImage(geometry.columns(), geometry.rows(), grey));
  }

  private static void stage(FileBatch batch, String name, byte[] content) {
    try {
      batch.stage(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
