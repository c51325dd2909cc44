package org.voxdesk.app.slice;

import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.measure.PixelValues;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.pixel.Suv;
import org.voxdesk.text.Sentence;

/// The values of a slice in the unit of its modality: what the modality transform gives, Hounsfield
/// units for CT; for PET, uptake values wherever the header allows them.
public final class SliceValues implements PixelValues {
  private final LoadedSlice slice;
  private final Optional<PixelPadding> padding;
  private final double factor;
  private final String unit;
  private final Optional<Sentence> problem;

  private SliceValues(LoadedSlice slice) {
    this.slice = slice;
    DataSet dataSet = slice.instance().dataSet();
    // The values of a plane through several images are no longer those that were stored.
    this.padding = slice.frame().isPresent() ? PixelPadding.of(dataSet) : Optional.empty();
    Optional<Suv> suv = Suv.isAsked(dataSet) ? Optional.of(Suv.of(dataSet)) : Optional.empty();
    boolean known = suv.isPresent() && suv.get() instanceof Suv.Known;
    this.factor = suv.isPresent() && suv.get() instanceof Suv.Known(double f) ? f : 1;
    this.unit = known ? "SUVbw" : slice.transform().unit();
    this.problem = suv.flatMap(SliceValues::reason);
  }

  private static Optional<Sentence> reason(Suv suv) {
    return switch (suv) {
      case Suv.Known known -> Optional.empty();
      case Suv.Unknown(Sentence reason) -> Optional.of(reason);
    };
  }

  /// The values of a grey slice; empty for colours, which have none.
  public static Optional<SliceValues> of(LoadedSlice slice) {
    return slice.isGrey() ? Optional.of(new SliceValues(slice)) : Optional.empty();
  }

  @Override
  public int columns() {
    return slice.pixels().columns();
  }

  @Override
  public int rows() {
    return slice.pixels().rows();
  }

  @Override
  public double value(int i, int j) {
    boolean padded = padding.isPresent() && padding.get().contains(slice.stored(i, j));
    return padded || !slice.contains(i, j) ? Double.NaN : shown(i, j);
  }

  /// The value of a pixel, padding or not.
  public double shown(int i, int j) {
    return slice.value(i, j) * factor;
  }

  @Override
  public String unit() {
    return unit;
  }

  /// Why the values of a PET image are not uptake values; empty where they are, and for all others.
  public Optional<Sentence> problem() {
    return problem;
  }
}
