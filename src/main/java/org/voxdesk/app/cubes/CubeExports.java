package org.voxdesk.app.cubes;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Question;
import org.voxdesk.cli.Version;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.SeriesFiles;
import org.voxdesk.export.SlicePngs;
import org.voxdesk.nodule.Exported;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;

/// The commands that write cubes, or the whole series resampled, into folders, by way of the
/// [ExportQueue]. Used on the window's thread.
public final class CubeExports {
  private static final String FOLDER = "export.folder";
  private static final CubePoint ANYWHERE = new CubePoint.AtLps(new Lps(0, 0, 0));

  private final AppModel app;
  private final Services services;
  private final CubesViewModel cubes;
  private final ExportQueue queue;
  private final ReadOnlyObjectWrapper<Optional<Path>> folder;

  /// What a whole series is written as.
  private enum SeriesFormat {
    PNG,
    NIFTI,
    DICOM
  }

  /// Binds the commands that export; closing the window asks while they do.
  public CubeExports(AppModel app, CubesViewModel cubes) {
    this.app = app;
    this.services = app.services();
    this.cubes = cubes;
    this.queue = new ExportQueue(services);
    this.folder =
        new ReadOnlyObjectWrapper<>(services.preferences().get(FOLDER).flatMap(CubeExports::path));
    Commands commands = services.commands();
    commands.bind(
        Command.EXPORT_CUBE,
        () -> cubes.selectedProperty().get().ifPresent(nodule -> export(List.of(nodule))),
        cubes.pictureProperty().map(Optional::isPresent));
    commands.bind(
        Command.EXPORT_CUBES,
        () -> export(List.copyOf(cubes.nodules())),
        cubes.pictureProperty().map(Optional::isPresent));
    commands.bind(
        Command.RESAMPLE_SERIES,
        this::resampleSeries,
        app.volume().wholeProperty().map(state -> state instanceof State.Ready));
    commands.bind(
        Command.EXPORT_DATASET,
        () -> new DatasetExport(app, cubes, queue).ask(),
        Bindings.createBooleanBinding(
            () -> !app.nodules().allProperty().get().all().isEmpty(), app.nodules().allProperty()));
    app.beforeLeaving(queue::leave);
  }

  ExportQueue queue() {
    return queue;
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

  private void export(List<Nodule> nodules) {
    Optional<State.Ready> ready = cubes.ready();
    if (ready.isPresent() && !nodules.isEmpty()) {
      folder.get().or(this::chooseFolder).ifPresent(path -> export(nodules, ready.get(), path));
    }
  }

  private void export(List<Nodule> nodules, State.Ready ready, Path target) {
    List<CubeWork.One> ones =
        nodules.stream().map(n -> new CubeWork.One(n, cubes.point(n))).toList();
    List<CubeWork.One> taken = ones.stream().filter(one -> one.isIn(target)).toList();
    if (!taken.isEmpty() && !agreed(question(taken, target))) {
      return;
    }
    CubeSettings settings = cubes.settings();
    CubeExport.Options options = settings.options().withOverwrite(!taken.isEmpty());
    CubeRequest request = settings.request(ANYWHERE);
    CubeWork work =
        new CubeWork(
            services,
            ready,
            settings.keyProperty().get(),
            request,
            options,
            target,
            ones,
            nodule ->
                services
                    .ui()
                    .execute(
                        () -> app.nodules().exported(nodule, exported(nodule, request, options))));
    queue.add(
        ones.size() == 1
            ? services.text("task.export", nodules.getFirst().number())
            : services.text("task.export.all", ones.size()),
        work);
  }

  private String question(List<CubeWork.One> taken, Path target) {
    return taken.size() == 1
        ? services.text("cubes.replace", taken.getFirst().name(), target)
        : services.text("cubes.replace.all", taken.size(), target);
  }

  /// The cube was cut where the nodule was when it was asked for.
  private static Exported exported(Nodule nodule, CubeRequest request, CubeExport.Options options) {
    return new Exported(
        nodule.center(),
        request.mode(),
        request.size(),
        request.mm(),
        options.formats().stream().map(CubeFormat::toString).toList());
  }

  private void resampleSeries() {
    Optional<State.Ready> ready = cubes.ready();
    Optional<SeriesFormat> format = ready.isEmpty() ? Optional.empty() : format();
    if (format.isEmpty()) {
      return;
    }
    services
        .dialogs()
        .openFolder(services.text("cubes.slices.title"))
        .ifPresent(target -> resample(ready.get(), format.get(), target));
  }

  private Optional<SeriesFormat> format() {
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                new Question(
                        services.text("cubes.series.title"),
                        services.text("cubes.series.text"),
                        List.of(
                            services.text("cubes.series.png"),
                            services.text("cubes.series.nifti"),
                            services.text("cubes.series.dicom")))
                    .usually(0));
    return chosen.isPresent()
        ? Optional.of(SeriesFormat.values()[chosen.getAsInt()])
        : Optional.empty();
  }

  private void resample(State.Ready ready, SeriesFormat format, Path target) {
    String first =
        switch (format) {
          case PNG -> "img_0000_i.png";
          case NIFTI -> SeriesFiles.VOLUME;
          case DICOM -> "0001.dcm";
        };
    boolean taken = Files.exists(target.resolve(first));
    if (taken && !agreed(services.text("cubes.slices.replace", target))) {
      return;
    }
    CubeSettings settings = cubes.settings();
    GridRequest request = settings.grid();
    CubeExport.Options options = settings.options().withOverwrite(taken);
    String key = settings.keyProperty().get();
    queue.add(
        services.text("task.resample"),
        progress -> {
          ResampledGrid grid = Resampler.grid(ready.volume(), request);
          int files =
              switch (format) {
                case PNG ->
                    SlicePngs.write(
                            grid, options.window(), target, taken, progress, services.parallel())
                        .size();
                case DICOM ->
                    SeriesFiles.dicom(
                            grid,
                            request,
                            ready.source(key, target),
                            options,
                            Version.number(),
                            target,
                            progress,
                            services.parallel())
                        .size();
                case NIFTI ->
                    SeriesFiles.nifti(
                            grid,
                            request,
                            ready.source(key, target),
                            options,
                            Version.number(),
                            target,
                            progress)
                        .size();
              };
          return ExportWork.Result.of(services.text("cubes.slices.done", files, target));
        });
  }

  private boolean agreed(String text) {
    return services
        .dialogs()
        .confirm(services.text("save.replace.title"), text, services.text("save.replace"));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
