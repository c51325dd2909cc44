package org.voxdesk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.ResampledGrid;

/// Writes a whole resampled series as NIfTI or DICOM, with a mask of what lies inside the scan and
/// a sidecar `volume.json`; slices are computed, written and forgotten.
public final class SeriesFiles {
  /// The series as NIfTI.
  public static final String VOLUME = "volume.nii.gz";

  private static final String MASK = "volume_mask.nii.gz";
  private static final String SEGMENTATION = "valid_seg.dcm";

  private SeriesFiles() {}

  /// NIfTI-1 in RAS: `volume.nii.gz` of int16, and `volume_mask.nii.gz` of uint8, 1 inside the
  /// scan.
  ///
  /// @param request how the grid was made
  /// @return the files' paths, the sidecar's last
  /// @throws ExportException if a name is taken, the directory cannot be written in, or the slices
  ///   are unevenly spaced, which the format cannot say; nothing of this call is left there then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static List<Path> nifti(
      ResampledGrid grid,
      GridRequest request,
      CubeSource source,
      CubeExport.Options options,
      String version,
      Path directory,
      Progress progress)
      throws ExportException {
    Affine affine = affine(grid.geometry());
    var sidecar = new GridSidecar(grid, request, source, options, version);
    progress.checkCancelled();
    List<String> names = List.of(VOLUME, MASK, GridSidecar.NAME);
    try (FileBatch batch = FileBatch.in(directory, names, options.overwrite())) {
      var volume = new NiftiVolume(grid, affine);
      Map<String, String> sums = new HashMap<>();
      sums.put(
          MASK,
          batch.stage(
              MASK,
              mask ->
                  sums.put(VOLUME, batch.stage(VOLUME, out -> volume.write(out, mask, progress)))));
      batch.stage(GridSidecar.NAME, sidecar.encode(affine, volume.valid(), sums));
      progress.checkCancelled();
      batch.commit();
      return names.stream().map(directory::resolve).toList();
    } catch (IOException e) {
      throw ExportException.writing(directory, e);
    }
  }

  /// A derived CT series, `0001.dcm` and so on, ascending along the normal, and the mask as a
  /// segmentation of it, `valid_seg.dcm`.
  ///
  /// @param request how the grid was made
  /// @return the paths of the images, ascending
  /// @throws ExportException if the source is no DICOM, a name is taken, the directory cannot be
  ///   written in or holds images of another volume; nothing of this call is left there then
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
    Affine affine = affine(grid.geometry());
    var sidecar = new GridSidecar(grid, request, source, options, version);
    int slices = grid.geometry().slices();
    List<String> names =
        IntStream.range(0, slices)
            .mapToObj(k -> String.format(Locale.ROOT, "%04d.dcm", k + 1))
            .toList();
    List<String> all =
        Stream.concat(names.stream(), Stream.of(SEGMENTATION, GridSidecar.NAME)).toList();
    progress.checkCancelled();
    try (FileBatch batch = FileBatch.in(directory, all, options.overwrite())) {
      Strays.refuse(directory, Strays.DICOM, names);
      var series = new Derivation(grid, derived(sidecar, affine), batch);
      AtomicInteger done = new AtomicInteger();
      parallel.forEach(
          slices,
          k -> {
            progress.checkCancelled();
            series.stage(names.get(k), k);
            progress.report(done.incrementAndGet(), slices);
          });
      progress.checkCancelled();
      series.stageMask();
      batch.stage(GridSidecar.NAME, sidecar.encode(affine, series.valid(), series.sums()));
      progress.checkCancelled();
      batch.commit();
      return names.stream().map(directory::resolve).toList();
    } catch (UncheckedIOException e) {
      throw ExportException.writing(directory, e.getCause());
    } catch (IOException e) {
      throw ExportException.writing(directory, e);
    }
  }

  private static DerivedImage derived(GridSidecar of, Affine affine) {
    GridRequest request = of.request();
    String identity = of.source().seriesInstanceUid() + " whole " + request;
    var context =
        new DerivedContext(of.source(), of.options().identifiers(), of.version(), identity);
    String words =
        "Resampled to "
            + request.mm()
            + " mm, "
            + request.mode().name().toLowerCase(Locale.ROOT)
            + ": "
            + of.grid().interpolation();
    Geometry geometry = of.grid().geometry();
    return new DerivedImage(
        context, geometry.columns(), geometry.rows(), affine, words, OptionalInt.empty());
  }

  /// A derived series on its way to the disk. For any thread.
  private static final class Derivation {
    private final ResampledGrid grid;
    private final DerivedImage image;
    private final FileBatch batch;
    private final AtomicReferenceArray<BitSet> masks;
    private final Map<String, String> sums = new ConcurrentHashMap<>();

    Derivation(ResampledGrid grid, DerivedImage image, FileBatch batch) {
      this.grid = grid;
      this.image = image;
      this.batch = batch;
      this.masks = new AtomicReferenceArray<>(grid.geometry().slices());
    }

    void stage(String name, int k) {
      short[] values = new short[image.columns() * image.rows()];
      byte[] mask = new byte[values.length];
      grid.slice(k, values, mask);
      masks.set(k, DerivedSeries.bits(mask));
      stage(name, image.of(k, grid.geometry().position(k), grid.sources(k), values));
    }

    void stageMask() {
      var kind = DerivedSegmentation.Kind.VALID;
      var segmentation =
          new DerivedSegmentation(
              image.context(), image.columns(), image.rows(), image.grid(), kind);
      if (valid() > 0) {
        stage(SEGMENTATION, segmentation.of(marked().toList()));
      }
    }

    private void stage(String name, DerivedObject object) {
      try {
        byte[] bytes = DerivedSeries.bytes(object);
        sums.put(name, batch.stage(name, out -> out.write(bytes)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Stream<BitSet> marked() {
      return IntStream.range(0, masks.length()).mapToObj(masks::get);
    }

    long valid() {
      return marked().mapToLong(BitSet::cardinality).sum();
    }

    Map<String, String> sums() {
      return sums;
    }
  }

  private static Affine affine(Geometry geometry) throws ExportException {
    return geometry
        .affine()
        .orElseThrow(() -> new ExportException(Sentence.of("export.no.affine")));
  }
}
