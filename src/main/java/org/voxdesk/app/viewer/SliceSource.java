package org.voxdesk.app.viewer;

import org.voxdesk.app.slice.PlaneCut;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Volume;

/// One thing that a pane can show.
sealed interface SliceSource {
  /// The image that it is, or that speaks for it.
  Instance image();

  /// A frame of an image.
  ///
  /// @param frame counted from 0
  record Frame(Instance image, int frame) implements SliceSource {}

  /// A plane through a volume.
  ///
  /// @param image one of the images that the volume was read from
  record Plane(Volume volume, Instance image, PlaneCut cut) implements SliceSource {}
}
