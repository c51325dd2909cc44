package org.voxdesk.volume;

/// How physical mode takes values between voxels; classic mode has its own arithmetic.
///
/// @param kernel what is laid through the voxels on axes that are not shrunk
/// @param antiAlias whether, on axes where the wanted voxels are larger than those of the scan,
///   values are averaged over about two wanted voxels with linearly falling weights, so that what
///   is finer than the new voxels does not fold into noise
public record Sampling(Kernel kernel, boolean antiAlias) {
  /// Linear, without averaging.
  public static final Sampling LINEAR = new Sampling(Kernel.LINEAR, false);

  /// Curves through the voxels along an axis. Both reproduce constants and linear ramps.
  public enum Kernel {
    /// Straight lines between two voxels; results never leave their range.
    LINEAR,
    /// Cubic Hermite curves through four voxels, with the slope at a voxel taken from the parabola
    /// through it and its two neighbours (Catmull-Rom where voxels are evenly spaced). Results may
    /// overshoot next to edges; beyond int16 they are cut off.
    CUBIC
  }

  /// In words, for a sidecar.
  String words() {
    String shape = kernel == Kernel.LINEAR ? "trilinear" : "tricubic (Catmull-Rom)";
    String smoothed = antiAlias ? ", averaged where shrinking" : "";
    return shape + smoothed + ", rounded once to int16";
  }
}
