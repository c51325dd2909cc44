package org.voxdesk.nodule;

import java.nio.file.Path;
import org.voxdesk.io.SidecarFiles;

/// Where nodules are kept: `voxdesk-nodules.json` beside the images.
public final class NoduleFiles {
  private NoduleFiles() {}

  /// Where they are.
  ///
  /// @param own the user's own folder, for images whose folder cannot be written; it need not exist
  public static SidecarFiles<Nodule> in(Path own) {
    return new SidecarFiles<>(new NodulesJson(), own);
  }
}
