package org.voxdesk.volume;

/// How a volume is to be resampled.
///
/// @param mode the way of resampling
/// @param mm millimetres from voxel to voxel
/// @param fill the value of voxels outside the scan; used in physical mode only
/// @param sampling how values between voxels are taken; used in physical mode only
public record GridRequest(ResampleMode mode, double mm, int fill, Sampling sampling) {
  /// Linear, air outside the scan.
  public static GridRequest of(ResampleMode mode, double mm) {
    return new GridRequest(mode, mm, CubeRequest.AIR, Sampling.LINEAR);
  }

  public GridRequest withFill(int value) {
    return new GridRequest(mode, mm, value, sampling);
  }

  public GridRequest withSampling(Sampling wanted) {
    return new GridRequest(mode, mm, fill, wanted);
  }
}
