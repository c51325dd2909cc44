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
import picocli.CommandLine.Parameters;

/// `voxdesk get`: one value of one file.
@Command(name = "get", mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @Parameters(index = "1", paramLabel = "TAG")
  private TagPath path;

  GetCommand(Output output) {
    this.output = output;
  }

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
    output.print(Terminal.printable(ValueText.display(element, holder.characterSet())));
    return 0;
  }
}
