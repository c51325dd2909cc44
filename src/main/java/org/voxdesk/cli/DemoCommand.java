package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `voxdesk demo`: the main job on the embedded sample.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Does the main job on the embedded sample, with no display: opens it, clicks a nodule,"
            + " exports the cube and saves a picture of the window.")
final class DemoCommand implements Callable<Integer> {
  private final Desktop desktop;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to put the results; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("voxdesk-demo");

  DemoCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  @Override
  public Integer call() {
    return desktop.demo(out);
  }
}
