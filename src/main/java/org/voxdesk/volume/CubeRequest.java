package org.voxdesk.volume;

/// What cube is wanted.
///
/// @param point the point that comes to lie at voxel `size / 2` of the cube
/// @param size voxels along each edge
/// @param mm millimetres from voxel to voxel
/// @param mode the way of resampling
/// @param fill the value of voxels outside the scan; used in physical mode only
public record CubeRequest(CubePoint point, int size, double mm, ResampleMode mode, int fill) {
  /// The Hounsfield value of air.
  public static final int AIR = -1000;

  /// 64 voxels at 1 mm in physical mode, air outside the scan.
  public static CubeRequest at(CubePoint point) {
    return new CubeRequest(point, 64, 1.0, ResampleMode.PHYSICAL, AIR);
  }

  public CubeRequest withSize(int voxels) {
    return new CubeRequest(point, voxels, mm, mode, fill);
  }

  public CubeRequest withMm(double millimetres) {
    return new CubeRequest(point, size, millimetres, mode, fill);
  }

  public CubeRequest withMode(ResampleMode wanted) {
    return new CubeRequest(point, size, mm, wanted, fill);
  }

  public CubeRequest withFill(int value) {
    return new CubeRequest(point, size, mm, mode, value);
  }
}
