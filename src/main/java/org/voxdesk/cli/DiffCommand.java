package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.io.DicomReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk diff`: the elements that two files do not share.
@Command(name = "diff", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(index = "0", paramLabel = "FILE")
  private Path one;

  @Parameters(index = "1", paramLabel = "OTHER")
  private Path other;

  @Option(names = "--json")
  private boolean json;

  DiffCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws DicomException {
    List<Difference> differences =
        Differences.ofFiles(DicomReader.read(one), DicomReader.read(other));
    if (json) {
      output.print(Json.text(DifferenceText.json(differences)));
    } else {
      differences.forEach(difference -> output.say(DifferenceText.line(difference)));
    }
    return differences.isEmpty() ? 0 : Main.FAILED;
  }
}
