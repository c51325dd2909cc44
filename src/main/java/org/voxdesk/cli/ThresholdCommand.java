package org.voxdesk.cli;

import java.io.PrintWriter;
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
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk threshold`: the pixel edit.
@Command(
    name = "threshold",
    mixinStandardHelpOptions = true,
    description = "Sets every pixel below a threshold to one value and saves new files.")
final class ThresholdCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  @Option(names = "--below", paramLabel = "N", required = true, description = "The threshold.")
  private double below;

  @Option(names = "--to", paramLabel = "V", required = true, description = "The new value.")
  private double to;

  @Option(
      names = "--units",
      description =
          "What both are counted in: stored values, or hu for values after rescaling; default:"
              + " stored.")
  private Units units = Units.STORED;

  @Option(
      names = "--compress",
      paramLabel = "none|rle|jpegls",
      description =
          "Save pixels without compression, or compressed without loss. Default: without"
              + " compression where something is changed.")
  private Transcoding.Target compression = Transcoding.Target.AS_IS;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to save.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace files that exist in DIR.")
  private boolean overwrite;

  enum Units {
    STORED,
    HU
  }

  @Override
  public Integer call() throws ExplainedException {
    PrintWriter errors = spec.commandLine().getErr();
    Library library = Opened.library(paths);
    for (LeftOut file : library.leftOut()) {
      errors.println("voxdesk: " + file.reason());
    }
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
        errors.println("voxdesk: " + Sentence.of("cli.not.edited", instance.path(), e.sentence()));
      }
    }
    var existing = overwrite ? AtomicFile.Existing.REPLACE : AtomicFile.Existing.REFUSE;
    int written =
        new TargetFolder(Optional.of(out), paths, existing, compression)
            .save(changed, spec.commandLine());
    boolean all = written == library.instances().size() && library.leftOut().isEmpty();
    return all && written > 0 ? 0 : Main.FAILED;
  }
}
