package org.voxdesk.app.slice;

import java.util.Locale;
import java.util.Optional;
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
  }

  /// A preset.
  public static NamedWindow of(WindowPreset preset) {
    return new NamedWindow(new Source.OfPreset(preset), "", preset.window());
  }

  /// A window that the file proposes.
  public static NamedWindow ofFile(String explanation, Window window) {
    return new NamedWindow(new Source.OfFile(), explanation, window);
  }

  /// The key of its name in the messages; empty where the file's own explanation is the name.
  public Optional<String> nameKey() {
    return switch (source) {
      case Source.OfFile file ->
          explanation.isEmpty() ? Optional.of("window.file") : Optional.empty();
      case Source.OfPreset(WindowPreset preset) -> Optional.of(key(preset));
    };
  }

  /// Width and level, as people say them.
  public static String numbers(Window window) {
    return number(window.width()) + " / " + number(window.center());
  }

  /// A whole number where nothing is lost, with a real minus sign.
  public static String number(double value) {
    double rounded = Math.rint(value * 10) / 10;
    String text =
        rounded == Math.rint(rounded)
            ? String.format(Locale.ROOT, "%.0f", rounded)
            : String.format(Locale.ROOT, "%.1f", rounded);
    return text.equals("-0") ? "0" : text.replace('-', '−');
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
