package org.voxdesk.volume;

/// What cube is wanted.
///
/// @param point the point that comes to lie at voxel `size / 2` of the cube
/// @param size voxels along each edge
/// @param grid how the volume is resampled
public record CubeRequest(CubePoint point, int size, GridRequest grid) {
  /// The Hounsfield value of air.
  public static final int AIR = -1000;

  /// 64 voxels at 1 mm in physical mode, air outside the scan.
  public static CubeRequest at(CubePoint point) {
    return new CubeRequest(point, 64, GridRequest.of(ResampleMode.PHYSICAL, 1.0));
  }

  public double mm() {
    return grid.mm();
  }

  public ResampleMode mode() {
    return grid.mode();
  }

  /// The value of voxels outside the scan; used in physical mode only.
  public int fill() {
    return grid.fill();
  }

  public CubeRequest withPoint(CubePoint wanted) {
    return new CubeRequest(wanted, size, grid);
  }

  public CubeRequest withSize(int voxels) {
    return new CubeRequest(point, voxels, grid);
  }

  public CubeRequest withGrid(GridRequest wanted) {
    return new CubeRequest(point, size, wanted);
  }

  public CubeRequest withMm(double millimetres) {
    return withGrid(new GridRequest(grid.mode(), millimetres, grid.fill(), grid.sampling()));
  }

  public CubeRequest withMode(ResampleMode wanted) {
    return withGrid(new GridRequest(wanted, grid.mm(), grid.fill(), grid.sampling()));
  }

  public CubeRequest withFill(int value) {
    return withGrid(grid.withFill(value));
  }
}
