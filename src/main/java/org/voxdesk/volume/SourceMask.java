package org.voxdesk.volume;

/// Which voxels of a source volume belong to something.
@FunctionalInterface
public interface SourceMask {
  /// Whether the voxel of column `i`, row `j` and slice `k` belongs to it; asked for voxels inside
  /// the volume only.
  boolean contains(int i, int j, int k);
}
