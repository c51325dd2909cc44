package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `voxdesk sample`: the embedded sample study as files.
@Command(name = "sample", mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "DIR")
  private Path folder;

  SampleCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.writing")) {
      SampleStudy.write(folder, AtomicFile.Existing.REFUSE, processors.parallel(), progress);
      output.say(Sentence.of("cli.sample", folder));
    }
    return 0;
  }
}
