package org.voxdesk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.io.DicomReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk diff`: the elements that two files do not share.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Lists the elements that are not the same in two files.",
    footer = "Ends with 0 where there are none, with 1 where there are some.")
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "A DICOM file.")
  private Path one;

  @Parameters(index = "1", paramLabel = "OTHER", description = "Another one.")
  private Path other;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws DicomException {
    List<Difference> differences =
        Differences.ofFiles(DicomReader.read(one), DicomReader.read(other));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(DifferenceText.json(differences)));
    } else {
      differences.forEach(difference -> out.println(DifferenceText.line(difference)));
    }
    return differences.isEmpty() ? 0 : Main.FAILED;
  }
}
