package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voxdesk.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The help of every command, in both languages.
class HelpTextsTest {
  static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /// Three words in a row, none of them in capitals as values are.
  static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}");

  @Test
  void bothLanguagesHaveTheSameKeys() throws Exception {
    assertThat(load("help_zh_CN.properties").keySet()).isEqualTo(load("help.properties").keySet());
  }

  @Test
  void everyTextIsOfACommandOrOption() throws Exception {
    Set<String> keys = load("help.properties").stringPropertyNames();
    var used = new TreeSet<String>(List.of("usage.synopsisHeading", "usage.commandListHeading"));
    commands(Language.ENGLISH)
        .forEach(
            (name, spec) -> {
              used.addAll(found(keys, name + ".usage.description"));
              used.addAll(found(keys, name + ".usage.footer"));
              for (ArgSpec argument : arguments(spec)) {
                List<String> own = found(keys, name + "." + key(argument));
                List<String> texts = own.isEmpty() ? found(keys, key(argument)) : own;
                assertThat(texts).as(name + " " + key(argument)).isNotEmpty();
                used.addAll(texts);
              }
            });
    assertThat(used).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void everyTextIsInTheLanguageAskedFor() {
    commands(Language.CHINESE).forEach((name, spec) -> texts(name, spec).forEach(this::chinese));
    commands(Language.ENGLISH)
        .forEach(
            (name, spec) ->
                texts(name, spec)
                    .forEach((of, text) -> assertThat(text).as(of).doesNotContainPattern(HAN)));
  }

  @Test
  void chineseHelpIsChineseThroughout() {
    commands(Language.CHINESE)
        .forEach(
            (name, spec) -> {
              String help = help(spec);
              assertThat(help).startsWith("用法：").contains("显示版本信息").contains("--lang=TAG");
              assertThat(help).as(name).doesNotContainPattern(ENGLISH);
              assertThat(help).doesNotContain("Usage", "Commands", "Show", "Print", "default");
            });
  }

  @Test
  void englishHelpHasItsWords() {
    Map<String, CommandSpec> commands = commands(Language.ENGLISH);
    assertThat(help(commands.get("voxdesk")))
        .startsWith("Usage: voxdesk [-hV] [--sample] [--lang=TAG] [PATH...] [COMMAND]\nOpens the")
        .contains("\nCommands:\n", "Show this help message and exit.", "Not a medical device.");
    assertThat(help(commands.get("voxdesk.cube")))
        .contains("Millimetres from voxel to voxel; default: 1.0.", "--out=DIR", "Where to write.");
  }

  private void chinese(String of, String text) {
    assertThat(text).as(of).containsPattern(HAN).doesNotContainPattern(ENGLISH);
  }

  private static Map<String, CommandSpec> commands(Language language) {
    var nowhere = new PrintWriter(new StringWriter());
    CommandLine line =
        Main.commandLine(
            CommandLineCase.noDesktop(), new Output(nowhere, nowhere, language), "--help");
    var commands = new LinkedHashMap<String, CommandSpec>();
    commands.put("voxdesk", line.getCommandSpec());
    line.getSubcommands()
        .forEach((name, command) -> commands.put("voxdesk." + name, command.getCommandSpec()));
    return commands;
  }

  private static String help(CommandSpec spec) {
    var text = new StringWriter();
    spec.commandLine().usage(new PrintWriter(text, true));
    return text.toString().replace("\r\n", "\n");
  }

  /// What the help says, by what it says it of.
  private static Map<String, String> texts(String name, CommandSpec spec) {
    var texts = new LinkedHashMap<String, String>();
    texts.put(name, String.join(" ", spec.usageMessage().description()));
    if (spec.usageMessage().footer().length > 0) {
      texts.put(name + " footer", String.join(" ", spec.usageMessage().footer()));
    }
    for (ArgSpec argument : arguments(spec)) {
      texts.put(name + " " + key(argument), String.join(" ", argument.description()));
    }
    return texts;
  }

  private static List<ArgSpec> arguments(CommandSpec spec) {
    var all = new ArrayList<ArgSpec>(spec.options());
    all.addAll(spec.positionalParameters());
    return all;
  }

  private static String key(ArgSpec argument) {
    if (argument instanceof PositionalParamSpec parameter) {
      return parameter.paramLabel() + "[" + parameter.index() + "]";
    }
    String name = ((OptionSpec) argument).longestName().substring(2);
    return Set.of("help", "version").contains(name) ? "mixinStandardHelpOptions." + name : name;
  }

  /// The keys of one text, which may be in several paragraphs.
  private static List<String> found(Set<String> keys, String key) {
    return keys.stream().filter(k -> k.replaceFirst("\\.\\d$", "").equals(key)).toList();
  }

  private static Properties load(String name) throws Exception {
    var properties = new Properties();
    try (var in = Objects.requireNonNull(Main.class.getResourceAsStream(name))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
