package org.voxdesk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(\\.[a-z0-9]+)+)\"");

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameArguments() throws IOException {
    Properties english = load("sentences.properties");
    Properties chinese = load("sentences_zh_CN.properties");
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    for (Object key : english.keySet()) {
      assertThat(arguments(chinese, key)).as(key.toString()).isEqualTo(arguments(english, key));
    }
  }

  @Test
  void everySentenceIsSaidSomewhere() throws IOException {
    var said = new TreeSet<String>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(source));
        while (matcher.find()) {
          said.add(matcher.group(1));
        }
      }
    }
    assertThat(said).containsAll(load("sentences.properties").stringPropertyNames());
  }

  @Test
  void numbersAreNotGrouped() {
    Sentence sentence = Sentence.of("problem.trailing.bytes", 1234567);
    assertThat(sentence).hasToString("1234567 bytes after the last element are no element");
  }

  @Test
  void numbersChooseBetweenWordsInEnglish() {
    assertThat(Sentence.of("cli.written.files", 1, "x")).hasToString("1 file written to x");
    assertThat(Sentence.of("cli.written.files", 0, "x")).hasToString("0 files written to x");
    Sentence many = Sentence.of("cli.written.files", 12345L, "x");
    assertThat(many).hasToString("12345 files written to x");
    assertThat(many.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("已将 12345 个文件写入 x");
  }

  @Test
  void aSentenceInsideASentenceSpeaksTheSameLanguage() {
    Sentence sentence = Sentence.of("volume.slice", Path.of("a.dcm"), Sentence.of("pixel.no.data"));
    assertThat(sentence.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("a.dcm：没有像素数据");
    assertThat(sentence.in(Locale.FRANCE)).isEqualTo("a.dcm: there is no pixel data");
  }

  private static Set<String> arguments(Properties sentences, Object key) {
    var found = new TreeSet<String>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(sentences.getProperty(key.toString()));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Properties load(String name) throws IOException {
    var properties = new Properties();
    try (var in = Objects.requireNonNull(Sentence.class.getResourceAsStream(name))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
