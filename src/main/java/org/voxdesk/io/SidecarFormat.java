package org.voxdesk.io;

import java.util.List;
import java.util.Map;

/// How things that are kept by series become a file.
public interface SidecarFormat<T> {
  /// What the file beside the images is called, one of [Sidecar].
  String fileName();

  byte[] encode(Map<String, List<T>> series);

  /// Everything of every series, by Series Instance UID.
  ///
  /// @throws SidecarException if it is damaged or of a newer form
  Map<String, List<T>> decode(byte[] file) throws SidecarException;
}
