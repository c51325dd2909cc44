package org.voxdesk.app.save;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;

/// Saves the selected image, edits included, as a file that the user picks. An open file is
/// replaced only after the user has agreed. Used on the window's thread.
final class SaveAs {
  private final Saving saving;
  private final Services services;

  SaveAs(Saving saving) {
    this.saving = saving;
    this.services = saving.services();
  }

  /// Asks for a file, beginning beside that of the image, and saves the image in it.
  void run() {
    saving.session().instanceProperty().get().ifPresent(this::save);
  }

  private void save(Instance image) {
    Path path = image.path();
    Optional<Path> chosen =
        services
            .dialogs()
            .saveFile(
                services.text("save.image.title"),
                Optional.ofNullable(path.toAbsolutePath().getParent()),
                String.valueOf(path.getFileName()));
    chosen.ifPresent(target -> save(image, target));
  }

  private void save(Instance image, Path target) {
    List<Instance> open = saving.session().libraryProperty().get().instances();
    services
        .tasks()
        .start(
            services.text("task.save", 1),
            progress -> Targeted.of(List.of(image), List.of(target), open, progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              // The file dialog has asked about replacing a file, but not about one that is open.
              if (outcome instanceof Outcome.Success<Targeted>(Targeted targeted)
                  && (targeted.openTaken() == 0 || agreed(target))) {
                saving.start(
                    targeted, saving.backup().existing(), written -> target.toString(), () -> {});
              }
            });
  }

  private boolean agreed(Path target) {
    return saving
        .backup()
        .ask(
            services.text("save.replaceOpen", target.getFileName()),
            List.of(services.text("save.replace")))
        .isPresent();
  }
}
