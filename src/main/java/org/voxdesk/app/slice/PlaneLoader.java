package org.voxdesk.app.slice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.PlaneGrid;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.PlaneSampler;
import org.voxdesk.volume.Volume;

/// Cuts planes out of volumes, as slices that are drawn like any other. Blocks; for any thread.
public final class PlaneLoader {
  private PlaneLoader() {}

  /// The plane through `volume`; its values are steps of output units, and what lies outside the
  /// volume is [PlaneSampler#OUTSIDE].
  ///
  /// @param image speaks for the series: its windows and names are the plane's
  public static LoadedSlice load(
      Volume volume, Instance image, PlaneCut cut, PlaneInterpolation how, Parallel parallel)
      throws DicomException {
    PlaneGrid grid = cut.grid();
    short[] values = PlaneSampler.sample(volume, grid, how, cut.slab(), Progress.NONE, parallel);
    ShownUnits units = ShownUnits.of(image.dataSet());
    ModalityTransform stored = ModalityTransform.of(image.dataSet());
    double step = volume.step() / PlaneSampler.finer(volume);
    ModalityTransform outputs = units.shown(new ModalityTransform(step, 0, stored.unit()));
    ImagePixel pixel = ImagePixel.of(image.dataSet());
    var extras = new SliceExtras(image.dataSet(), pixel);
    return new LoadedSlice(
        image,
        OptionalInt.empty(),
        new SlicePixels.Shorts(
            grid.columns(), grid.rows(), grid.mm(), grid.mm(), values, true, outputs),
        outputs,
        pixel.photometric().equals("MONOCHROME1"),
        extras.windows(units, stored),
        Optional.of(Geometry.ofSingleSlice(grid.plane(), grid.origin(), 1)),
        Optional.empty(),
        Optional.empty(),
        volume.missing().isEmpty()
            ? List.of()
            : List.of(Sentence.of("volume.missing", volume.missing().size())),
        Optional.of(cut.sampled(how)));
  }
}
