package org.voxdesk.measure;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voxdesk.measure.Finding.Quantity;
import org.voxdesk.volume.Lps;

/// Measurements as CSV (RFC 4180), a line each with a line of titles. Numbers are written in full,
/// with a point; the standard deviation is the sample's, over count − 1.
public final class MeasurementsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "series_instance_uid",
              "sop_instance_uid",
              "frame",
              "frame_of_reference_uid",
              "image",
              "kind",
              "text",
              "length",
              "length_unit",
              "short_diameter",
              "angle_degrees",
              "area",
              "area_unit",
              "mean",
              "sample_standard_deviation",
              "minimum",
              "maximum",
              "value_unit",
              "pixels",
              "pixels_without_value",
              "interpolation",
              "slab",
              "slab_mm",
              "points",
              "points_unit")
          .get();

  /// What each pixel is of the values across its layer.
  private static final Map<Quantity, String> SLABS =
      Map.of(
          Quantity.SLAB_MEAN, "mean",
          Quantity.SLAB_MAXIMUM, "maximum",
          Quantity.SLAB_MINIMUM, "minimum");

  private MeasurementsCsv() {}

  /// A measurement and what it comes to.
  ///
  /// @param image which image of the series it is on, from 1, with its frame where it has several;
  ///   empty for a plane
  public record Line(String image, Measurement measurement, List<Finding> findings) {
    public Line {
      findings = List.copyOf(findings);
    }
  }

  /// The whole text.
  public static String of(String seriesUid, List<Line> lines) {
    var csv = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
      for (Line line : lines) {
        printer.printRecord(cells(seriesUid, line));
      }
    } catch (IOException e) {
      throw new IllegalStateException("text in memory can always be written", e);
    }
    return csv.toString();
  }

  private static List<String> cells(String seriesUid, Line line) {
    Measurement m = line.measurement();
    Quantity length =
        m.shape().kind() == Kind.BIDIRECTIONAL ? Quantity.LONG_DIAMETER : Quantity.LENGTH;
    boolean onImage = m.anchor() instanceof Anchor.OnImage;
    return List.of(
        seriesUid,
        m.anchor() instanceof Anchor.OnImage image ? image.sopInstanceUid() : "",
        m.anchor() instanceof Anchor.OnImage image ? Integer.toString(image.frame() + 1) : "",
        m.anchor() instanceof Anchor.InSpace space ? space.frameOfReferenceUid() : "",
        line.image(),
        m.shape().kind().name().toLowerCase(Locale.ROOT),
        m.text(),
        value(line, length),
        unit(line, length),
        value(line, Quantity.SHORT_DIAMETER),
        value(line, Quantity.ANGLE),
        value(line, Quantity.AREA),
        unit(line, Quantity.AREA),
        value(line, Quantity.MEAN),
        value(line, Quantity.DEVIATION),
        value(line, Quantity.MINIMUM),
        value(line, Quantity.MAXIMUM),
        unit(line, Quantity.MEAN),
        value(line, Quantity.COUNT),
        value(line, Quantity.LEFT_OUT),
        interpolation(line),
        slab(line).map(MeasurementsCsv::name).orElse(""),
        slab(line).map(f -> Double.toString(f.value())).orElse(""),
        m.shape().points().stream()
            .map(p -> point(m.anchor(), p))
            .collect(Collectors.joining("; ")),
        onImage ? "column and row from 0" : "LPS mm");
  }

  /// What the values of a plane between voxels are.
  private static String interpolation(Line line) {
    boolean ofPlane = line.measurement().anchor() instanceof Anchor.InSpace;
    if (!ofPlane || find(line, Quantity.MEAN).isEmpty()) {
      return "";
    }
    return find(line, Quantity.NEAREST).isPresent() ? "nearest" : "linear";
  }

  private static Optional<Finding> slab(Line line) {
    return line.findings().stream().filter(f -> SLABS.containsKey(f.quantity())).findFirst();
  }

  private static String name(Finding slab) {
    return SLABS.getOrDefault(slab.quantity(), "");
  }

  private static String point(Anchor anchor, Point p) {
    return switch (anchor) {
      case Anchor.OnImage image -> p.x() + " " + p.y();
      case Anchor.InSpace(String uid, Plane plane) -> {
        Lps at = plane.lps(p);
        yield at.x() + " " + at.y() + " " + at.z();
      }
    };
  }

  private static Optional<Finding> find(Line line, Quantity quantity) {
    return line.findings().stream().filter(f -> f.quantity() == quantity).findFirst();
  }

  private static String value(Line line, Quantity quantity) {
    boolean whole = quantity == Quantity.COUNT || quantity == Quantity.LEFT_OUT;
    return find(line, quantity)
        .map(Finding::value)
        .filter(Double::isFinite)
        .map(v -> whole ? Long.toString(v.longValue()) : Double.toString(v))
        .orElse("");
  }

  private static String unit(Line line, Quantity quantity) {
    return find(line, quantity).map(Finding::unit).orElse("");
  }
}
