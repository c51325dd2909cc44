package org.voxdesk.app.region;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.export.MaskFiles;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.render.Threshold;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Work;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Volume;

/// Writes a mask of what the threshold tool marks: the grown region where there is one, else all of
/// the range.
public final class MaskExport {
  private final AppModel app;
  private final Services services;
  private final RegionViewModel region;

  /// A mask of `region` or of the range around it.
  public MaskExport(AppModel app, RegionViewModel region) {
    this.app = app;
    this.services = app.services();
    this.region = region;
  }

  /// Asks for a file, and writes it in the background: npy for the whole region or series, png for
  /// the slice that is looked at.
  public void export(LoadedSlice shown, Threshold range) {
    LoadedSlice slice = shown.kept();
    Optional<Path> target =
        services.dialogs().saveFile(services.text("mask.export.title"), "mask.npy");
    target.ifPresent(
        path -> {
          boolean png = path.toString().toLowerCase(Locale.ROOT).endsWith(".png");
          Work<List<Integer>> work = png ? picture(path, slice, range) : array(path, slice, range);
          services
              .tasks()
              .start(services.text("task.mask"), work)
              .whenEnded(services.ui(), outcome -> report(outcome, path));
        });
  }

  private Work<List<Integer>> picture(Path target, LoadedSlice slice, Threshold range) {
    Optional<RegionViewModel.Grown> grown = region.regionProperty().get();
    int columns = slice.pixels().columns();
    int rows = slice.pixels().rows();
    return progress -> {
      byte[] marks =
          grown.isPresent()
              ? grown.get().marks(slice).orElseGet(() -> new byte[columns * rows])
              : marks(slice, range);
      MaskFiles.png(target, AtomicFile.Existing.REPLACE, columns, rows, marks);
      return List.of(rows, columns);
    };
  }

  private Work<List<Integer>> array(Path target, LoadedSlice slice, Threshold range) {
    Optional<RegionViewModel.Grown> grown = region.regionProperty().get();
    if (grown.isPresent()) {
      var mask = grown.get().mask();
      return writing(target, mask.columns(), mask.rows(), mask.slices(), mask::marks);
    }
    if (app.volume().stateProperty().get() instanceof State.Ready ready && !range.stored()) {
      Volume volume = ready.volume();
      var voxels = new VoxelRange(volume, slice.perOutput(), range);
      return writing(
          target,
          volume.geometry().columns(),
          volume.geometry().rows(),
          volume.geometry().slices(),
          voxels::marks);
    }
    return writing(
        target, slice.pixels().columns(), slice.pixels().rows(), 1, k -> marks(slice, range));
  }

  private static Work<List<Integer>> writing(
      Path target, int columns, int rows, int slices, MaskFiles.Slices mask) {
    return progress -> {
      MaskFiles.npy(target, AtomicFile.Existing.REPLACE, columns, rows, slices, mask, progress);
      return List.of(slices, rows, columns);
    };
  }

  private static byte[] marks(LoadedSlice slice, Threshold range) {
    int columns = slice.pixels().columns();
    byte[] marks = new byte[columns * slice.pixels().rows()];
    for (int at = 0; at < marks.length; at++) {
      int i = at % columns;
      int j = at / columns;
      boolean within =
          slice.contains(i, j) && range.contains(slice.stored(i, j), slice.value(i, j));
      marks[at] = (byte) (within ? 1 : 0);
    }
    return marks;
  }

  private void report(Outcome<List<Integer>> outcome, Path target) {
    switch (outcome) {
      case Outcome.Success<List<Integer>> done ->
          services
              .notifications()
              .info(services.text("mask.exported", target, done.value().toString()));
      case Outcome.Failure<List<Integer>> failed
          when failed.cause() instanceof ExplainedException e ->
          services.notifications().error(services.reason(e.sentence()), Optional.empty());
      case Outcome.Failure<List<Integer>> failed ->
          services.notifications().error(services.text("mask.exportFailed"), failed.cause());
      case Outcome.Cancelled<List<Integer>> cancelled -> {}
    }
  }
}
