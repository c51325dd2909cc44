package org.voxdesk.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.voxdesk.measure.Finding.Quantity;

final class FindingsTest {
  private static final Scale MM = Scale.millimetres(0.5, 0.5);

  /// Values 10 j + i, all but those on the diagonal of column 9.
  private record Ramp(int columns, int rows) implements PixelValues {
    @Override
    public double value(int i, int j) {
      return i == 9 && j == 9 ? Double.NaN : 10 * j + i;
    }

    @Override
    public String unit() {
      return "HU";
    }
  }

  @Test
  void anAreaIsMeasuredOverThePixelsWhoseCentresAreInIt() {
    Shape shape = Kind.RECTANGLE.drawn(List.of(new Point(1, 2), new Point(2, 3)), MM);
    List<Finding> findings = Findings.of(shape, MM, Optional.of(new Ramp(10, 10)));
    // 21, 22, 31, 32: mean 26.5; squares of 5.5, 4.5, 4.5, 5.5 over 3.
    assertThat(value(findings, Quantity.COUNT)).isEqualTo(4);
    assertThat(value(findings, Quantity.MEAN)).isEqualTo(26.5);
    assertThat(value(findings, Quantity.DEVIATION)).isCloseTo(Math.sqrt(101 / 3.0), within());
    assertThat(value(findings, Quantity.MINIMUM)).isEqualTo(21);
    assertThat(value(findings, Quantity.MAXIMUM)).isEqualTo(32);
    assertThat(value(findings, Quantity.AREA)).isCloseTo(0.25, within());
    assertThat(findings).extracting(Finding::unit).contains("mm²", "HU");
    assertThat(findings).noneMatch(f -> f.quantity() == Quantity.LEFT_OUT);
  }

  @Test
  void pixelsWithoutAValueAreLeftOutAndCounted() {
    Shape shape = Kind.RECTANGLE.drawn(List.of(new Point(8, 9), new Point(20, 20)), MM);
    List<Finding> findings = Findings.of(shape, MM, Optional.of(new Ramp(10, 10)));
    assertThat(value(findings, Quantity.COUNT)).isEqualTo(1);
    assertThat(value(findings, Quantity.LEFT_OUT)).isEqualTo(1);
    assertThat(value(findings, Quantity.MEAN)).isEqualTo(98);
    assertThat(value(findings, Quantity.DEVIATION)).isNaN();
  }

  @Test
  void anEllipseMissesNoPixelOfItsBox() {
    PixelValues ramp = new Ramp(10, 10);
    Area ellipse = (Area) Kind.ELLIPSE.drawn(List.of(new Point(1, 1), new Point(7, 7)), MM);
    long count = 0;
    for (int j = 0; j < 10; j++) {
      for (int i = 0; i < 10; i++) {
        count += Math.hypot(i - 4, j - 4) <= 3 ? 1 : 0;
      }
    }
    assertThat(Statistics.of(ellipse, ramp).count()).isEqualTo(count).isEqualTo(29);
  }

  @Test
  void outsideTheImageThereAreNoPixels() {
    Shape shape = Kind.ELLIPSE.drawn(List.of(new Point(-9, -9), new Point(-4, -4)), MM);
    List<Finding> findings = Findings.of(shape, MM, Optional.of(new Ramp(10, 10)));
    assertThat(value(findings, Quantity.COUNT)).isEqualTo(0);
    assertThat(value(findings, Quantity.MEAN)).isNaN();
    assertThat(value(findings, Quantity.MINIMUM)).isNaN();
  }

  @Test
  void theDeviationIsExactFarFromNought() {
    Area all = (Area) Kind.RECTANGLE.drawn(List.of(new Point(0, 0), new Point(2, 0.5)), MM);
    PixelValues far =
        new PixelValues() {
          @Override
          public int columns() {
            return 3;
          }

          @Override
          public int rows() {
            return 1;
          }

          @Override
          public double value(int i, int j) {
            return 1e9 + i;
          }

          @Override
          public String unit() {
            return "";
          }
        };
    assertThat(Statistics.of(all, far).deviation()).isEqualTo(1);
  }

  @Test
  void withoutMillimetresLengthsAreInPixelsAndSaySo() {
    Shape shape = new Distance(new Point(0, 0), new Point(3, 4));
    assertThat(Findings.of(shape, Scale.PIXELS, Optional.empty()))
        .containsExactly(new Finding(Quantity.LENGTH, 5, "px"));
    Shape area = Kind.RECTANGLE.drawn(List.of(new Point(0, 0), new Point(3, 4)), Scale.PIXELS);
    assertThat(Findings.of(area, Scale.PIXELS, Optional.empty()))
        .containsExactly(new Finding(Quantity.AREA, 12, "px²"));
  }

  private static double value(List<Finding> findings, Quantity quantity) {
    return findings.stream()
        .filter(f -> f.quantity() == quantity)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-12);
  }
}
