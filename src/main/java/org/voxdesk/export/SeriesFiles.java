package org.voxdesk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.ResampledGrid;

/// Writes a whole resampled series as NIfTI or DICOM; slices are computed, written and forgotten.
public final class SeriesFiles {
  private SeriesFiles() {}

  /// One file of NIfTI-1, `.nii.gz`, int16, RAS.
  ///
  /// @throws ExplainedException if it cannot be written; `target` is then as it was
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static void nifti(
      ResampledGrid grid, Path target, AtomicFile.Existing existing, Progress progress)
      throws ExplainedException {
    Geometry geometry = grid.geometry();
    Affine affine = affine(geometry);
    short[] values = new short[geometry.columns() * geometry.rows()];
    AtomicFile.write(
        target,
        existing,
        out -> {
          GZIPOutputStream zip = Nifti.zipping(out);
          zip.write(Nifti.header(geometry.columns(), geometry.rows(), geometry.slices(), affine));
          for (int k = 0; k < geometry.slices(); k++) {
            progress.checkCancelled();
            grid.slice(k, values);
            zip.write(Npy.data(values));
            progress.report(k + 1, geometry.slices());
          }
          // Not closed, for the file below is not ours to close.
          zip.finish();
        });
  }

  /// A derived CT series, `0001.dcm` and so on, ascending along the normal.
  ///
  /// @param request how the grid was made, for the description
  /// @return the files' paths, ascending
  /// @throws ExportException if the source is no DICOM, a name is taken or the directory cannot be
  ///   written in; nothing of this call is left there then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static List<Path> dicom(
      ResampledGrid grid,
      GridRequest request,
      CubeSource source,
      CubeExport.Options options,
      String version,
      Path directory,
      Progress progress,
      Parallel parallel)
      throws ExportException {
    if (source.header().isEmpty()) {
      throw new ExportException(Sentence.of("export.no.dicom.source", directory));
    }
    Geometry geometry = grid.geometry();
    var context =
        new DerivedContext(
            source,
            options.identifiers(),
            version,
            source.seriesInstanceUid() + " whole " + request);
    String words =
        "Resampled to " + request.mm() + " mm, " + request.mode().name().toLowerCase(Locale.ROOT);
    var image =
        new DerivedImage(context, geometry.columns(), geometry.rows(), affine(geometry), words);
    int slices = geometry.slices();
    List<String> names =
        IntStream.range(0, slices)
            .mapToObj(k -> String.format(Locale.ROOT, "%04d.dcm", k + 1))
            .toList();
    AtomicInteger done = new AtomicInteger();
    progress.checkCancelled();
    try (FileBatch batch = FileBatch.in(directory, names, options.overwrite())) {
      parallel.forEach(
          slices,
          k -> {
            progress.checkCancelled();
            stage(batch, names.get(k), image, grid, k);
            progress.report(done.incrementAndGet(), slices);
          });
      progress.checkCancelled();
      batch.commit();
      return names.stream().map(directory::resolve).toList();
    } catch (UncheckedIOException e) {
      throw ExportException.writing(directory, e.getCause());
    }
  }

  private static void stage(
      FileBatch batch, String name, DerivedImage image, ResampledGrid grid, int k) {
    Geometry geometry = grid.geometry();
    short[] values = new short[geometry.columns() * geometry.rows()];
    grid.slice(k, values);
    try {
      batch.stage(name, DerivedSeries.bytes(image.of(k, geometry.position(k), values)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Affine affine(Geometry geometry) throws ExportException {
    return geometry
        .affine()
        .orElseThrow(() -> new ExportException(Sentence.of("export.no.affine")));
  }
}
