package org.voxdesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lays the comparisons out as one table of plain text, a line each.
final class Table {
  private static final List<String> HEAD =
      List.of("what", "ms", "±", "Mpx/s", "compared with", "ms", "ratio", "asked", "held");
  private static final List<Boolean> TEXT =
      List.of(true, false, false, false, true, false, false, true, true);

  private final Map<String, Measured> measured;

  /// @param measured results by their names
  Table(Map<String, Measured> measured) {
    this.measured = measured;
  }

  String format(List<Comparison> comparisons) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Comparison comparison : comparisons) {
      rows.add(row(comparison));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row, rows)).append('\n');
    }
    return text.toString();
  }

  private List<String> row(Comparison comparison) {
    Optional<Measured> subject = find(comparison.subject());
    Optional<Measured> baseline =
        comparison.limit().flatMap(Comparison.Limit::baseline).flatMap(this::find);
    String ratio =
        subject.flatMap(s -> baseline.map(b -> number("%.2f", s.millis() / b.millis()))).orElse("");
    return List.of(
        comparison.title(),
        subject.map(s -> number("%.2f", s.millis())).orElse("not run"),
        subject
            .filter(s -> !Double.isNaN(s.error()))
            .map(s -> number("%.2f", s.error()))
            .orElse(""),
        subject
            .filter(s -> comparison.pixels() > 0)
            .map(s -> number("%.0f", comparison.rate(s)))
            .orElse(""),
        comparison.limit().flatMap(Comparison.Limit::baseline).orElse(""),
        baseline.map(b -> number("%.2f", b.millis())).orElse(""),
        ratio,
        comparison.limit().map(limit -> asked(comparison, limit)).orElse(""),
        comparison.limit().flatMap(limit -> held(subject, baseline, limit)).orElse(""));
  }

  private Optional<Measured> find(String name) {
    return Optional.ofNullable(measured.get(name));
  }

  private static String asked(Comparison comparison, Comparison.Limit limit) {
    if (comparison.pixels() > 0) {
      return number("%.0f Mpx/s", comparison.pixels() / (limit.plusMillis() * 1000));
    }
    if (limit.baseline().isEmpty() || limit.factor() == 0) {
      return number("%.0f ms", limit.plusMillis());
    }
    String factor = number("%.1f x", limit.factor());
    return limit.plusMillis() == 0 ? factor : factor + number(" + %.0f ms", limit.plusMillis());
  }

  private static Optional<String> held(
      Optional<Measured> subject, Optional<Measured> baseline, Comparison.Limit limit) {
    if (subject.isEmpty() || (limit.baseline().isPresent() && baseline.isEmpty())) {
      return Optional.empty();
    }
    double most = baseline.map(b -> b.millis() * limit.factor()).orElse(0.0) + limit.plusMillis();
    return Optional.of(subject.get().millis() <= most ? "yes" : "NO");
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
      String padding = " ".repeat(width - row.get(column).length());
      line.append(column == 0 ? "" : "  ")
          .append(TEXT.get(column) ? row.get(column) + padding : padding + row.get(column));
    }
    return line.toString().stripTrailing();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
