package org.voxdesk.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.voxdesk.dataset.Shard;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.export.Mosaic;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.GreyWindow;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Runs one command line. Exit codes: 0 done, 1 nothing done or failed, 2 wrong usage.
public final class Main {
  static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Set<String> HELP = Set.of("-h", "--help");
  private static final Set<String> WINDOW = Set.of("--sample", "--lang");

  private Main() {}

  /// Runs the command that `arguments` name, on the standard streams.
  ///
  /// @param desktop the window, for the commands that need it
  /// @return the exit code
  public static int run(String[] arguments, Desktop desktop) {
    return run(
        arguments,
        desktop,
        new Output(Terminal.safe(System.out), Terminal.safe(System.err), Language.ofSystem()));
  }

  /// @param usual where to, and in which language unless `arguments` ask for another
  static int run(String[] arguments, Desktop desktop, Output usual) {
    Output output = VoxdeskCommand.language(List.of(arguments)).map(usual::in).orElse(usual);
    LostLetters letters = LostLetters.here();
    Optional<String> lost = letters.in(arguments);
    if (lost.isPresent()) {
      output.warn(Sentence.of("cli.letters.lost", lost.get(), letters.encoding()));
      return WRONG_USAGE;
    }
    if (isWindowWanted(desktop, arguments)) {
      Optional<VoxdeskCommand> plain = VoxdeskCommand.plain(desktop, List.of(arguments));
      if (plain.isPresent()) {
        return open(plain.get(), output);
      }
    }
    return commandLine(desktop, output, arguments).execute(arguments);
  }

  private static int open(VoxdeskCommand window, Output output) {
    try {
      return window.call();
    } catch (ExplainedException e) {
      output.warn(e);
      return FAILED;
    }
  }

  /// Whether `arguments` mean the window, as far as can be told without reading how they are used,
  /// which takes as long as much else that is done before the window is there.
  public static boolean isWindowWanted(Desktop desktop, String... arguments) {
    Set<String> commands = commands(desktop).keySet();
    return Arrays.stream(arguments)
        .noneMatch(
            word ->
                commands.contains(word)
                    || (word.startsWith("-") && WINDOW.stream().noneMatch(word::startsWith)));
  }

  /// The command line with those commands that `arguments` name, or with all where help is asked:
  /// reading how all of them are used takes longer than many of them take to do their work, and
  /// most often it is the window that is wanted.
  static CommandLine commandLine(Desktop desktop, Output output, String... arguments) {
    List<String> words = List.of(arguments);
    Map<String, Function<Output, Object>> commands = commands(desktop);
    boolean isNamed = words.stream().anyMatch(commands::containsKey);
    boolean isForHelp = !isNamed && words.stream().anyMatch(HELP::contains);
    CommandLine line = new CommandLine(new VoxdeskCommand(desktop));
    commands.forEach(
        (name, command) -> {
          if (isForHelp || words.contains(name)) {
            line.addSubcommand(name, command.apply(output));
          }
        });
    line.setOut(output.out()).setErr(output.errors());
    line.setResourceBundle(help(output.language()));
    line.registerConverter(Language.class, new VoxdeskCommand.LanguageConverter());
    line.registerConverter(CubeCommand.Triple.class, new CubeCommand.Triple.Converter());
    line.registerConverter(GreyWindow.class, new ExportOptions.WindowConverter());
    line.registerConverter(Mosaic.class, new ExportOptions.MosaicConverter());
    line.registerConverter(Shard.class, new CubesCommand.ShardConverter());
    line.registerConverter(TagPath.class, new TagPathConverter());
    line.registerConverter(ItemPath.class, new ItemPath.Converter());
    line.registerConverter(TagValue.class, new TagValue.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((exception, typed) -> wrongUsage(exception, output));
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          output.warn(exception);
          return FAILED;
        });
    return line;
  }

  private static ResourceBundle help(Language language) {
    return ResourceBundle.getBundle(
        "org.voxdesk.cli.help",
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The commands by their names, in the order in which the help lists them.
  static Map<String, Function<Output, Object>> commands(Desktop desktop) {
    Map<String, Function<Output, Object>> commands = new LinkedHashMap<>();
    commands.put("demo", output -> new DemoCommand(desktop, output));
    commands.put("sample", SampleCommand::new);
    commands.put("info", InfoCommand::new);
    commands.put("tags", TagsCommand::new);
    commands.put("get", GetCommand::new);
    commands.put("edit", EditCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("roundtrip", RoundTripCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("pixels", PixelsCommand::new);
    commands.put("threshold", ThresholdCommand::new);
    commands.put("slices", SlicesCommand::new);
    commands.put("cube", CubeCommand::new);
    commands.put("cubes", CubesCommand::new);
    commands.put("stack", StackCommand::new);
    commands.put("annotations", AnnotationsCommand::new);
    return commands;
  }

  private static int wrongUsage(ParameterException exception, Output output) {
    CommandSpec command = exception.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    output.errors().println(name + ": " + output.words(WrongUsage.of(exception)));
    output.errors().println(output.words(Sentence.of("cli.try", name)));
    return command.exitCodeOnInvalidInput();
  }
}
