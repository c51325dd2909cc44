package org.voxdesk.volume;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.voxdesk.text.Sentence;

/// A stack of slices with its place in the patient. Values are output units, Hounsfield units for
/// CT, or [#step] of them.
///
/// Slices are `[k][j * columns + i]`, int16. The arrays are shared with whoever made the volume,
/// not copied, and must not change afterwards; everything that reads a volume may do so from any
/// thread.
public final class Volume {
  /// What a missing slice is filled with where no padding value is known; nothing may be concluded
  /// from it.
  public static final short ABSENT = Short.MIN_VALUE;

  private final Geometry geometry;
  private final short[][] slices;
  private final Values values;
  private final OptionalInt padding;
  private final Optional<ClassicSpacing> classicSpacing;
  private final SortedMap<Integer, Sentence> missing;
  private final Sentence classicRefusal;

  /// What the numbers mean.
  ///
  /// @param step output units for each
  /// @param reach the largest magnitude among them, or more
  private record Values(double step, int reach) {}

  private Volume(
      Geometry geometry,
      short[][] slices,
      Values values,
      OptionalInt padding,
      Optional<ClassicSpacing> classicSpacing,
      SortedMap<Integer, Sentence> missing,
      Sentence classicRefusal) {
    this.geometry = geometry;
    this.slices = slices;
    this.values = values;
    this.padding = padding;
    this.classicSpacing = classicSpacing;
    this.missing = missing;
    this.classicRefusal = classicRefusal;
  }

  /// Joins values and geometry.
  ///
  /// @throws IllegalArgumentException if the arrays do not have the geometry's size
  public static Volume of(Geometry geometry, short[][] slices) {
    if (slices.length != geometry.slices()) {
      throw new IllegalArgumentException(
          slices.length + " slices for a geometry of " + geometry.slices());
    }
    for (short[] slice : slices) {
      if (slice.length != geometry.columns() * geometry.rows()) {
        throw new IllegalArgumentException(
            slice.length + " values for " + geometry.columns() + " x " + geometry.rows());
      }
    }
    return new Volume(
        geometry,
        slices,
        new Values(1, -Short.MIN_VALUE),
        OptionalInt.empty(),
        Optional.empty(),
        Collections.emptySortedMap(),
        Sentence.of("resample.no.classic.spacing"));
  }

  /// The same volume, whose numbers count `step` output units each and are at most `reach` in
  /// magnitude.
  Volume withValues(double step, int reach) {
    return new Volume(
        geometry,
        slices,
        new Values(step, reach),
        padding,
        classicSpacing,
        missing,
        classicRefusal);
  }

  /// The same volume, in which `value` marks voxels outside the scan (Pixel Padding Value after
  /// rescale).
  public Volume withPadding(int value) {
    return new Volume(
        geometry, slices, values, OptionalInt.of(value), classicSpacing, missing, classicRefusal);
  }

  /// The same volume with what classic mode needs.
  public Volume withClassicSpacing(ClassicSpacing spacing) {
    return new Volume(
        geometry, slices, values, padding, Optional.of(spacing), missing, classicRefusal);
  }

  /// The same volume, which classic mode refuses for this reason.
  Volume withoutClassic(Sentence reason) {
    return new Volume(geometry, slices, values, padding, Optional.empty(), missing, reason);
  }

  /// The same volume, some of whose slices are only placeholders.
  ///
  /// @param absent why each of these slices is missing
  Volume withMissing(SortedMap<Integer, Sentence> absent) {
    // As padding they are outside for whoever interpolates.
    OptionalInt outside =
        absent.isEmpty() || padding.isPresent() ? padding : OptionalInt.of(ABSENT);
    return new Volume(
        geometry,
        slices,
        values,
        outside,
        classicSpacing,
        Collections.unmodifiableSortedMap(new TreeMap<>(absent)),
        classicRefusal);
  }

  /// The slices that could not be read, ascending, each with the reason in a sentence that names
  /// it. They are filled with padding; cubes mark what touches them as invalid, and classic mode
  /// refuses the volume.
  public SortedMap<Integer, Sentence> missing() {
    return missing;
  }

  /// Whether slice `k` could not be read.
  public boolean isMissing(int k) {
    return missing.containsKey(k);
  }

  public Geometry geometry() {
    return geometry;
  }

  /// The values of slice `k`, row by row; shared, not to be written to.
  public short[] slice(int k) {
    return slices[k];
  }

  /// How many output units each number of the slices counts: 1 where output values are whole
  /// numbers that int16 holds.
  public double step() {
    return values.step();
  }

  /// The largest magnitude among the numbers of the slices, or more.
  int reach() {
    return values.reach();
  }

  public int value(int i, int j, int k) {
    return slices[k][j * geometry.columns() + i];
  }

  public OptionalInt padding() {
    return padding;
  }

  /// Why there is no spacing for classic mode.
  public Sentence classicRefusal() {
    return classicRefusal;
  }

  /// Empty where the headers do not give it; classic mode is then refused.
  public Optional<ClassicSpacing> classicSpacing() {
    return classicSpacing;
  }
}
