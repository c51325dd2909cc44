package org.voxdesk.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `voxdesk [PATH…]`: the window.
@Command(name = "voxdesk", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class VoxdeskCommand implements Callable<Integer> {
  private static final String SAMPLE = "--sample";
  private static final String LANGUAGE = "--lang";

  private final Desktop desktop;

  @Parameters(paramLabel = "PATH", arity = "0..*")
  private List<Path> paths = List.of();

  @Option(names = SAMPLE)
  private boolean sample;

  @Option(names = LANGUAGE, paramLabel = "TAG", scope = ScopeType.INHERIT)
  private @Nullable Language language;

  /// Reads `en` or `zh-CN`.
  static final class LanguageConverter implements ITypeConverter<Language> {
    @Override
    public Language convert(String text) {
      return Language.named(text)
          .orElseThrow(() -> new ValueException(Sentence.of("cli.value.language", text)));
    }
  }

  VoxdeskCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  /// The command for a command line of nothing but paths and `--sample`, as starting the program
  /// from a menu or by a file gives. Reading it needs nothing of what reads the others, which takes
  /// a tenth of the time until the window is there.
  static Optional<VoxdeskCommand> plain(Desktop desktop, List<String> arguments) {
    VoxdeskCommand command = new VoxdeskCommand(desktop);
    command.sample = arguments.contains(SAMPLE);
    List<String> words = arguments.stream().filter(word -> !word.equals(SAMPLE)).toList();
    if (words.stream().anyMatch(VoxdeskCommand::isSpecial)) {
      return Optional.empty();
    }
    try {
      command.paths = words.stream().map(Path::of).toList();
      return Optional.of(command);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// The language that `arguments` ask for; empty where they ask for none, or for one that there is
  /// not. Told before they are read, because what is said of them is said in it.
  static Optional<Language> language(List<String> arguments) {
    String tag = "";
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String word = arguments.get(i);
      if (word.startsWith(LANGUAGE + "=")) {
        tag = word.substring(LANGUAGE.length() + 1);
      } else if (word.equals(LANGUAGE) && i + 1 < arguments.size()) {
        tag = arguments.get(i + 1);
      }
    }
    return Language.named(tag);
  }

  private static boolean isSpecial(String word) {
    return word.isEmpty() || word.startsWith("-") || word.startsWith("@");
  }

  @Override
  public Integer call() throws ExplainedException {
    // One that is missing among others is listed in the window, and the others open.
    if (!paths.isEmpty() && paths.stream().noneMatch(Files::exists)) {
      throw new ExplainedException(Sentence.of("file.missing", paths.getFirst()));
    }
    return desktop.open(paths, sample, Optional.ofNullable(language));
  }
}
