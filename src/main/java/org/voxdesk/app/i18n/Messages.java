package org.voxdesk.app.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.voxdesk.text.Language;

/// Every text of the window in one language, by key.
///
/// Texts are [MessageFormat] patterns in UTF-8 property files next to the stylesheet; they use the
/// typographic apostrophe, because the plain one is a quote in such patterns.
public final class Messages {
  private static final String FOLDER = "/org/voxdesk/app/";

  private final Locale locale;
  private final Properties texts;

  private Messages(Locale locale, Properties texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /// The languages there are texts for.
  public static List<Locale> languages() {
    return Stream.of(Language.values()).map(Language::locale).toList();
  }

  /// The texts for `wanted`: Simplified Chinese for any Chinese locale, else English.
  public static Messages of(Locale wanted) {
    return in(Language.of(wanted));
  }

  private static Messages in(Language language) {
    return new Messages(
        language.locale(),
        load(
            switch (language) {
              case ENGLISH -> "messages.properties";
              case CHINESE -> "messages_zh_CN.properties";
            }));
  }

  /// The texts for a language tag such as `zh` or `en-GB`, or for the system's locale without one.
  public static Messages of(Optional<String> languageTag) {
    return in(
        languageTag.map(Locale::forLanguageTag).map(Language::of).orElseGet(Language::ofSystem));
  }

  /// The language of the texts.
  public Locale locale() {
    return locale;
  }

  /// The text of `key` with `arguments` in its placeholders.
  ///
  /// @throws IllegalArgumentException if there is no such key
  public String text(String key, Object... arguments) {
    String pattern = texts.getProperty(key, "");
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("No text for " + key);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  private static Properties load(String file) {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + file);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
