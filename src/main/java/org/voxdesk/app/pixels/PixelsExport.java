package org.voxdesk.app.pixels;

import java.nio.file.Path;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceValues;
import org.voxdesk.export.PixelArray;
import org.voxdesk.export.SliceCsv;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Work;
import org.voxdesk.text.ExplainedException;

/// Writes the array that is looked at: the whole image as a NumPy file, the slice as CSV.
final class PixelsExport {
  private final PixelsViewModel model;
  private final Services services;

  PixelsExport(PixelsViewModel model) {
    this.model = model;
    this.services = model.app().services();
  }

  /// All frames of the image, stored or rescaled as the page shows them.
  void npy() {
    boolean stored = model.storedProperty().get();
    model
        .slice()
        .filter(slice -> slice.frame().isPresent())
        .ifPresent(
            slice ->
                write(
                    stored ? "pixels-stored.npy" : "pixels-rescaled.npy",
                    target ->
                        progress -> {
                          PixelArray array =
                              stored
                                  ? PixelArray.stored(slice.instance().file())
                                  : PixelArray.rescaled(slice.instance().file());
                          array.writeNpy(target, AtomicFile.Existing.REPLACE, progress);
                          return array.shapeText() + " " + array.type();
                        }));
  }

  /// The slice that is shown, values as the page shows them.
  void csv() {
    boolean stored = model.storedProperty().get();
    Optional<LoadedSlice> slice = model.slice().map(LoadedSlice::kept);
    slice
        .flatMap(SliceValues::of)
        .ifPresent(
            values ->
                write(
                    stored ? "pixels-stored.csv" : "pixels.csv",
                    target ->
                        progress -> {
                          LoadedSlice of = slice.get();
                          SliceCsv.Values each = (i, j) -> value(of, values, stored, i, j);
                          SliceCsv.write(
                              target,
                              AtomicFile.Existing.REPLACE,
                              values.columns(),
                              values.rows(),
                              each,
                              progress);
                          return "[" + values.rows() + ", " + values.columns() + "]";
                        }));
  }

  /// Beside the volume that a plane was cut from there is no value.
  private static double value(LoadedSlice slice, SliceValues values, boolean stored, int i, int j) {
    if (!slice.contains(i, j)) {
      return Double.NaN;
    }
    return stored ? slice.stored(i, j) : values.shown(i, j);
  }

  private interface Writing {
    Work<String> to(Path target);
  }

  private void write(String name, Writing writing) {
    Optional<Path> target = services.dialogs().saveFile(services.text("pixels.export.title"), name);
    target.ifPresent(
        path ->
            services
                .tasks()
                .start(services.text("task.pixels.export"), writing.to(path))
                .whenEnded(services.ui(), outcome -> report(outcome, path)));
  }

  private void report(Outcome<String> outcome, Path target) {
    switch (outcome) {
      case Outcome.Success<String> done ->
          services.notifications().info(services.text("pixels.exported", target, done.value()));
      case Outcome.Failure<String> failed when failed.cause() instanceof ExplainedException e ->
          services.notifications().error(services.reason(e.sentence()), Optional.empty());
      case Outcome.Failure<String> failed ->
          services.notifications().error(services.text("pixels.exportFailed"), failed.cause());
      case Outcome.Cancelled<String> cancelled -> {}
    }
  }
}
