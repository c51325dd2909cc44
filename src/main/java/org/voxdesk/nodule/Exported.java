package org.voxdesk.nodule;

import java.util.List;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

/// That a nodule's cube was exported.
///
/// @param center where its centre was then, LPS millimetres
/// @param mode how the cube was resampled
/// @param size voxels along each edge
/// @param mm millimetres from voxel to voxel
/// @param formats in lower case, such as `npy`
public record Exported(Lps center, ResampleMode mode, int size, double mm, List<String> formats) {
  public Exported {
    formats = List.copyOf(formats);
  }
}
