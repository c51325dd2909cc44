package org.voxdesk.app.slice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.voxdesk.pixel.VoiLut;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;

/// A window that a person can pick.
///
/// @param source where it comes from
/// @param explanation what the file says it is for; empty for presets
public record NamedWindow(Source source, String explanation, Window window) {
  /// Where a window comes from.
  public sealed interface Source {
    /// The file proposes it.
    record OfFile() implements Source {}

    /// Everybody's usual choice for a part of the body.
    record OfPreset(WindowPreset preset) implements Source {}

    /// The user's own choice.
    record OfUser() implements Source {}

    /// All but the smallest and the largest values of the slice.
    record OfPercentiles() implements Source {}
  }

  /// A preset.
  public static NamedWindow of(WindowPreset preset) {
    return new NamedWindow(new Source.OfPreset(preset), "", preset.window());
  }

  /// A window that the file proposes.
  public static NamedWindow ofFile(String explanation, Window window) {
    return new NamedWindow(new Source.OfFile(), explanation, window);
  }

  /// A window that the user has named.
  public static NamedWindow ofUser(String name, Window window) {
    return new NamedWindow(new Source.OfUser(), name, window);
  }

  /// The window over most of a slice's values.
  public static NamedWindow ofPercentiles(Window window) {
    return new NamedWindow(new Source.OfPercentiles(), "", window);
  }

  /// A table of the file.
  public static NamedWindow of(VoiLut lut) {
    return new NamedWindow(new Source.OfFile(), lut.explanation(), Window.of(lut));
  }

  /// The key of its name in the messages; empty where the file's own explanation is the name.
  public Optional<String> nameKey() {
    return switch (source) {
      case Source.OfFile file ->
          explanation.isEmpty()
              ? Optional.of(window.lut().isPresent() ? "window.lut" : "window.file")
              : Optional.empty();
      case Source.OfPreset(WindowPreset preset) -> Optional.of(key(preset));
      case Source.OfUser user -> Optional.empty();
      case Source.OfPercentiles percentiles -> Optional.of("window.percentiles");
    };
  }

  /// Width and level, as people say them; nothing of a table.
  public static String numbers(Window window) {
    if (window.lut().isPresent()) {
      return "";
    }
    return number(window.width()) + " / " + number(window.center());
  }

  /// A number as short as can be read: whole, else with one decimal place, or as many as a small
  /// number needs for three digits that say something; with a real minus sign.
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value).replace('-', '−');
    }
    double tenths = Math.rint(value * 10) / 10;
    BigDecimal exact =
        Math.abs(value) >= 10 || tenths == value
            ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP)
            : BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_UP));
    BigDecimal shortest = exact.stripTrailingZeros();
    boolean tiny = shortest.signum() != 0 && Math.abs(value) < 1e-5;
    return (tiny ? shortest.toString() : shortest.toPlainString()).replace('-', '−');
  }

  private static String key(WindowPreset preset) {
    return switch (preset) {
      case LUNG -> "window.lung";
      case MEDIASTINUM -> "window.mediastinum";
      case ABDOMEN -> "window.abdomen";
      case LIVER -> "window.liver";
      case BRAIN -> "window.brain";
      case BONE -> "window.bone";
      case NODULE -> "window.nodule";
    };
  }
}
