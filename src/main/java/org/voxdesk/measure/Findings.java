package org.voxdesk.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.measure.Finding.Quantity;

/// The numbers that shapes come to.
public final class Findings {
  private Findings() {}

  /// What `shape`, in column and row indices of a picture, comes to. Lengths and areas follow from
  /// the points alone; an area's other numbers are those of the pixels whose centres are in it.
  ///
  /// @param values the picture's values; empty where they are colours
  public static List<Finding> of(Shape shape, Scale scale, Optional<PixelValues> values) {
    String unit = scale.unit();
    return switch (shape) {
      case Distance d -> List.of(new Finding(Quantity.LENGTH, d.length(scale), unit));
      case Angle a -> List.of(new Finding(Quantity.ANGLE, a.degrees(scale), "°"));
      case Bidirectional b ->
          List.of(
              new Finding(Quantity.LONG_DIAMETER, b.longer(scale), unit),
              new Finding(Quantity.SHORT_DIAMETER, b.shorter(scale), unit));
      case Arrow a -> List.of();
      case KeyImage k -> List.of();
      case Area a -> of(a, scale, values);
    };
  }

  private static List<Finding> of(Area area, Scale scale, Optional<PixelValues> values) {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(Quantity.AREA, area.area(scale), scale.unit() + "²"));
    values.ifPresent(
        pixels -> {
          Statistics s = Statistics.of(area, pixels);
          String unit = pixels.unit();
          findings.add(new Finding(Quantity.MEAN, s.mean(), unit));
          findings.add(new Finding(Quantity.DEVIATION, s.deviation(), unit));
          findings.add(new Finding(Quantity.MINIMUM, s.minimum(), unit));
          findings.add(new Finding(Quantity.MAXIMUM, s.maximum(), unit));
          findings.add(new Finding(Quantity.COUNT, s.count(), ""));
          if (s.leftOut() > 0) {
            findings.add(new Finding(Quantity.LEFT_OUT, s.leftOut(), ""));
          }
        });
    return List.copyOf(findings);
  }
}
