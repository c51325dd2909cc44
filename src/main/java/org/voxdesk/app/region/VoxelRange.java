package org.voxdesk.app.region;

import java.util.OptionalInt;
import org.voxdesk.render.Threshold;
import org.voxdesk.volume.Volume;

/// Which voxels of a volume have values in a range. Those of slices that could not be read, and
/// those that are no numbers in the file, have no value and are in none.
final class VoxelRange {
  private final Volume volume;
  private final double perNumber;
  private final Threshold range;
  private final boolean hasAbsent;
  private final int columns;

  /// The voxels of `volume` in `range`.
  ///
  /// @param range not of stored values, which a volume does not have
  /// @param perOutput shown units, those of the range, for each output unit of the volume
  VoxelRange(Volume volume, double perOutput, Threshold range) {
    this.volume = volume;
    this.perNumber = volume.step() * perOutput;
    this.range = range;
    this.hasAbsent = volume.padding().equals(OptionalInt.of(Volume.ABSENT));
    this.columns = volume.geometry().columns();
  }

  /// Whether a voxel is in the range.
  boolean contains(int i, int j, int k) {
    return !volume.isMissing(k) && contains(volume.slice(k)[j * columns + i]);
  }

  /// 1 for each voxel of slice `k` that is in the range, else 0, `[j * columns + i]`.
  byte[] marks(int k) {
    short[] numbers = volume.slice(k);
    byte[] marks = new byte[numbers.length];
    if (!volume.isMissing(k)) {
      for (int at = 0; at < marks.length; at++) {
        marks[at] = (byte) (contains(numbers[at]) ? 1 : 0);
      }
    }
    return marks;
  }

  private boolean contains(short number) {
    double value = number * perNumber;
    boolean absent = hasAbsent && number == Volume.ABSENT;
    return !absent && value >= range.low() && value < range.high();
  }
}
