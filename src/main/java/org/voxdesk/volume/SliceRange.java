package org.voxdesk.volume;

/// The slices of a source volume that something was computed from.
///
/// @param first the lowest, from 0
/// @param end one past the highest; equal to `first` where there is none
public record SliceRange(int first, int end) {
  /// No slice: outside the scan.
  public static final SliceRange NONE = new SliceRange(0, 0);
}
