package org.voxdesk.sample;

/// One nodule of the phantom: its centre in LPS millimetres, its diameter in millimetres and the HU
/// at its centre.
public record Nodule(
    int id, double lpsX, double lpsY, double lpsZ, double diameterMm, int hu, Kind kind) {

  /// What the nodule is made of, or what it touches.
  public enum Kind {
    /// Soft tissue all through, surrounded by lung.
    SOLID,
    /// A soft-tissue core of half the diameter in a ground-glass sphere of [#HALO_HU].
    PART_SOLID,
    /// Hazy, with vessels seen through it.
    GROUND_GLASS,
    /// Dense with calcium.
    CALCIFIED,
    /// Solid, leaning on the pleura and partly outside the lung.
    JUXTA_PLEURAL,
    /// Solid, fed by a vessel that enters it.
    JUXTA_VASCULAR
  }

  /// HU of the sphere around the core of a part-solid nodule.
  public static final int HALO_HU = -480;

  double radius() {
    return diameterMm / 2;
  }
}
