package org.voxdesk.text;

import java.util.Locale;
import java.util.Optional;

/// A language that the program speaks.
public enum Language {
  ENGLISH(Locale.ENGLISH),
  CHINESE(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /// The locale of its texts.
  public Locale locale() {
    return locale;
  }

  /// The language for readers of `wanted`: Chinese for any Chinese locale, else English.
  public static Language of(Locale wanted) {
    return isOf(CHINESE, wanted) ? CHINESE : ENGLISH;
  }

  /// The language in which the system talks to its user.
  public static Language ofSystem() {
    return of(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /// The language of a tag such as `en`, `zh` or `zh-CN`; empty where it is another one.
  public static Optional<Language> named(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    Language language = of(wanted);
    return isOf(language, wanted) ? Optional.of(language) : Optional.empty();
  }

  private static boolean isOf(Language language, Locale wanted) {
    return language.locale.getLanguage().equals(wanted.getLanguage());
  }
}
