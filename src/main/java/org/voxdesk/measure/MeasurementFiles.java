package org.voxdesk.measure;

import java.nio.file.Path;
import org.voxdesk.io.SidecarFiles;

/// Where measurements are kept: `voxdesk-measurements.json` beside the images.
public final class MeasurementFiles {
  private MeasurementFiles() {}

  /// Where they are.
  ///
  /// @param own the user's own folder, for images whose folder cannot be written; it need not exist
  public static SidecarFiles<Measurement> in(Path own) {
    return new SidecarFiles<>(new MeasurementsJson(), own);
  }
}
