package org.voxdesk.cli;

import java.io.PrintWriter;
import org.voxdesk.dataset.Shard;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.GreyWindow;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs one command line. Exit codes: 0 done, 1 nothing done or failed, 2 wrong usage.
public final class Main {
  static final int FAILED = 1;

  private Main() {}

  /// Runs the command that `arguments` name, on the standard streams.
  ///
  /// @param desktop the window, for the commands that need it
  /// @return the exit code
  public static int run(String[] arguments, Desktop desktop) {
    return commandLine(desktop)
        .setOut(Terminal.safe(System.out))
        .setErr(Terminal.safe(System.err))
        .execute(arguments);
  }

  static CommandLine commandLine(Desktop desktop) {
    CommandLine line =
        new CommandLine(new VoxdeskCommand(desktop))
            .addSubcommand(new DemoCommand(desktop))
            .addSubcommand(new SampleCommand())
            .addSubcommand(new InfoCommand())
            .addSubcommand(new TagsCommand())
            .addSubcommand(new GetCommand())
            .addSubcommand(new EditCommand())
            .addSubcommand(new DiffCommand())
            .addSubcommand(new RoundTripCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new PixelsCommand())
            .addSubcommand(new ThresholdCommand())
            .addSubcommand(new SlicesCommand())
            .addSubcommand(new CubeCommand())
            .addSubcommand(new CubesCommand())
            .addSubcommand(new StackCommand());
    line.registerConverter(CubeCommand.Triple.class, new CubeCommand.Triple.Converter());
    line.registerConverter(GreyWindow.class, new ExportOptions.WindowConverter());
    line.registerConverter(Shard.class, new CubesCommand.ShardConverter());
    line.registerConverter(TagPath.class, new TagPathConverter());
    line.registerConverter(ItemPath.class, new ItemPath.Converter());
    line.registerConverter(TagValue.class, new TagValue.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          tell(command, exception);
          return FAILED;
        });
    return line;
  }

  private static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter errors = command.getErr();
    errors.println(name + ": " + exception.getMessage().lines().findFirst().orElse(""));
    errors.println("Try: " + name + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /// One line about what kept a command from its work.
  private static void tell(CommandLine command, Exception exception) {
    String reason =
        exception instanceof ExplainedException
            ? exception.getMessage()
            : "something unexpected happened: " + exception;
    command.getErr().println("voxdesk: " + reason);
  }
}
