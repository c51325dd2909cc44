package org.voxdesk.app.cubes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.voxdesk.annotation.LidcNodules;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.cli.Version;
import org.voxdesk.dataset.NoduleDescription;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.Exporter;
import org.voxdesk.export.Identifiers;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;

/// Writes the cubes of nodules of one series, each whole or not at all.
///
/// @param ready the series
/// @param key the secret of patients' codes; empty for the one of the folder
/// @param request size and grid; its point does not matter
/// @param folder where to
/// @param cubes which nodules, and where exactly
/// @param written told of each that has been written, on the thread that writes
record CubeWork(
    Services services,
    State.Ready ready,
    String key,
    CubeRequest request,
    CubeExport.Options options,
    Path folder,
    List<One> cubes,
    Consumer<Nodule> written)
    implements ExportWork {

  /// One nodule and its point.
  record One(Nodule nodule, CubePoint point) {
    /// What the files begin with.
    String name() {
      return SeriesToken.of(nodule.seriesUid()) + "_nodule" + nodule.number();
    }

    boolean isIn(Path folder) {
      return Files.exists(folder.resolve(name() + ".json"));
    }
  }

  @Override
  public Result run(Progress progress) throws ExplainedException {
    CubeSource source = ready.source(key, folder);
    ResampledGrid grid = Resampler.grid(ready.volume(), request.grid());
    List<String> failures = new ArrayList<>();
    List<One> failed = new ArrayList<>();
    for (int at = 0; at < cubes.size(); at++) {
      progress.checkCancelled();
      One one = cubes.get(at);
      try {
        write(grid, source, one, cubes.size() == 1 ? progress : only(progress));
        written.accept(one.nodule());
      } catch (ExplainedException e) {
        failures.add(
            services.text(
                "cubes.nodule.failed", one.nodule().number(), services.reason(e.sentence())));
        failed.add(one);
      }
      progress.report(at + 1, cubes.size());
    }
    int done = cubes.size() - failed.size();
    return new Result(
        done == 0 ? "" : done(done),
        failures,
        failed.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new CubeWork(services, ready, key, request, options, folder, failed, written)));
  }

  private String done(int count) {
    return cubes.size() == 1
        ? services.text("cubes.exported", cubes.getFirst().nodule().number(), folder)
        : services.text("cubes.exported.all", count, folder);
  }

  /// Cancelled with the whole, whose progress counts cubes.
  private static Progress only(Progress whole) {
    return new Progress() {
      @Override
      public void report(long done, long total) {}

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }

  private void write(ResampledGrid grid, CubeSource source, One one, Progress progress)
      throws ExplainedException {
    Cube cube = grid.cube(request.withPoint(one.point()));
    CubeExport export =
        CubeExport.of(cube, source, folder, one.name(), Version.number())
            .with(options)
            .withAnnotation(described(one.nodule()));
    if (!one.nodule().contours().isEmpty()) {
      LidcNodules lidc = new LidcNodules(ready.volume().geometry(), source.sopInstanceUids());
      export = export.withLabel(grid.mask(lidc.mask(one.nodule().annotation()), cube));
    }
    Exporter.write(export, progress);
  }

  /// A note may name the patient, so it goes where the name goes only.
  private ObjectNode described(Nodule nodule) {
    ObjectNode node = NoduleDescription.of(nodule.annotation());
    if (options.identifiers() == Identifiers.FULL && !nodule.note().isEmpty()) {
      node.put("note", nodule.note());
    }
    return node;
  }
}
