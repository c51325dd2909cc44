package org.voxdesk.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk [PATH…]`: the window.
@Command(
    name = "voxdesk",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Opens the window on files and folders, or does one job without it.",
    footer = "Not a medical device.")
final class VoxdeskCommand implements Callable<Integer> {
  private static final String SAMPLE = "--sample";

  private final Desktop desktop;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders to open.")
  private List<Path> paths = List.of();

  @Option(names = SAMPLE, description = "Open the embedded sample study.")
  private boolean sample;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of the window: en or zh-CN.")
  private @Nullable String language;

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
