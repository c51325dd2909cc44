package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, as a sentence of ours: picocli has its own in English only.
final class WrongUsage {
  /// What picocli tells by nothing but its words, and the sentence about what the groups hold.
  private record Form(Pattern words, String key) {
    static Form of(String words, String key) {
      return new Form(Pattern.compile(words, Pattern.DOTALL), key);
    }

    Optional<Sentence> sentence(String said) {
      Matcher matcher = words.matcher(said);
      return matcher.matches() ? Optional.of(new Sentence(key, groups(matcher))) : Optional.empty();
    }

    private static List<Object> groups(Matcher matcher) {
      return IntStream.rangeClosed(1, matcher.groupCount())
          .<Object>mapToObj(matcher::group)
          .toList();
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of(
              "Missing required parameter for option '(.*)' \\((.*)\\)", "cli.usage.missing.value"),
          Form.of("Missing required option: (.*)", "cli.usage.missing.option"),
          Form.of("Missing required options: (.*)", "cli.usage.missing.options"),
          Form.of("Missing required parameter: (.*)", "cli.usage.missing.parameter"),
          Form.of("Missing required parameters: (.*)", "cli.usage.missing.parameters"),
          Form.of("Missing required options and parameters: (.*)", "cli.usage.missing.both"),
          Form.of(
              "Error: Missing required argument \\(specify one of these\\): (.*)",
              "cli.usage.missing.one"),
          Form.of(
              "Expected parameter (?:.* )?for option '(.*)' but found '(.*)'",
              "cli.usage.expected.value"),
          Form.of(
              "Unknown option: '(.*)'; Expected parameter (?:.* )?for option '(.*)' but found .*",
              "cli.usage.unknown.value"),
          Form.of("Unmatched argument at index (.*?): (.*)", "cli.usage.unmatched"),
          Form.of("Unmatched arguments from index (.*?): (.*)", "cli.usage.unmatched.several"),
          Form.of("Error: (.*) are mutually exclusive .*", "cli.usage.exclusive"),
          Form.of("option '([^']*)'.* should be specified only once", "cli.usage.twice"),
          Form.of(
              "option '([^']*)'.* should be specified without '(.*)' parameter",
              "cli.usage.without"));

  private WrongUsage() {}

  static Sentence of(ParameterException exception) {
    if (exception instanceof UsageException own) {
      return own.sentence();
    }
    if (exception instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      return unknown(unmatched.getUnmatched());
    }
    if (exception.getArgSpec() != null && exception.getValue() != null) {
      return value(exception.getArgSpec(), exception.getValue(), exception.getCause());
    }
    String said = exception.getMessage().lines().findFirst().orElse("");
    return FORMS.stream()
        .flatMap(form -> form.sentence(said).stream())
        .findFirst()
        .orElseGet(() -> Sentence.of("cli.usage.other", said));
  }

  private static Sentence unknown(List<String> words) {
    String quoted = words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(", "));
    return Sentence.of("cli.usage.unknown", words.size(), quoted);
  }

  private static Sentence value(ArgSpec argument, String value, Throwable cause) {
    Sentence reason =
        cause instanceof ValueException own ? own.sentence() : unreadable(argument, value);
    return argument instanceof PositionalParamSpec parameter
        ? Sentence.of("cli.usage.parameter", parameter.index(), parameter.paramLabel(), reason)
        : option((OptionSpec) argument, reason);
  }

  private static Sentence option(OptionSpec option, Sentence reason) {
    return option.arity().max() > 0
        ? Sentence.of("cli.usage.option", option.longestName(), option.paramLabel(), reason)
        : Sentence.of("cli.usage.flag", option.longestName(), reason);
  }

  private static Sentence unreadable(ArgSpec argument, String value) {
    Class<?> type =
        Arrays.stream(argument.auxiliaryTypes())
            .filter(t -> t != Optional.class)
            .findFirst()
            .orElse(String.class);
    if (type.isEnum()) {
      return Sentence.of("cli.value.word", value, words(type));
    }
    if (type == Path.class) {
      return Sentence.of("cli.value.path", value);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Sentence.of("cli.value.truth", value);
    }
    return type == int.class || type == Integer.class
        ? Sentence.of("cli.value.whole", value)
        : Sentence.of("cli.value.number", value);
  }

  /// The values of an option as the help has them, not as the program calls them.
  private static String words(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(Object::toString)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
