package org.voxdesk.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.text.Font;

/// Which of the installed fonts to write a language in.
final class Fonts {
  /// Fonts with simplified Chinese shapes, best first; the system's fallback may pick Japanese
  /// ones.
  private static final List<String> SIMPLIFIED_CHINESE =
      List.of(
          "Microsoft YaHei UI",
          "PingFang SC",
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei");

  private Fonts() {}

  /// A family to name in the stylesheet; none where the system's own font does.
  static Optional<String> family(Locale locale) {
    if (!locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
      return Optional.empty();
    }
    List<String> installed = Font.getFamilies();
    return SIMPLIFIED_CHINESE.stream().filter(installed::contains).findFirst();
  }
}
