package org.voxdesk.app;

import java.nio.file.Path;
import java.util.List;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.study.Library;
import org.voxdesk.task.Outcome;

/// Opens the embedded sample study: makes its files in the background where they are not there yet,
/// or no longer as they were made.
///
/// @param folder where the files are kept from run to run
record SampleFiles(Path folder, AppModel app, LibraryViewModel library) {
  void open() {
    Library open = app.session().libraryProperty().get();
    if (open.instances().stream().anyMatch(image -> image.path().startsWith(folder))) {
      // As it is, with what has been edited in it since.
      library.open(List.of(folder));
      return;
    }
    Services services = app.services();
    services
        .tasks()
        .<Path>start(
            services.text("task.sample"),
            progress -> {
              SampleStudy.write(folder, AtomicFile.Existing.REPLACE, services.parallel(), progress);
              return folder;
            })
        .whenEnded(services.ui(), outcome -> show(services, outcome));
  }

  private void show(Services services, Outcome<Path> outcome) {
    switch (outcome) {
      case Outcome.Success<Path>(Path written) -> library.open(List.of(written));
      case Outcome.Failure<Path>(Throwable cause) ->
          services.notifications().error(services.text("error.sample"), cause);
      case Outcome.Cancelled<Path> cancelled -> {}
    }
  }
}
