package org.voxdesk.app.slice;

import org.voxdesk.volume.PlaneGrid;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.Slab;

/// How a slice was cut out of a volume.
///
/// @param grid where its pixels lie
/// @param slab how thick it is and what is made of the values across it
/// @param stepMm the distance to the next such plane, in millimetres
/// @param how what values between voxels are
public record PlaneCut(PlaneGrid grid, Slab slab, double stepMm, PlaneInterpolation how) {
  PlaneCut sampled(PlaneInterpolation wanted) {
    return new PlaneCut(grid, slab, stepMm, wanted);
  }
}
