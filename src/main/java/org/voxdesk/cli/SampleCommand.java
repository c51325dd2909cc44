package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.text.ExplainedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk sample`: the embedded sample study as files.
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Writes the embedded sample study, a synthetic chest CT with known nodules.")
final class SampleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Where to write.")
  private Path folder;

  @Override
  public Integer call() throws ExplainedException {
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Writing")) {
      SampleStudy.write(folder, AtomicFile.Existing.REFUSE, processors.parallel(), progress);
      spec.commandLine().getOut().println("the sample study is in " + folder);
    }
    return 0;
  }
}
