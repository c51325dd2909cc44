package org.voxdesk.app.measure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.voxdesk.app.model.Services;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.MeasurementsCsv;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;

/// Writes what was measured in the series that is looked at into a CSV file.
final class MeasureExport {
  private final MeasureViewModel model;
  private final Services services;

  MeasureExport(MeasureViewModel model) {
    this.model = model;
    this.services = model.app().services();
  }

  void export() {
    Optional<String> series = model.seriesUid();
    Optional<Path> target =
        services.dialogs().saveFile(services.text("measure.export.title"), "measurements.csv");
    if (series.isEmpty() || target.isEmpty()) {
      return;
    }
    List<Measurement> all = List.copyOf(model.listed());
    MeasureFinder finder = model.finder(all);
    List<MeasurementsCsv.Line> known =
        all.stream()
            .map(m -> new MeasurementsCsv.Line(model.place(m).orElse(""), m, model.findings(m)))
            .toList();
    services
        .tasks()
        .start(
            services.text("task.measure.export"),
            progress -> {
              Map<UUID, MeasureViewModel.Found> found = finder.run(progress);
              List<MeasurementsCsv.Line> lines =
                  known.stream().map(line -> fresh(line, found)).toList();
              byte[] text =
                  MeasurementsCsv.of(series.get(), lines).getBytes(StandardCharsets.UTF_8);
              AtomicFile.write(target.get(), AtomicFile.Existing.REPLACE, out -> out.write(text));
              return lines.size();
            })
        .whenEnded(services.ui(), outcome -> report(outcome, target.get()));
  }

  private static MeasurementsCsv.Line fresh(
      MeasurementsCsv.Line line, Map<UUID, MeasureViewModel.Found> found) {
    MeasureViewModel.Found now = found.get(line.measurement().id());
    return now == null
        ? line
        : new MeasurementsCsv.Line(line.image(), line.measurement(), now.findings());
  }

  private void report(Outcome<Integer> outcome, Path target) {
    switch (outcome) {
      case Outcome.Success<Integer> done ->
          services.notifications().info(services.text("measure.exported", done.value(), target));
      case Outcome.Failure<Integer> failed when failed.cause() instanceof ExplainedException e ->
          services.notifications().error(services.reason(e.sentence()), Optional.empty());
      case Outcome.Failure<Integer> failed ->
          services.notifications().error(services.text("measure.exportFailed"), failed.cause());
      case Outcome.Cancelled<Integer> cancelled -> {}
    }
  }
}
