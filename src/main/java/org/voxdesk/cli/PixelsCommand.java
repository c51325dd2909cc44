package org.voxdesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.export.PixelArray;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk pixels`: the values of an image as a NumPy array.
@Command(name = "pixels", mixinStandardHelpOptions = true)
final class PixelsCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--out", paramLabel = "F.npy", required = true)
  private Path out;

  @Option(names = "--hu")
  private boolean hu;

  @Option(names = "--overwrite")
  private boolean overwrite;

  PixelsCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    DicomFile read = DicomReader.read(file);
    if (isSameFile()) {
      throw new ExplainedException(Sentence.of("cli.onto.itself", file));
    }
    try (var progress = output.progress("cli.progress.writing")) {
      PixelArray array = hu ? PixelArray.rescaled(read) : PixelArray.stored(read);
      var existing = overwrite ? AtomicFile.Existing.REPLACE : AtomicFile.Existing.REFUSE;
      array.writeNpy(out, existing, progress);
      output.print(out + "  " + array.type() + " " + array.shapeText());
      return 0;
    } catch (DicomException e) {
      throw new ExplainedException(Sentence.of("cli.file", file, e.sentence()), e);
    }
  }

  private boolean isSameFile() throws ExplainedException {
    try {
      return Files.exists(out) && Files.isSameFile(file, out);
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("save.failed", out, e.getMessage()), e);
    }
  }
}
