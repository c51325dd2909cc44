package org.voxdesk.app.save;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Source;

/// Saves edited images over the files they were read from, after the user has seen how many and
/// where. Used on the window's thread.
final class SaveInPlace {
  private static final int LINES = 8;
  private static final int NEVER_AGAIN = 1;

  private final Saving saving;
  private final Services services;
  private boolean asks = true;

  SaveInPlace(Saving saving) {
    this.saving = saving;
    this.services = saving.services();
  }

  /// Saves every edited image.
  void run() {
    Session session = saving.session();
    List<Instance> edited =
        session.libraryProperty().get().instances().stream()
            .filter(session.historyProperty().get()::isEdited)
            .toList();
    List<Instance> files = edited.stream().filter(image -> image.source() == Source.FILE).toList();
    if (!files.isEmpty() && agreed(files)) {
      save(files, () -> {});
    }
    if (files.size() < edited.size()) {
      offerElsewhere(edited.size() - files.size());
    }
  }

  /// What came out of an archive or is a picture has no place of its own to be saved to.
  private void offerElsewhere(int images) {
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                services.text("save.readOnly.title"),
                services.text("save.readOnly", images),
                List.of(services.text("save.readOnly.elsewhere")));
    if (chosen.isPresent()) {
      services.commands().run(Command.SAVE_LEVEL);
    }
  }

  /// Saves these images without asking.
  ///
  /// @param images as they are on the disk
  /// @param saved run once all of them have been written
  void save(List<Instance> images, Runnable saved) {
    saving.start(
        Targeted.inPlace(images),
        saving.backup().existing(),
        written -> where(written.isEmpty() ? images : written),
        saved);
  }

  private String where(List<Instance> images) {
    Map<Path, Integer> folders = folders(images);
    if (images.size() == 1) {
      return images.getFirst().path().toString();
    }
    return folders.size() == 1
        ? folders.keySet().iterator().next().toString()
        : services.text("save.folders", folders.size());
  }

  private boolean agreed(List<Instance> images) {
    if (!asks && deidentified(images) == 0) {
      return true;
    }
    OptionalInt chosen =
        saving
            .backup()
            .ask(
                summary(images),
                List.of(services.text("save.replace"), services.text("save.replaceAlways")));
    asks = chosen.isEmpty() || chosen.getAsInt() != NEVER_AGAIN;
    return chosen.isPresent();
  }

  private String summary(List<Instance> images) {
    Map<Path, Integer> folders = folders(images);
    String lines =
        folders.entrySet().stream()
            .limit(LINES)
            .map(entry -> services.text("save.inFolder", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));
    String more =
        folders.size() > LINES ? "\n" + services.text("save.more", folders.size() - LINES) : "";
    int deidentified = deidentified(images);
    String warning = deidentified > 0 ? "\n\n" + services.text("save.originals", deidentified) : "";
    return services.text("save.inPlace", images.size(), folders.size())
        + "\n"
        + lines
        + more
        + warning;
  }

  /// How many of them are replaced for good.
  private int deidentified(List<Instance> images) {
    Set<Path> paths = Originals.deidentified(saving.session().historyProperty().get());
    return (int) images.stream().filter(image -> paths.contains(image.path())).count();
  }

  private static Map<Path, Integer> folders(List<Instance> images) {
    Map<Path, Integer> folders = new LinkedHashMap<>();
    for (Instance image : images) {
      Path absolute = image.path().toAbsolutePath();
      folders.merge(Optional.ofNullable(absolute.getParent()).orElse(absolute), 1, Integer::sum);
    }
    return folders;
  }
}
