package org.voxdesk.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.measure.Finding;
import org.voxdesk.measure.Kind;

/// Says what measurements come to.
final class MeasureText {
  private final Services services;

  MeasureText(Services services) {
    this.services = services;
  }

  /// What a kind is called.
  String name(Kind kind) {
    return switch (kind) {
      case DISTANCE -> services.text("measure.distance");
      case ANGLE -> services.text("measure.angle");
      case BIDIRECTIONAL -> services.text("measure.bidirectional");
      case ELLIPSE -> services.text("measure.ellipse");
      case RECTANGLE -> services.text("measure.rectangle");
      case POLYGON -> services.text("measure.polygon");
      case ARROW -> services.text("measure.arrow");
      case KEY_IMAGE -> services.text("measure.keyImage");
    };
  }

  /// The lines beside a shape.
  List<String> lines(String text, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    if (!text.isEmpty()) {
      lines.add(text);
    }
    findings.forEach(finding -> lines.add(line(finding)));
    return lines;
  }

  /// All of it in few lines, for the list: the first number, then two a line.
  String summary(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < findings.size(); n++) {
      boolean pair = n % 2 == 0 || findings.size() == 2;
      text.append(n == 0 ? "" : pair ? "  ·  " : "\n").append(line(findings.get(n)));
    }
    return text.toString();
  }

  private String line(Finding finding) {
    String number = number(finding);
    return switch (finding.quantity()) {
      case LENGTH, ANGLE -> number;
      case LONG_DIAMETER -> services.text("measure.long", number);
      case SHORT_DIAMETER -> services.text("measure.short", number);
      case AREA ->
          Double.isNaN(finding.value())
              ? services.text("measure.area.none")
              : services.text("measure.area", number);
      case MEAN -> services.text("measure.mean", number);
      case DEVIATION -> services.text("measure.deviation", number);
      case MINIMUM -> services.text("measure.minimum", number);
      case MAXIMUM -> services.text("measure.maximum", number);
      case COUNT -> services.text("measure.count", number);
      case LEFT_OUT -> services.text("measure.leftOut", number);
      case NEAREST -> services.text("measure.nearest");
      case SLAB_MEAN -> services.text("measure.slab.mean", number);
      case SLAB_MAXIMUM -> services.text("measure.slab.maximum", number);
      case SLAB_MINIMUM -> services.text("measure.slab.minimum", number);
    };
  }

  private static String number(Finding finding) {
    double value = finding.value();
    if (!Double.isFinite(value)) {
      return "–";
    }
    String number =
        switch (finding.quantity()) {
          case COUNT, LEFT_OUT, NEAREST -> Long.toString((long) value);
          case LENGTH, LONG_DIAMETER, SHORT_DIAMETER, ANGLE, AREA ->
              String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
          case MEAN, DEVIATION -> mean(value);
          case MINIMUM, MAXIMUM -> NamedWindow.number(value);
          case SLAB_MEAN, SLAB_MAXIMUM, SLAB_MINIMUM -> ReadableText.millimetres(value);
        };
    String unit = finding.unit();
    return unit.isEmpty() ? number : unit.equals("°") ? number + unit : number + " " + unit;
  }

  /// With the same places whatever they are, so that numbers beside each other look alike; small
  /// ones with as many as say something.
  private static String mean(double value) {
    double size = Math.abs(value);
    return size > 0 && size < 0.1
        ? NamedWindow.number(value)
        : String.format(Locale.ROOT, size < 10 ? "%.2f" : "%.1f", value).replace('-', '−');
  }
}
