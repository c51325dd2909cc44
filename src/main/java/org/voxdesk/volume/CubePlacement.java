package org.voxdesk.volume;

/// Where a cube lies, so that a label in the scan can be carried into the cube and back.
///
/// @param lps the point asked for, in patient millimetres
/// @param voxel the same point in voxels of the source volume
/// @param grid the same point in voxels of the resampled grid
/// @param start cube voxel 0, 0, 0 in voxels of the resampled grid; whole numbers in classic mode
/// @param inCube the same point in voxels of the cube: `grid - start`
/// @param shift how far the cube was moved, in voxels, to stay inside the grid; 0 in physical mode
/// @param yClamped whether the cube was moved back from the far edge in y, where the classic recipe
///   itself would have cut it short
public record CubePlacement(
    Lps lps, Voxel voxel, Voxel grid, Voxel start, Voxel inCube, Voxel shift, boolean yClamped) {}
