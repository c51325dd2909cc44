package org.voxdesk.app.save;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.voxdesk.app.model.Services;
import org.voxdesk.edit.SaveJob;

/// What became of each file of a job, in the user's words.
///
/// @param lines in the order of the job
record SaveReport(List<Line> lines) {
  SaveReport {
    lines = List.copyOf(lines);
  }

  /// One file.
  ///
  /// @param reason empty where there is nothing to explain
  record Line(String file, State state, String result, String reason) {}

  /// What became of a file.
  enum State {
    WRITTEN,
    FAILED,
    SKIPPED
  }

  /// The report of a job that has ended.
  static SaveReport of(SaveJob job, Services services) {
    List<Line> lines = new ArrayList<>();
    List<SaveJob.Result> results = job.results();
    for (int i = 0; i < results.size(); i++) {
      String file = job.items().get(i).target().toString();
      lines.add(
          switch (results.get(i)) {
            case SaveJob.Result.Written written ->
                new Line(file, State.WRITTEN, services.text("report.written"), "");
            case SaveJob.Result.Failed failed ->
                new Line(
                    file,
                    State.FAILED,
                    services.text("report.failed"),
                    shortly(services.reason(failed.reason()), job.items().get(i).target()));
            case SaveJob.Result.Skipped skipped ->
                new Line(file, State.SKIPPED, services.text("report.skipped"), "");
          });
    }
    return new SaveReport(lines);
  }

  /// The reason without the folders of the file, which would push the rest out of sight.
  private static String shortly(String reason, Path file) {
    return reason.replace(file.toString(), String.valueOf(file.getFileName()));
  }

  int count(State state) {
    return (int) lines.stream().filter(line -> line.state() == state).count();
  }

  /// The lines with tabs between their parts.
  static String text(List<Line> lines) {
    return lines.stream()
        .map(line -> String.join("\t", line.file(), line.result(), line.reason()))
        .collect(Collectors.joining("\n"));
  }
}
