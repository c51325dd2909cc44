package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk threshold`: the pixel edit.
@Command(name = "threshold", mixinStandardHelpOptions = true)
final class ThresholdCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> paths;

  @Option(names = "--below", paramLabel = "N", required = true)
  private double below;

  @Option(names = "--to", paramLabel = "V", required = true)
  private double to;

  @Option(names = "--units")
  private Units units = Units.STORED;

  @Option(names = "--compress", paramLabel = "none|rle|jpegls")
  private Transcoding.Target compression = Transcoding.Target.AS_IS;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Option(names = "--overwrite")
  private boolean overwrite;

  enum Units {
    STORED,
    HU
  }

  ThresholdCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.library(output, paths);
    library.leftOut().forEach(file -> output.warn(file.reason()));
    var edit =
        new ThresholdPixels(
            below,
            to,
            units == Units.HU ? ThresholdPixels.Units.OUTPUT : ThresholdPixels.Units.STORED);
    var changed = new ArrayList<Instance>();
    for (Instance instance : library.instances()) {
      try {
        changed.add(instance.withFile(edit.apply(instance.file())));
      } catch (DicomException e) {
        output.warn(Sentence.of("cli.not.edited", instance.path(), e.sentence()));
      }
    }
    var existing = overwrite ? AtomicFile.Existing.REPLACE : AtomicFile.Existing.REFUSE;
    int written =
        new TargetFolder(Optional.of(out), paths, existing, compression).save(changed, output);
    boolean all = written == library.instances().size() && library.leftOut().isEmpty();
    return all && written > 0 ? 0 : Main.FAILED;
  }
}
