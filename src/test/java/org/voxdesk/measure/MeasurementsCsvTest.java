package org.voxdesk.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voxdesk.measure.Finding.Quantity;
import org.voxdesk.volume.Lps;

final class MeasurementsCsvTest {
  @Test
  void aLineTellsWhereAndWhatAndHowMuch() {
    Shape shape = new Distance(new Point(0, 0.5), new Point(6, 4));
    var onImage =
        new Measurement(new UUID(0, 1), new Anchor.OnImage("1.2.3", 0), shape, "left, \"upper\"");
    var plane = new Plane(new Lps(1, 2, 3), new Lps(1, 0, 0), new Lps(0, 0, -1));
    var inSpace = new Measurement(new UUID(0, 2), new Anchor.InSpace("1.9", plane), shape, "");
    List<Finding> findings = Findings.of(shape, Scale.millimetres(0.5, 1), Optional.empty());
    List<String> lines =
        MeasurementsCsv.of(
                "1.2",
                List.of(
                    new MeasurementsCsv.Line("7", onImage, findings),
                    new MeasurementsCsv.Line(
                        "", inSpace, List.of(new Finding(Quantity.LENGTH, Double.NaN, "mm")))))
            .lines()
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .startsWith("1.2,1.2.3,1,,7,distance,\"left, \"\"upper\"\"\",4.6097")
        .contains(",mm,")
        .endsWith(",0.0 0.5; 6.0 4.0,column and row from 0");
    assertThat(lines.get(2))
        .startsWith("1.2,,,1.9,,distance,,,mm,")
        .endsWith("1.0 2.0 2.5; 7.0 2.0 -1.0,LPS mm");
  }

  @Test
  void valuesOfASlabSayWhatTheyAreOf() {
    Shape shape = new Rectangle(new Point(0, 0), new Point(6, 0), new Point(6, 4));
    var plane = new Plane(new Lps(1, 2, 3), new Lps(1, 0, 0), new Lps(0, 0, -1));
    var inSpace = new Measurement(new UUID(0, 2), new Anchor.InSpace("1.9", plane), shape, "");
    String text =
        MeasurementsCsv.of(
            "1.2",
            List.of(
                new MeasurementsCsv.Line(
                    "",
                    inSpace,
                    List.of(
                        new Finding(Quantity.MEAN, -570, "HU"),
                        new Finding(Quantity.COUNT, 12, ""),
                        new Finding(Quantity.SLAB_MAXIMUM, 10, "mm")))));
    List<String> lines = text.lines().toList();
    List<String> titles = List.of(lines.get(0).split(",", -1));
    List<String> cells = List.of(lines.get(1).split(",", -1));
    assertThat(cells.get(titles.indexOf("mean"))).isEqualTo("-570.0");
    assertThat(cells.get(titles.indexOf("slab"))).isEqualTo("maximum");
    assertThat(cells.get(titles.indexOf("slab_mm"))).isEqualTo("10.0");
    assertThat(cells.get(titles.indexOf("interpolation"))).isEqualTo("linear");
  }
}
