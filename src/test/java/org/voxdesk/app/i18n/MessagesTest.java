package org.voxdesk.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9]+)+)\"");
  private static final Pattern TEXT_CALL = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"");

  private final Properties english = load("messages.properties");
  private final Properties chinese = load("messages_zh_CN.properties");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(chinese.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @Test
  void everyTextIsAPatternWithoutPlainApostrophes() {
    for (Properties language : Set.of(english, chinese)) {
      for (String key : language.stringPropertyNames()) {
        String text = language.getProperty(key);
        assertThat(text).as(key).isNotBlank().doesNotContain("'");
        assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).as(key).isNotEmpty();
      }
    }
  }

  @Test
  void everyKeyInTheCodeExistsAndEveryKeyThatExistsIsInTheCode() throws IOException {
    Set<String> asked = new TreeSet<>();
    Set<String> mentioned = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/voxdesk/app"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        TEXT_CALL.matcher(code).results().forEach(found -> asked.add(found.group(1)));
        KEY.matcher(code).results().forEach(found -> mentioned.add(found.group(1)));
      }
    }
    assertThat(english.stringPropertyNames()).containsAll(asked);
    assertThat(mentioned).containsAll(english.stringPropertyNames());
  }

  @Test
  void anyChineseLocaleGetsSimplifiedChineseAndAnyOtherEnglish() {
    assertThat(Messages.of(Optional.of("zh")).text("menu.file")).isEqualTo("文件(_F)");
    assertThat(Messages.of(Optional.of("zh-TW")).text("menu.file")).isEqualTo("文件(_F)");
    assertThat(Messages.of(Optional.of("fr")).text("menu.file")).isEqualTo("_File");
  }

  @Test
  void anUnknownKeyIsABug() {
    assertThatThrownBy(() -> Messages.of(Locale.ENGLISH).text("no.such"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties load(String name) {
    Properties texts = new Properties();
    try (var in = Messages.class.getResourceAsStream("/org/voxdesk/app/" + name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }
}
