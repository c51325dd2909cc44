package org.voxdesk.app.save;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.export.FileNames;
import org.voxdesk.export.FilePattern;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;

/// Saves the images of a whole level, edits included, into a folder, under names that a pattern
/// makes. Used on the window's thread; the writing is done in the background.
final class SaveLevel {
  static final String SOURCE_NAMES = "{name}";
  private static final String PATTERN = "save.pattern";
  private static final int SHOWN = 6;

  private final Saving saving;
  private final Services services;
  private final Session session;
  private final ObjectProperty<Extent> extent = new SimpleObjectProperty<>(Extent.SERIES);
  private final StringProperty folder = new SimpleStringProperty("");
  private final StringProperty pattern;
  private final BooleanProperty replacing = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObservableList<String> names = FXCollections.observableArrayList();

  /// Which images are saved.
  enum Extent {
    SERIES("level.series"),
    STUDY("level.study"),
    PATIENT("level.patient"),
    EDITED("level.edited");

    private final String key;

    Extent(String key) {
      this.key = key;
    }

    /// The key of its name in the messages.
    String key() {
      return key;
    }
  }

  SaveLevel(Saving saving) {
    this.saving = saving;
    this.services = saving.services();
    this.session = saving.session();
    this.pattern =
        new SimpleStringProperty(services.preferences().get(PATTERN).orElse(SOURCE_NAMES));
    extent.addListener((property, was, is) -> refresh());
    folder.addListener((property, was, is) -> refresh());
    pattern.addListener((property, was, is) -> refresh());
    refresh();
  }

  Services services() {
    return services;
  }

  /// Which images are saved.
  ObjectProperty<Extent> extentProperty() {
    return extent;
  }

  /// The folder, as the user writes it.
  StringProperty folderProperty() {
    return folder;
  }

  /// The pattern of the names, see [FilePattern].
  StringProperty patternProperty() {
    return pattern;
  }

  /// Whether files that exist are replaced; else they are left as they are.
  BooleanProperty replacingProperty() {
    return replacing;
  }

  /// Why nothing can be saved so; empty where it can.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The names that the first images would get, and how many more there are.
  ObservableList<String> names() {
    return names;
  }

  /// The images to be saved, as they were read.
  List<Instance> images() {
    Library library = session.libraryProperty().get();
    Optional<Series> looked = session.seriesProperty().get();
    return switch (extent.get()) {
      case SERIES -> looked.map(library::whole).orElse(List.of());
      case STUDY ->
          library.patients().stream()
              .flatMap(p -> p.studies().stream())
              .filter(study -> looked.filter(study.series()::contains).isPresent())
              .flatMap(SaveLevel::images)
              .toList();
      case PATIENT ->
          library.patients().stream()
              .filter(patient -> looked.filter(l -> holds(patient, l)).isPresent())
              .flatMap(p -> p.studies().stream())
              .flatMap(SaveLevel::images)
              .toList();
      case EDITED ->
          library.instances().stream().filter(session.historyProperty().get()::isEdited).toList();
    };
  }

  private static boolean holds(Patient patient, Series series) {
    return patient.studies().stream().anyMatch(study -> study.series().contains(series));
  }

  private static Stream<Instance> images(Study study) {
    return study.series().stream().flatMap(series -> series.instances().stream());
  }

  private void refresh() {
    List<Instance> images = images();
    names.clear();
    try {
      FilePattern parsed = FilePattern.parse(pattern.get());
      names.setAll(names(parsed, images.stream().limit(SHOWN).map(session::current).toList()));
      if (images.size() > SHOWN) {
        names.add(services.text("level.more", images.size() - SHOWN));
      }
      problem.set(
          images.isEmpty()
              ? services.text("level.nothing")
              : folder().isEmpty() ? services.text("level.noFolder") : "");
    } catch (ExplainedException e) {
      problem.set(services.reason(e.sentence()));
    }
  }

  private static List<String> names(FilePattern pattern, List<Instance> images) {
    return FileNames.apart(
        images.stream().map(image -> pattern.path(image.file(), image.path())).toList());
  }

  private Optional<Path> folder() {
    try {
      return Optional.of(folder.get().strip()).filter(text -> !text.isEmpty()).map(Path::of);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /// Asks for the folder.
  void chooseFolder() {
    services
        .dialogs()
        .openFolder(services.text("level.folder.title"))
        .ifPresent(chosen -> folder.set(chosen.toString()));
  }

  /// Saves the images; nothing while there is a problem.
  void save() {
    Optional<Path> into = folder();
    if (!problem.get().isEmpty() || into.isEmpty()) {
      return;
    }
    try {
      FilePattern parsed = FilePattern.parse(pattern.get());
      services.preferences().set(PATTERN, pattern.get());
      save(parsed, into.get());
    } catch (ExplainedException e) {
      services.notifications().error(services.reason(e.sentence()), Optional.empty());
    }
  }

  private void save(FilePattern parsed, Path into) {
    List<Instance> images = images();
    List<Instance> current = images.stream().map(session::current).toList();
    List<Instance> open = session.libraryProperty().get().instances();
    services
        .tasks()
        .start(
            services.text("task.save", images.size()),
            progress ->
                Targeted.of(
                    images,
                    names(parsed, current).stream().map(into::resolve).toList(),
                    open,
                    progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<Targeted>(Targeted targeted) -> save(targeted, into);
                case Outcome.Failure<Targeted>(Throwable cause) ->
                    services.notifications().error(services.text("level.failed"), cause);
                case Outcome.Cancelled<Targeted> cancelled -> {}
              }
            });
  }

  private void save(Targeted targeted, Path into) {
    boolean replaces = replacing.get() && targeted.taken() > 0;
    if (!replaces || agreed(targeted, into)) {
      Existing existing = replacing.get() ? saving.backup().existing() : Existing.REFUSE;
      saving.start(targeted, existing, written -> into.toString(), () -> {});
    }
  }

  private boolean agreed(Targeted targeted, Path into) {
    return saving
        .backup()
        .ask(
            services.text("save.replaceMany", targeted.taken(), into, targeted.openTaken()),
            List.of(services.text("save.replace")))
        .isPresent();
  }
}
