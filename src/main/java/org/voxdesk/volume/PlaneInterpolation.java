package org.voxdesk.volume;

/// How a place between voxels gets its value.
public enum PlaneInterpolation {
  /// That of the voxel whose centre is nearest along each axis.
  NEAREST,
  /// Trilinear between the eight voxels around it.
  LINEAR;

  /// Places this near to a whole index, or to half way between two, count as there: rounding in the
  /// geometry neither loses an edge nor draws in a neighbour at no weight.
  static final double SNAP = 1e-6;

  /// The place along an axis of `length` voxels that `index` takes its value from: 0 to `length` -
  /// 1, whole for [#NEAREST]; NaN when it lies in none of the voxels, which reach half an index
  /// around their centres.
  double place(double index, int length) {
    if (!(index >= -0.5 - SNAP && index <= length - 0.5 + SNAP)) {
      return Double.NaN;
    }
    double whole = this == NEAREST ? Math.floor(index + 0.5 + SNAP) : Math.rint(index);
    boolean isWhole = this == NEAREST || Math.abs(index - whole) < SNAP;
    return Math.clamp(isWhole ? whole : index, 0.0, length - 1.0);
  }
}
