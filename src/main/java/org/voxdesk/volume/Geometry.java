package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the voxels of a volume lie in the patient.
///
/// All slices share one [SlicePlane] and each has its own position, so uneven spacing and a tilted
/// gantry are represented as they are. Between two slices positions run in a straight line; beyond
/// the first and last they go on with the spacing of the neighbours. Immutable.
public final class Geometry {
  /// How far a slice may lie from its place in an even stack, as a part of the mean slice spacing,
  /// for the stack still to count as even: positions are often rounded to 0.01 mm or so.
  public static final double UNIFORM_TOLERANCE = 0.01;

  private final SlicePlane plane;
  private final Lps normal;
  private final List<Lps> positions;
  private final double[] heights;
  private final double sliceSpacing;

  private Geometry(SlicePlane plane, List<Lps> positions, double singleSliceSpacing) {
    this.plane = plane;
    this.normal = plane.normal();
    this.positions = List.copyOf(positions);
    this.heights = this.positions.stream().mapToDouble(normal::dot).toArray();
    for (int k = 1; k < heights.length; k++) {
      if (!(heights[k] > heights[k - 1])) {
        throw new IllegalArgumentException("slice " + k + " does not lie above slice " + (k - 1));
      }
    }
    int gaps = heights.length - 1;
    this.sliceSpacing = gaps == 0 ? singleSliceSpacing : (heights[gaps] - heights[0]) / gaps;
    SlicePlane.requireSpacing(sliceSpacing);
  }

  /// A stack of at least two slices.
  ///
  /// @param positions the centres of voxels 0, 0, k, ascending along the plane's normal
  /// @throws IllegalArgumentException if there are fewer than two, or two that do not ascend
  public static Geometry of(SlicePlane plane, List<Lps> positions) {
    if (positions.size() < 2) {
      throw new IllegalArgumentException("a stack needs two slices, not " + positions.size());
    }
    return new Geometry(plane, positions, 0);
  }

  /// One slice, whose thickness has to be told because nothing shows it.
  public static Geometry ofSingleSlice(SlicePlane plane, Lps position, double sliceSpacing) {
    return new Geometry(plane, List.of(position), sliceSpacing);
  }

  /// An even stack along the normal, beginning at `origin`.
  public static Geometry uniform(SlicePlane plane, Lps origin, double sliceSpacing, int slices) {
    Lps normal = plane.normal();
    List<Lps> positions = new ArrayList<>();
    for (int k = 0; k < slices; k++) {
      positions.add(origin.plus(normal.times(k * sliceSpacing)));
    }
    return new Geometry(plane, positions, sliceSpacing);
  }

  public SlicePlane plane() {
    return plane;
  }

  public int columns() {
    return plane.columns();
  }

  public int rows() {
    return plane.rows();
  }

  public int slices() {
    return heights.length;
  }

  /// The unit vector row × column.
  public Lps normal() {
    return normal;
  }

  /// The centre of voxel 0, 0, `k`.
  public Lps position(int k) {
    return positions.get(k);
  }

  /// The mean distance between slices along the normal, in millimetres; for a single slice the
  /// spacing it was given.
  public double sliceSpacing() {
    return sliceSpacing;
  }

  /// Whether every slice lies within [#UNIFORM_TOLERANCE] of its place in an even, possibly tilted,
  /// stack from the first slice to the last.
  public boolean isUniform() {
    Lps step = step();
    for (int k = 0; k < slices(); k++) {
      Lps even = positions.getFirst().plus(step.times(k));
      if (positions.get(k).minus(even).length() > UNIFORM_TOLERANCE * sliceSpacing) {
        return false;
      }
    }
    return true;
  }

  /// The angle between the normal and the way from the first slice to the last, in degrees; 0 for
  /// slices that lie straight above each other.
  public double tiltDegrees() {
    Lps step = step();
    return Math.toDegrees(Math.atan2(step.cross(normal).length(), step.dot(normal)));
  }

  /// The index-to-millimetre matrix of an even stack, tilt included; empty where the stack is not
  /// [#isUniform].
  public Optional<Affine> affine() {
    if (!isUniform()) {
      return Optional.empty();
    }
    return Optional.of(
        new Affine(plane.offset(1, 0), plane.offset(0, 1), step(), positions.getFirst()));
  }

  public Lps lps(Voxel voxel) {
    return lps(voxel.i(), voxel.j(), voxel.k());
  }

  /// The point at a fractional index, inside the volume or out.
  public Lps lps(double i, double j, double k) {
    return position(k).plus(plane.offset(i, j));
  }

  /// The fractional index of a point: the inverse of [#lps(Voxel)].
  public Voxel index(Lps point) {
    double k = sliceAt(point.dot(normal));
    double[] pixel = plane.pixel(point.minus(position(k)));
    return new Voxel(pixel[0], pixel[1], k);
  }

  /// Whether a place lies in the volume, whose voxels reach half a spacing around their centres.
  public boolean contains(Voxel voxel) {
    return reaches(voxel.i(), columns())
        && reaches(voxel.j(), rows())
        && reaches(voxel.k(), slices());
  }

  private static boolean reaches(double index, int length) {
    return index >= -0.5 && index <= length - 0.5;
  }

  private Lps position(double k) {
    if (slices() == 1) {
      return positions.getFirst().plus(normal.times(k * sliceSpacing));
    }
    int below = (int) Math.clamp(Math.floor(k), 0, slices() - 2);
    return positions.get(below).blend(positions.get(below + 1), k - below);
  }

  private double sliceAt(double height) {
    if (slices() == 1) {
      return (height - heights[0]) / sliceSpacing;
    }
    int found = Arrays.binarySearch(heights, height);
    int below = Math.clamp(found >= 0 ? found : -found - 2, 0, slices() - 2);
    return below + (height - heights[below]) / (heights[below + 1] - heights[below]);
  }

  private Lps step() {
    int gaps = slices() - 1;
    return gaps == 0
        ? normal.times(sliceSpacing)
        : positions.getLast().minus(positions.getFirst()).times(1.0 / gaps);
  }
}
