package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk get`: one value of one file.
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    description = "Prints one value, several separated by backslashes.")
final class GetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "A DICOM file.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "TAG",
      description = "(0010,0010), 00100010, PatientName, or a path: Seq[0].Tag.")
  private TagPath path;

  @Override
  public Integer call() throws ExplainedException {
    DicomFile read = DicomReader.read(file);
    DataSet root = path.steps().isEmpty() && path.tag().isMeta() ? read.meta() : read.dataSet();
    DataSet holder =
        path.holder(root)
            .filter(h -> h.contains(path.tag()))
            .orElseThrow(() -> new ExplainedException(Sentence.of("cli.absent", file, path)));
    DataElement element = holder.understood(holder.get(path.tag()).orElseThrow());
    if (!(element.value() instanceof Value.Bytes)) {
      throw new ExplainedException(Sentence.of("cli.no.single.value", path));
    }
    spec.commandLine()
        .getOut()
        .println(Terminal.printable(ValueText.display(element, holder.characterSet())));
    return 0;
  }
}
