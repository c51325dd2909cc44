package org.voxdesk.volume;

import java.util.concurrent.atomic.AtomicInteger;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// The way from a volume to a cube, a resampled volume, or a grid to take slices from one by one.
public final class Resampler {
  private Resampler() {}

  /// Prepares a regular grid over the volume; computes nothing yet. Outside the scan it holds air.
  ///
  /// @throws ResampleException if this volume cannot be resampled so
  public static ResampledGrid grid(Volume volume, ResampleMode mode, double mm)
      throws ResampleException {
    return grid(volume, GridRequest.of(mode, mm));
  }

  /// The same with all that can be chosen.
  ///
  /// @throws ResampleException if this volume cannot be resampled so
  public static ResampledGrid grid(Volume volume, GridRequest request) throws ResampleException {
    return switch (request.mode()) {
      case CLASSIC -> ClassicResampler.of(volume, request.mm());
      case PHYSICAL ->
          PhysicalResampler.of(volume, request.mm(), request.fill(), request.sampling());
    };
  }

  /// Refuses a size, voxel size or fill value that no volume can be cut by.
  ///
  /// @throws ResampleException if it is one
  public static void check(CubeRequest request) throws ResampleException {
    GridLimits.requireMm(request.mm());
    GridLimits.requireCube(request);
    GridLimits.requireFill(request.fill());
  }

  /// Cuts one cube straight from the source slices, in a millisecond or so.
  ///
  /// @throws ResampleException if the point lies outside the scan or the cube cannot be had
  public static Cube cube(Volume volume, CubeRequest request) throws ResampleException {
    return grid(volume, request.grid()).cube(request);
  }

  /// Resamples the whole volume, `mm` from voxel to voxel, slices in parallel where the caller
  /// wants.
  ///
  /// @return a volume of its own; outside the scan it holds air, which is not marked as padding
  /// @throws ResampleException if this volume cannot be resampled so
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Volume volume(
      Volume volume, ResampleMode mode, double mm, Progress progress, Parallel parallel)
      throws ResampleException {
    ResampledGrid grid = grid(volume, mode, mm);
    Geometry geometry = grid.geometry();
    short[][] slices = new short[geometry.slices()][];
    AtomicInteger done = new AtomicInteger();
    parallel.forEach(
        slices.length,
        k -> {
          progress.checkCancelled();
          slices[k] = new short[geometry.columns() * geometry.rows()];
          grid.slice(k, slices[k]);
          progress.report(done.incrementAndGet(), slices.length);
        });
    return Volume.of(geometry, slices);
  }
}
