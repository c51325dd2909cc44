package org.voxdesk.app.measure;

import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Lps;

/// Shows what was measured in the viewer.
public record LookingInViewer(ViewerViewModel viewer) implements MeasureViewModel.Looking {
  @Override
  public void at(Series series, Instance image, int frame) {
    viewer.look(series, image, frame);
  }

  @Override
  public void at(Lps point, Lps normal) {
    viewer.look(point, normal);
  }
}
