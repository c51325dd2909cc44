package org.voxdesk.app.viewer;

import java.util.Optional;
import org.voxdesk.app.slice.PlaneCut;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.SliceStack;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.PlaneGrid;
import org.voxdesk.volume.Volume;

/// One thing that a pane can show.
sealed interface SliceSource {
  /// The image that it is, or that speaks for it.
  Instance image();

  /// The middle of it in the patient, LPS millimetres; empty where it lies nowhere.
  Optional<Lps> middle();

  /// The unit vector across it; empty where it lies nowhere.
  Optional<Lps> normal();

  /// A frame of an image.
  ///
  /// @param frame counted from 0
  record Frame(Instance image, int frame) implements SliceSource {
    /// The image as it describes the frame.
    Instance described() {
      return image.described(frame);
    }

    /// Its first pixel where its size is not known.
    @Override
    public Optional<Lps> middle() {
      Instance said = described();
      double[] along = said.orientation().orElse(new double[6]);
      double[] spacing = said.pixelSpacing().orElse(new double[2]);
      double right = spacing[1] * (said.dataSet().integer(Tag.COLUMNS).orElse(1) - 1) / 2;
      double down = spacing[0] * (said.dataSet().integer(Tag.ROWS).orElse(1) - 1) / 2;
      return said.position()
          .map(p -> new Lps(p[0], p[1], p[2]))
          .map(p -> p.plus(new Lps(along[0], along[1], along[2]).times(right)))
          .map(p -> p.plus(new Lps(along[3], along[4], along[5]).times(down)));
    }

    @Override
    public Optional<Lps> normal() {
      return described().orientation().map(SliceStack::normal).map(n -> new Lps(n[0], n[1], n[2]));
    }
  }

  /// A plane through a volume.
  ///
  /// @param image one of the images that the volume was read from
  record Plane(Volume volume, Instance image, PlaneCut cut) implements SliceSource {
    @Override
    public Optional<Lps> middle() {
      PlaneGrid grid = cut.grid();
      return Optional.of(grid.lps((grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0));
    }

    @Override
    public Optional<Lps> normal() {
      return Optional.of(cut.grid().normal());
    }
  }
}
