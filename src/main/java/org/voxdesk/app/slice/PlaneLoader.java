package org.voxdesk.app.slice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.dicom.DataSet;
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
import org.voxdesk.volume.PlaneScratch;
import org.voxdesk.volume.Volume;

/// Cuts planes out of volumes, as slices that are drawn like any other. Blocks; for one thread.
///
/// The values of a plane are memory that is used again: they stay as they are while two more planes
/// are cut. Who reads them longer, or on another thread, takes [LoadedSlice#kept].
public final class PlaneLoader {
  private final Parallel parallel;
  private final SliceBuffers buffers = new SliceBuffers();
  private final PlaneScratch scratch = new PlaneScratch();
  private Optional<Looks> looks = Optional.empty();

  /// A loader whose planes are cut by `parallel`.
  public PlaneLoader(Parallel parallel) {
    this.parallel = parallel;
  }

  /// What an image says of how planes through its series are looked at.
  private record Looks(
      DataSet of, ShownUnits units, String unit, boolean inverse, List<NamedWindow> windows) {
    static Looks of(DataSet image) throws DicomException {
      ShownUnits units = ShownUnits.of(image);
      ModalityTransform stored = ModalityTransform.of(image);
      ImagePixel pixel = ImagePixel.of(image);
      return new Looks(
          image,
          units,
          stored.unit(),
          pixel.photometric().equals("MONOCHROME1"),
          new SliceExtras(image, pixel).windows(units, stored));
    }
  }

  /// The plane through `volume`; its values are steps of output units, and what lies outside the
  /// volume is [PlaneSampler#OUTSIDE].
  ///
  /// @param image speaks for the series: its windows and names are the plane's
  public LoadedSlice load(Volume volume, Instance image, PlaneCut cut, PlaneInterpolation how)
      throws DicomException {
    Looks known = looks(image.dataSet());
    PlaneGrid grid = cut.grid();
    short[] values = buffers.shorts(Math.multiplyExact(grid.columns(), grid.rows()));
    PlaneSampler.sampleInto(
        values, volume, grid, how, cut.slab(), Progress.NONE, parallel, scratch);
    double step = volume.step() / PlaneSampler.finer(volume);
    ModalityTransform outputs = known.units().shown(new ModalityTransform(step, 0, known.unit()));
    return new LoadedSlice(
        image,
        OptionalInt.empty(),
        new SlicePixels.Shorts(
            grid.columns(), grid.rows(), grid.mm(), grid.mm(), values, true, outputs),
        outputs,
        known.inverse(),
        known.windows(),
        Optional.of(Geometry.ofSingleSlice(grid.plane(), grid.origin(), 1)),
        Optional.empty(),
        Optional.empty(),
        volume.missing().isEmpty()
            ? List.of()
            : List.of(Sentence.of("volume.missing", volume.missing().size())),
        Optional.of(cut.sampled(how)));
  }

  /// Those of the last image are not read again.
  @SuppressWarnings("ReferenceEquality") // Comparing data sets takes longer than reading them.
  private Looks looks(DataSet image) throws DicomException {
    if (looks.filter(known -> known.of() == image).isEmpty()) {
      looks = Optional.of(Looks.of(image));
    }
    return looks.get();
  }
}
