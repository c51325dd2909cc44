package org.voxdesk.app.cubes;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.cli.Version;
import org.voxdesk.dicom.Tag;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.Exporter;
import org.voxdesk.export.SlicePngs;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;

/// Writes the shown cube, or the whole series resampled, into folders. Used on the window's thread;
/// the writing is done in the background.
public final class CubeFiles {
  private static final String FOLDER = "export.folder";

  private final Services services;
  private final CubesViewModel cubes;
  private final ReadOnlyObjectWrapper<Optional<Path>> folder;

  /// Binds the commands that export.
  public CubeFiles(AppModel app, CubesViewModel cubes) {
    this.services = app.services();
    this.cubes = cubes;
    this.folder =
        new ReadOnlyObjectWrapper<>(services.preferences().get(FOLDER).flatMap(CubeFiles::path));
    services
        .commands()
        .bind(
            Command.EXPORT_CUBE,
            this::exportCube,
            cubes.pictureProperty().map(Optional::isPresent));
    services
        .commands()
        .bind(
            Command.RESAMPLE_SERIES,
            this::resampleSeries,
            app.volume().stateProperty().map(state -> state instanceof State.Ready));
  }

  /// Where cubes go; empty until the user has chosen.
  public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /// Asks for the folder that cubes go to, and remembers it.
  public Optional<Path> chooseFolder() {
    Optional<Path> chosen = services.dialogs().openFolder(services.text("cubes.folder.title"));
    chosen.ifPresent(
        path -> {
          services.preferences().set(FOLDER, path.toAbsolutePath().toString());
          folder.set(chosen);
        });
    return chosen;
  }

  /// What the files of a nodule's cube begin with.
  static String name(CubePicture picture) {
    return SeriesToken.of(picture.nodule().seriesUid()) + "_nodule" + picture.nodule().number();
  }

  private void exportCube() {
    Optional<Path> target = folder.get().or(this::chooseFolder);
    target.ifPresent(
        path -> cubes.pictureProperty().get().ifPresent(picture -> exportCube(picture, path)));
  }

  private void exportCube(CubePicture picture, Path target) {
    Optional<State.Ready> ready = cubes.ready();
    if (ready.isEmpty()) {
      return;
    }
    List<String> slices =
        ready.get().stack().slices().stream().map(i -> i.text(Tag.SOP_INSTANCE_UID)).toList();
    CubeSource source = new CubeSource(picture.nodule().seriesUid(), slices);
    String name = name(picture);
    CubeExport export = CubeExport.of(picture.cube(), source, target, name, Version.number());
    boolean taken =
        Stream.of("_mosaic.png", ".npy", ".json")
            .anyMatch(end -> Files.exists(target.resolve(name + end)));
    if (taken && !agreed(services.text("cubes.replace", name, target))) {
      return;
    }
    CubeExport allowed = taken ? export.overwriting() : export;
    services
        .tasks()
        .start(services.text("task.export"), progress -> Exporter.write(allowed, progress))
        .whenEnded(
            services.ui(),
            outcome ->
                report(
                    outcome, services.text("cubes.exported", picture.nodule().number(), target)));
  }

  private void resampleSeries() {
    Optional<State.Ready> ready = cubes.ready();
    if (ready.isEmpty()) {
      return;
    }
    Optional<Path> chosen = services.dialogs().openFolder(services.text("cubes.slices.title"));
    if (chosen.isEmpty()) {
      return;
    }
    Path target = chosen.get();
    boolean taken = Files.exists(target.resolve("img_0000_i.png"));
    if (taken && !agreed(services.text("cubes.slices.replace", target))) {
      return;
    }
    ResampleMode mode = cubes.modeProperty().get();
    double mm = cubes.mmProperty().get();
    services
        .tasks()
        .start(
            services.text("task.resample"),
            progress -> {
              ResampledGrid grid = Resampler.grid(ready.get().volume(), mode, mm);
              return SlicePngs.write(
                  grid, GreyWindow.CLASSIC, target, taken, progress, services.parallel());
            })
        .whenEnded(
            services.ui(),
            outcome ->
                report(
                    outcome,
                    outcome instanceof Outcome.Success<List<Path>> done
                        ? services.text("cubes.slices.done", done.value().size(), target)
                        : ""));
  }

  private boolean agreed(String text) {
    return services
        .dialogs()
        .confirm(services.text("save.replace.title"), text, services.text("save.replace"));
  }

  private void report(Outcome<List<Path>> outcome, String done) {
    switch (outcome) {
      case Outcome.Success<List<Path>> success -> services.notifications().info(done);
      case Outcome.Failure<List<Path>> failed when failed.cause() instanceof ExplainedException e ->
          services.notifications().error(services.reason(e.sentence()), Optional.empty());
      case Outcome.Failure<List<Path>> failed ->
          services.notifications().error(services.text("cubes.exportFailed"), failed.cause());
      case Outcome.Cancelled<List<Path>> cancelled ->
          services.notifications().info(services.text("cubes.exportCancelled"));
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
