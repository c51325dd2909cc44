package org.voxdesk.app.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.measure.Anchor;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.Shape;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.task.Progress;

/// Finds the numbers of measurements whose images are not being shown, by reading these.
///
/// @param where the images of the measurements, edits included
record MeasureFinder(List<Measurement> measurements, Map<Measurement, Homes.Home> where) {
  /// The numbers by the measurements' ids; blocks. Where an image cannot be read there are none.
  Map<UUID, MeasureViewModel.Found> run(Progress progress) {
    Map<UUID, MeasureViewModel.Found> all = new HashMap<>();
    FrameReader reader = new FrameReader();
    int done = 0;
    for (Measurement measurement : measurements) {
      progress.checkCancelled();
      Homes.Home home = where.get(measurement);
      if (home != null && measurement.anchor() instanceof Anchor.OnImage image) {
        find(measurement, home, image, reader).ifPresent(f -> all.put(measurement.id(), f));
      }
      progress.report(++done, measurements.size());
    }
    return all;
  }

  private static Optional<MeasureViewModel.Found> find(
      Measurement measurement, Homes.Home home, Anchor.OnImage image, FrameReader reader) {
    try {
      LoadedSlice slice = SliceLoader.load(home.image(), image.frame(), reader);
      Shape shape = measurement.shape();
      return Optional.of(
          new MeasureViewModel.Found(
              measurement,
              home.image().dataSet(),
              new Ground(slice, home.series().uid(), image).findings(shape)));
    } catch (DicomException unreadable) {
      // Whoever looks at that image is told why.
      return Optional.empty();
    }
  }
}
