package org.voxdesk.app;

import java.nio.file.Path;
import java.util.List;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.task.Outcome;

/// Opens the embedded sample study: makes its files in the background where they are not there yet.
///
/// @param folder where the files are kept from run to run
record SampleFiles(Path folder, Services services, LibraryViewModel library) {
  void open() {
    services
        .tasks()
        .<Path>start(
            services.text("task.sample"),
            progress -> {
              SampleStudy.write(folder, AtomicFile.Existing.REPLACE, services.parallel(), progress);
              return folder;
            })
        .whenEnded(services.ui(), this::show);
  }

  private void show(Outcome<Path> outcome) {
    switch (outcome) {
      case Outcome.Success<Path>(Path written) -> library.open(List.of(written));
      case Outcome.Failure<Path>(Throwable cause) ->
          services.notifications().error(services.text("error.sample"), cause);
      case Outcome.Cancelled<Path> cancelled -> {}
    }
  }
}
