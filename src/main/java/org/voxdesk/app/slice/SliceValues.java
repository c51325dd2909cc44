package org.voxdesk.app.slice;

import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.measure.PixelValues;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.text.Sentence;

/// The values of a slice in the unit of its modality: what the modality transform gives, Hounsfield
/// units for CT; for PET, uptake values wherever the header allows them.
public final class SliceValues implements PixelValues {
  private final LoadedSlice slice;
  private final Optional<PixelPadding> padding;
  private final Optional<Sentence> problem;

  private SliceValues(LoadedSlice slice) {
    this.slice = slice;
    DataSet dataSet = slice.instance().dataSet();
    // The values of a plane through several images are no longer those that were stored.
    this.padding = slice.frame().isPresent() ? PixelPadding.of(dataSet) : Optional.empty();
    this.problem = ShownUnits.of(dataSet).problem();
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
    return slice.value(i, j);
  }

  @Override
  public String unit() {
    return slice.transform().unit();
  }

  /// Why the values of a PET image are not uptake values; empty where they are, and for all others.
  public Optional<Sentence> problem() {
    return problem;
  }
}
