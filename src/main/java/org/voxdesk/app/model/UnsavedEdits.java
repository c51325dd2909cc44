package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;

/// Knows which edits would be lost with the program: those that are in no file, be it the one that
/// was opened or a copy. Used on the window's thread.
public final class UnsavedEdits {
  private static final int LINES = 8;
  private static final int SAVE = 0;

  private final Services services;
  private final Session session;
  private final Map<Path, DicomFile> copies = new HashMap<>();
  private Saver saver = (images, saved) -> {};

  /// Saves images where they are.
  @FunctionalInterface
  public interface Saver {
    /// Saves these images, given as they are on the disk, and runs `saved` once all of them have
    /// been written.
    void save(List<Instance> images, Runnable saved);
  }

  UnsavedEdits(Services services, Session session) {
    this.services = services;
    this.session = session;
  }

  /// Says who saves if the user wants that.
  public void bind(Saver by) {
    saver = by;
  }

  /// Notes that these images, as they are given, have been written somewhere.
  public void copied(Collection<Instance> written) {
    written.forEach(instance -> copies.put(instance.path(), instance.file()));
  }

  /// Forgets copies of images that are in their own files now.
  public void saved(Collection<Path> paths) {
    copies.keySet().removeAll(paths);
  }

  /// How many of the open images have edits that are in no file.
  public int count() {
    return images().size();
  }

  /// The open images that have edits that are in no file, as they are on the disk.
  private List<Instance> images() {
    return session.libraryProperty().get().instances().stream().filter(this::isUnsaved).toList();
  }

  private boolean isUnsaved(Instance image) {
    EditHistory history = session.historyProperty().get();
    return history.isEdited(image)
        && !history.current(image).file().equals(copies.get(image.path()));
  }

  /// Runs `leave` if nothing would be lost, else after the user has chosen to lose it or has saved
  /// it; never if they change their mind or it cannot be saved.
  public void leave(Runnable leave) {
    leave(images(), leave);
  }

  /// The same where only these images are left.
  public void close(Collection<Instance> closing, Runnable leave) {
    leave(closing.stream().filter(this::isUnsaved).toList(), leave);
  }

  private void leave(List<Instance> images, Runnable leave) {
    if (images.isEmpty()) {
      leave.run();
      return;
    }
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                services.text("unsaved.title"),
                services.text("unsaved.text", images.size(), named(images)),
                List.of(services.text("unsaved.save"), services.text("unsaved.discard")));
    if (chosen.isPresent() && chosen.getAsInt() == SAVE) {
      saver.save(images, leave);
    } else if (chosen.isPresent()) {
      leave.run();
    }
  }

  /// A line for each series, and one for those that are too many.
  private String named(List<Instance> images) {
    List<String> lines = new ArrayList<>();
    int more = 0;
    for (Series series : session.libraryProperty().get().series()) {
      int count = (int) series.instances().stream().filter(images::contains).count();
      if (count > 0 && lines.size() < LINES) {
        lines.add(services.text("unsaved.series", name(series), count));
      } else if (count > 0) {
        more++;
      }
    }
    if (more > 0) {
      lines.add(services.text("unsaved.more", more));
    }
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static String name(Series series) {
    String name =
        ReadableText.joined("  ", series.modality(), series.number(), series.description());
    return name.isEmpty() ? "–" : name;
  }
}
