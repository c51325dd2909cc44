package org.voxdesk.app.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;

class PercentilesTest {
  private static final Optional<PixelPadding> NONE = Optional.empty();

  @Test
  void theSharesAreThoseOfTheSortedValues() {
    var random = new SplittableRandom(5);
    short[] values = new short[1001];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt(-3000, 3000);
    }
    short[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    Percentiles percentiles = of(values, ModalityTransform.IDENTITY, NONE);
    assertThat(percentiles.window(0.01, 0.99)).isEqualTo(Window.between(sorted[10], sorted[990]));
    assertThat(percentiles.window(0, 1)).isEqualTo(Window.between(sorted[0], sorted[1000]));
  }

  @Test
  void paddingIsNotCountedUnlessThereIsNothingElse() {
    Optional<PixelPadding> padding = Optional.of(new PixelPadding(-2000, -1990));
    short[] values = {-2000, -1995, -1990, -1000, 5, 300};
    assertThat(of(values, ModalityTransform.IDENTITY, padding).window(0, 1))
        .isEqualTo(Window.between(-1000, 300));
    short[] nothing = {-2000, -1995};
    assertThat(of(nothing, ModalityTransform.IDENTITY, padding).window(0, 1))
        .isEqualTo(Window.between(-2000, -1995));
  }

  @Test
  void aFallingTransformSwapsTheEnds() {
    short[] values = {0, 10, 20, 30, 1000};
    Percentiles falling = of(values, new ModalityTransform(-1, 0, ""), NONE);
    assertThat(falling.window(0.25, 1)).isEqualTo(Window.between(-30, 0));
  }

  @Test
  void aTableMakesTheValuesThatAreCounted() throws DicomException {
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(
                Images.sequence(Tag.of(0x0028, 0x3000), Images.lut(4, 0, 16, 500, 9000, 20, 400)));
    short[] values = {0, 1, 2, 3, 3, 3};
    assertThat(of(values, ModalityTransform.of(dataSet), NONE).window(0, 1))
        .isEqualTo(Window.between(20, 9000));
  }

  @Test
  void fractionsHaveAnExactWindowHoweverNarrow() {
    double[] values = {0.25, Double.NaN, 0.5, 0.75, Double.POSITIVE_INFINITY, -9};
    var slice = new SlicePixels.Doubles(6, 1, 1, 1, values, ModalityTransform.IDENTITY);
    Optional<PixelPadding> padding = Optional.of(new PixelPadding(-9, -9));
    assertThat(new Percentiles(slice, ModalityTransform.IDENTITY, padding).window(0, 1))
        .isEqualTo(new Window(0.5, 0.5, VoiFunction.LINEAR_EXACT));
    short[] stored = {0, 100};
    assertThat(of(stored, new ModalityTransform(0.0001, 0, ""), NONE).window(0, 1))
        .isEqualTo(new Window(0.005, 0.01, VoiFunction.LINEAR_EXACT));
  }

  @Test
  void anImageOfNoNumbersStillHasAWindow() {
    double[] values = {Double.NaN};
    var slice = new SlicePixels.Doubles(1, 1, 1, 1, values, ModalityTransform.IDENTITY);
    assertThat(new Percentiles(slice, ModalityTransform.IDENTITY, NONE).window(0, 1).width())
        .isEqualTo(1);
  }

  private static Percentiles of(
      short[] values, ModalityTransform transform, Optional<PixelPadding> padding) {
    var slice = new SlicePixels.Shorts(values.length, 1, 1, 1, values, true, transform);
    return new Percentiles(slice, transform, padding);
  }
}
