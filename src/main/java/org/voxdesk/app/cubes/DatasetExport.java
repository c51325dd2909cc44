package org.voxdesk.app.cubes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.cli.Version;
import org.voxdesk.dataset.DatasetRequest;
import org.voxdesk.dataset.DatasetResult;
import org.voxdesk.dataset.DatasetRun;
import org.voxdesk.dataset.Shard;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.nodule.Exported;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.nodule.Nodules;
import org.voxdesk.study.Library;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;

/// Writes the nodules of everything that is open as a dataset folder, as `voxdesk cubes` does: gone
/// on with where it was left, or made anew with other parameters.
final class DatasetExport {
  private final AppModel app;
  private final Services services;
  private final CubeSettings settings;
  private final ExportQueue queue;

  /// Where to, and whether cubes made with other parameters are made anew.
  record Choice(Path folder, boolean anew) {}

  DatasetExport(AppModel app, CubesViewModel cubes, ExportQueue queue) {
    this.app = app;
    this.services = app.services();
    this.settings = cubes.settings();
    this.queue = queue;
  }

  /// Asks for what is to be known, and queues it.
  void ask() {
    List<Nodule> nodules = app.nodules().allProperty().get().all();
    long series = nodules.stream().map(Nodule::seriesUid).distinct().count();
    services
        .dialogs()
        .<Choice>ask(
            services.text("dataset.title"),
            answer ->
                new DatasetPage(
                    services,
                    settings,
                    services.text("dataset.what", nodules.size(), series),
                    answer))
        .ifPresent(this::start);
  }

  /// Queues it; what is asked for is what is open and marked now.
  void start(Choice choice) {
    CubeRequest cube = settings.request(new CubePoint.AtLps(new Lps(0, 0, 0)));
    CubeExport.Options options = settings.options().withOverwrite(choice.anew());
    DatasetRequest request =
        new DatasetRequest(
            choice.folder(),
            cube,
            options,
            settings.validationProperty().get(),
            settings.keyProperty().get(),
            Shard.ALL,
            Version.number());
    Session session = app.session();
    Library read = session.libraryProperty().get();
    Library library =
        Library.of(read.instances().stream().map(session::current).toList(), read.leftOut());
    Nodules nodules = app.nodules().allProperty().get();
    queue.add(
        services.text("task.dataset", nodules.all().size()),
        progress -> run(request, library, nodules, progress));
  }

  private ExportWork.Result run(
      DatasetRequest request, Library library, Nodules nodules, Progress progress)
      throws ExplainedException {
    Annotations annotations =
        new Annotations(
            nodules.all().stream().map(Nodule::annotation).toList(),
            List.of(),
            List.of(),
            nodules.splits());
    DatasetResult result =
        new DatasetRun(request, library, annotations).run(progress, services.parallel());
    List<String> failures = result.failures().stream().map(services::reason).toList();
    if (failures.isEmpty()) {
      services.ui().execute(() -> note(nodules.all(), request.cube(), request.options().formats()));
    }
    String remarks =
        result.remarks().stream().map(services::reason).collect(Collectors.joining(" "));
    String done =
        services.text(
            "dataset.done", result.written(), result.repaired(), result.kept(), request.folder());
    return new ExportWork.Result(
        remarks.isEmpty() ? done : done + " " + remarks,
        failures,
        failures.isEmpty()
            ? Optional.empty()
            : Optional.of(again -> run(request, library, nodules, again)));
  }

  private void note(List<Nodule> nodules, CubeRequest cube, Set<CubeFormat> formats) {
    List<String> names = formats.stream().map(CubeFormat::toString).toList();
    for (Nodule nodule : nodules) {
      app.nodules()
          .exported(
              nodule, new Exported(nodule.center(), cube.mode(), cube.size(), cube.mm(), names));
    }
  }
}
