package org.voxdesk.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.dataset.Shard;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.export.Mosaic;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.GreyWindow;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs one command line. Exit codes: 0 done, 1 nothing done or failed, 2 wrong usage.
public final class Main {
  static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Set<String> HELP = Set.of("-h", "--help");
  private static final Set<String> WINDOW = Set.of("--sample", "--lang");

  private static final Pattern LISTED =
      Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'");

  private Main() {}

  /// Runs the command that `arguments` name, on the standard streams.
  ///
  /// @param desktop the window, for the commands that need it
  /// @return the exit code
  public static int run(String[] arguments, Desktop desktop) {
    return run(arguments, desktop, Terminal.safe(System.out), Terminal.safe(System.err));
  }

  static int run(String[] arguments, Desktop desktop, PrintWriter out, PrintWriter errors) {
    LostLetters letters = LostLetters.here();
    Optional<String> lost = letters.in(arguments);
    if (lost.isPresent()) {
      errors.println("voxdesk: " + Sentence.of("cli.letters.lost", lost.get(), letters.encoding()));
      return WRONG_USAGE;
    }
    if (isWindowWanted(desktop, arguments)) {
      Optional<VoxdeskCommand> plain = VoxdeskCommand.plain(desktop, List.of(arguments));
      if (plain.isPresent()) {
        return open(plain.get(), errors);
      }
    }
    return commandLine(desktop, arguments).setOut(out).setErr(errors).execute(arguments);
  }

  private static int open(VoxdeskCommand window, PrintWriter errors) {
    try {
      return window.call();
    } catch (ExplainedException e) {
      tell(errors, e);
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
  static CommandLine commandLine(Desktop desktop, String... arguments) {
    List<String> words = List.of(arguments);
    Map<String, Supplier<Object>> commands = commands(desktop);
    boolean isNamed = words.stream().anyMatch(commands::containsKey);
    boolean isForHelp = !isNamed && words.stream().anyMatch(HELP::contains);
    CommandLine line = new CommandLine(new VoxdeskCommand(desktop));
    commands.forEach(
        (name, command) -> {
          if (isForHelp || words.contains(name)) {
            line.addSubcommand(name, command.get());
          }
        });
    line.registerConverter(CubeCommand.Triple.class, new CubeCommand.Triple.Converter());
    line.registerConverter(GreyWindow.class, new ExportOptions.WindowConverter());
    line.registerConverter(Mosaic.class, new ExportOptions.MosaicConverter());
    line.registerConverter(Shard.class, new CubesCommand.ShardConverter());
    line.registerConverter(TagPath.class, new TagPathConverter());
    line.registerConverter(ItemPath.class, new ItemPath.Converter());
    line.registerConverter(TagValue.class, new TagValue.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          tell(command.getErr(), exception);
          return FAILED;
        });
    return line;
  }

  /// The commands by their names, in the order in which the help lists them.
  static Map<String, Supplier<Object>> commands(Desktop desktop) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> new DemoCommand(desktop));
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

  private static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter errors = command.getErr();
    String reason = exception.getMessage().lines().findFirst().orElse("");
    errors.println(name + ": " + LISTED.matcher(reason).replaceFirst(Main::asWritten));
    errors.println("Try: " + name + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /// The values of an option as the help has them, not as the program calls them.
  private static String asWritten(MatchResult listed) {
    return Matcher.quoteReplacement(
        "“" + listed.group(2) + "” is none of " + listed.group(1).toLowerCase(Locale.ROOT));
  }

  /// One line about what kept a command from its work.
  private static void tell(PrintWriter errors, Exception exception) {
    String reason =
        exception instanceof ExplainedException
            ? exception.getMessage()
            : "something unexpected happened: " + exception;
    errors.println("voxdesk: " + reason);
  }
}
