package org.voxdesk.volume;

/// The two ways to resample; the user interface, the command line and every sidecar name them.
public enum ResampleMode {
  /// Bit for bit the well-known Python recipe, for comparison with published data.
  CLASSIC,
  /// True positions, exact millimetres along row, column and normal, one rounding.
  PHYSICAL
}
