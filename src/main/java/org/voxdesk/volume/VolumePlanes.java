package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;

/// The planes that a volume is looked at in.
///
/// Axial, coronal and sagittal run along the acquisition's own axes, so that voxels are not
/// interpolated more than they must: its row direction, normal × row and normal, each named by the
/// patient axis that it is nearest to and pointing to the patient's left (L), back (P) or head (H).
/// Of a stack that lies askew they are therefore planes of the scan, not of the body.
public final class VolumePlanes {
  /// The patient's left, back and head.
  private static final List<Lps> PATIENT =
      List.of(new Lps(1, 0, 0), new Lps(0, 1, 0), new Lps(0, 0, 1));

  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  /// How far past a whole number of pixels or planes a length may be and still count as that many.
  private static final double TOLERANCE = 1e-6;

  private final Geometry geometry;
  private final AcquisitionAxes axes;
  private final List<Lps> named;

  private VolumePlanes(Geometry geometry) {
    this.geometry = geometry;
    this.axes = AcquisitionAxes.of(geometry);
    this.named = named(axes);
  }

  public static VolumePlanes of(Geometry geometry) {
    return new VolumePlanes(geometry);
  }

  public static VolumePlanes of(Volume volume) {
    return of(volume.geometry());
  }

  // Of the ways to name three axes, that in which they are nearest to their namesakes together.
  private static List<Lps> named(AcquisitionAxes axes) {
    int[] best = ORDERS[0];
    for (int[] order : ORDERS) {
      if (likeness(axes, order) > likeness(axes, best) + TOLERANCE) {
        best = order;
      }
    }
    List<Lps> named = new ArrayList<>();
    for (int patient = 0; patient < PATIENT.size(); patient++) {
      Lps axis = axes.direction(best[patient]);
      named.add(axis.dot(PATIENT.get(patient)) < 0 ? axis.times(-1) : axis);
    }
    return List.copyOf(named);
  }

  private static double likeness(AcquisitionAxes axes, int[] order) {
    double likeness = 0;
    for (int patient = 0; patient < order.length; patient++) {
      likeness += Math.abs(axes.direction(order[patient]).dot(PATIENT.get(patient)));
    }
    return likeness;
  }

  /// The way to the right of the screen.
  public Lps right(AnatomicalPlane plane) {
    return switch (plane) {
      case AXIAL, CORONAL -> left();
      case SAGITTAL -> back();
    };
  }

  /// The way down the screen.
  public Lps down(AnatomicalPlane plane) {
    return switch (plane) {
      case AXIAL -> back();
      case CORONAL, SAGITTAL -> head().times(-1);
    };
  }

  private Lps left() {
    return named.get(0);
  }

  private Lps back() {
    return named.get(1);
  }

  private Lps head() {
    return named.get(2);
  }

  /// The planes that a reader scrolls through.
  public PlaneStack stack(AnatomicalPlane plane) {
    return stack(right(plane), down(plane));
  }

  /// All parallel planes through the volume, as seen with `right` to the right and `down` down.
  ///
  /// Along the axes of the acquisition they run through voxel centres and pixels fall on voxel
  /// centres along the axis with the smaller spacing; other planes lie apart by the smallest
  /// spacing there is. Index 0 is the plane furthest towards the feet, the front or the patient's
  /// right, whichever the planes' normal is nearest to.
  ///
  /// @throws IllegalArgumentException if the directions are not perpendicular
  public PlaneStack stack(Lps right, Lps down) {
    var probe = new PlaneGrid(new Lps(0, 0, 0), right, down, 1, 1, 1);
    double mm = Math.min(axes.spacingAlong(probe.right()), axes.spacingAlong(probe.down()));
    mm = Math.max(mm, Math.max(coarsest(probe.right(), mm), coarsest(probe.down(), mm)));
    Pixels across = pixels(probe.right(), mm);
    Pixels below = pixels(probe.down(), mm);
    Lps corner = probe.right().times(across.first()).plus(probe.down().times(below.first()));
    Lps ascending = ascending(probe.normal());
    return new PlaneStack(
        new PlaneGrid(
            corner, probe.right(), probe.down(), mm, (int) across.count(), (int) below.count()),
        ascending,
        PlanePlaces.of(geometry, ascending));
  }

  private static Lps ascending(Lps normal) {
    double most = 0;
    for (Lps patient : PATIENT) {
      double along = normal.dot(patient);
      most = Math.abs(along) > Math.abs(most) + TOLERANCE ? along : most;
    }
    return most < 0 ? normal.times(-1) : normal;
  }

  /// The pixel size at which the grid is not too large; 0 where `mm` is large enough.
  private double coarsest(Lps direction, double mm) {
    boolean tooMany = pixels(direction, mm).count() > PlaneStack.LARGEST;
    return tooMany ? axes.reach(direction).length() / (PlaneStack.LARGEST - 2) : 0;
  }

  /// Pixels along one direction: the projection of the first centre on it, and how many.
  private record Pixels(double first, double count) {}

  // One pixel centre lies at the anchor, and as many before and after as cover the volume.
  private Pixels pixels(Lps direction, double mm) {
    AcquisitionAxes.Range reach = axes.reach(direction);
    double anchor =
        axes.along(direction).isPresent() ? geometry.position(0).dot(direction) : reach.middle();
    double before = count(anchor - reach.least() - mm / 2, mm);
    double after = count(reach.greatest() - anchor - mm / 2, mm);
    return new Pixels(anchor - before * mm, before + 1 + after);
  }

  private static double count(double length, double mm) {
    return Math.max(0, Math.ceil(length / mm - TOLERANCE));
  }
}
