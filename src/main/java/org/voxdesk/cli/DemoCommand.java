package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `voxdesk demo`: the main job on the embedded sample.
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Desktop desktop;
  private final Output output;

  @Option(names = "--out", paramLabel = "DIR")
  private Path out = Path.of("voxdesk-demo");

  DemoCommand(Desktop desktop, Output output) {
    this.desktop = desktop;
    this.output = output;
  }

  @Override
  public Integer call() {
    return desktop.demo(out, output.language());
  }
}
