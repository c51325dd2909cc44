package org.voxdesk.volume;

import java.util.Objects;

/// Parallel planes through a volume, in the order in which a reader scrolls through them. All have
/// grids of the same size and direction, of which every one holds its whole section of the volume.
/// Immutable.
public final class PlaneStack {
  /// The most pixels in a row or column of a grid; where more would be needed they are coarser.
  public static final int LARGEST = 4096;

  private final PlaneGrid base;
  private final Lps ascending;
  private final PlanePlaces places;

  /// @param base a grid in the plane through the origin of the patient's coordinates
  /// @param ascending the normal of the planes, the way they ascend
  PlaneStack(PlaneGrid base, Lps ascending, PlanePlaces places) {
    this.base = base;
    this.ascending = ascending;
    this.places = places;
  }

  /// How many planes there are, at least one.
  public int size() {
    return places.places().length;
  }

  /// The plane at `index`, 0 to [#size] - 1.
  public PlaneGrid grid(int index) {
    double place = places.places()[Objects.checkIndex(index, size())];
    return new PlaneGrid(
        base.origin().plus(ascending.times(place)),
        base.right(),
        base.down(),
        base.mm(),
        base.columns(),
        base.rows());
  }

  /// Millimetres from one plane to the next; of planes through slices whose positions were rounded,
  /// the mean.
  public double step() {
    return places.step();
  }

  /// The index of the plane nearest to a point, whether that is in the volume or not.
  public int indexOf(Lps point) {
    return places.nearest(point.dot(ascending));
  }

  /// The unit vector along which the index ascends: right × down of the grids or its opposite,
  /// whichever points more towards the patient's head, back or left.
  public Lps normal() {
    return ascending;
  }
}
