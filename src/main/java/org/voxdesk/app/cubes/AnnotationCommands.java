package org.voxdesk.app.cubes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.notify.Question;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.nodule.Nodules;
import org.voxdesk.study.Library;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;

/// Reads nodules from files of annotations and writes them as such. Used on the window's thread.
public final class AnnotationCommands {
  private static final List<String> ENDINGS = List.of(".csv", ".json", ".xml");

  private final AppModel app;
  private final Services services;

  /// How lists of nodules are written.
  private enum Format {
    ANNOTATIONS("annotations.csv"),
    CANDIDATES("candidates.csv"),
    MONAI("nodules.json");

    private final String file;

    Format(String file) {
      this.file = file;
    }

    String write(List<Annotation> nodules, Map<String, String> splits) {
      return switch (this) {
        case ANNOTATIONS -> Annotations.annotationsCsv(nodules);
        case CANDIDATES -> Annotations.candidatesCsv(nodules);
        case MONAI -> Annotations.monaiJson(nodules, splits);
      };
    }
  }

  /// Binds the commands.
  public AnnotationCommands(AppModel app) {
    this.app = app;
    this.services = app.services();
    Commands commands = services.commands();
    commands.bind(
        Command.OPEN_ANNOTATIONS,
        () -> open(services.dialogs().openFiles(services.text("annotations.open.title"))),
        app.session().libraryProperty().map(library -> !library.patients().isEmpty()));
    commands.bind(
        Command.SAVE_ANNOTATIONS,
        this::save,
        Bindings.createBooleanBinding(
            () -> !app.nodules().allProperty().get().all().isEmpty(), app.nodules().allProperty()));
  }

  /// Whether all of these are called as files of annotations are.
  static boolean areAnnotations(List<Path> files) {
    return !files.isEmpty()
        && files.stream()
            .map(file -> file.toString().toLowerCase(Locale.ROOT))
            .allMatch(name -> ENDINGS.stream().anyMatch(name::endsWith));
  }

  /// Reads nodules of open series.
  void open(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    Session session = app.session();
    Library read = session.libraryProperty().get();
    Library open =
        Library.of(read.instances().stream().map(session::current).toList(), read.leftOut());
    services
        .tasks()
        .start(
            services.text("task.annotations"),
            progress -> AnnotationReading.of(files, open, progress))
        .whenEnded(services.ui(), this::opened);
  }

  private void opened(Outcome<AnnotationReading> outcome) {
    switch (outcome) {
      case Outcome.Success<AnnotationReading> done -> opened(done.value());
      case Outcome.Failure<AnnotationReading> failed ->
          services.notifications().error(services.text("annotations.failed"), failed.cause());
      case Outcome.Cancelled<AnnotationReading> cancelled -> {}
    }
  }

  private void opened(AnnotationReading read) {
    read.problems()
        .forEach(
            problem -> services.notifications().error(services.reason(problem), Optional.empty()));
    if (read.series() + read.elsewhere() == 0) {
      return;
    }
    int added = app.nodules().read(read.found(), read.splits());
    int known = read.found().size() - added;
    StringBuilder words = new StringBuilder();
    if (read.series() > 0) {
      words.append(services.text("annotations.read", added, read.series()));
    }
    if (known > 0) {
      words.append(' ').append(services.text("annotations.known", known));
    }
    if (read.elsewhere() > 0) {
      words.append(' ').append(services.text("annotations.elsewhere", read.elsewhere()));
    }
    String told = words.toString().strip();
    if (read.series() == 0) {
      services.notifications().warn(told, Optional.empty());
    } else {
      services.notifications().info(told);
    }
    if (added > 0) {
      app.pageProperty().set(CubesViewModel.TITLE);
    }
  }

  private void save() {
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                new Question(
                        services.text("annotations.save.title"),
                        services.text("annotations.save.text"),
                        List.of(
                            services.text("annotations.save.annotations"),
                            services.text("annotations.save.candidates"),
                            services.text("annotations.save.monai")))
                    .usually(0));
    if (chosen.isEmpty()) {
      return;
    }
    Format format = Format.values()[chosen.getAsInt()];
    services
        .dialogs()
        .saveFile(services.text("annotations.save.title"), format.file)
        .ifPresent(file -> save(format, file));
  }

  private void save(Format format, Path file) {
    Nodules all = app.nodules().allProperty().get();
    List<Annotation> nodules = all.all().stream().map(Nodule::annotation).toList();
    services
        .tasks()
        .start(
            services.text("task.annotations.save"),
            progress -> {
              byte[] text = format.write(nodules, all.splits()).getBytes(StandardCharsets.UTF_8);
              AtomicFile.write(file, AtomicFile.Existing.REPLACE, out -> out.write(text));
              return nodules.size();
            })
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<Integer> done ->
                    services
                        .notifications()
                        .info(services.text("annotations.saved", done.value(), file));
                case Outcome.Failure<Integer> failed
                    when failed.cause() instanceof ExplainedException e ->
                    services.notifications().error(services.reason(e.sentence()), Optional.empty());
                case Outcome.Failure<Integer> failed ->
                    services
                        .notifications()
                        .error(services.text("annotations.save.failed"), failed.cause());
                case Outcome.Cancelled<Integer> cancelled -> {}
              }
            });
  }
}
