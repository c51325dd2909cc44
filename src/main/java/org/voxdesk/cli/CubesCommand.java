package org.voxdesk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.dataset.DatasetRequest;
import org.voxdesk.dataset.DatasetResult;
import org.voxdesk.dataset.DatasetRun;
import org.voxdesk.dataset.Shard;
import org.voxdesk.export.CubeExport;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Resampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `voxdesk cubes`: a dataset from annotations.
@Command(
    name = "cubes",
    mixinStandardHelpOptions = true,
    description = {
      "Cuts a cube around every nodule of an annotation file and lists them in manifest.csv.",
      "Run again, it goes on where it was interrupted: cubes that are there and whole are kept,"
          + " damaged ones are made again."
    })
final class CubesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--annotations",
      paramLabel = "FILE",
      required = true,
      description =
          "CSV of LUNA16 or a manifest (seriesuid, coordX, coordY, coordZ[, diameter_mm | class]),"
              + " JSON of MONAI, XML of LIDC, or a folder of such XML.")
  private Path annotations;

  @Option(
      names = "--in",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description = "Folders and files of the scans.")
  private List<Path> in;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The dataset.")
  private Path out;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Voxels along each edge; default: ${DEFAULT-VALUE}.")
  private int size = 64;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      description =
          "Share of the patients that is for validation, 0 to 1; default: as the lists of MONAI or"
              + " a manifest say, else 0.2.")
  private Optional<Double> validation = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Do the I-th of N equal shares only, for several machines on one folder. Each writes"
              + " manifest-IofN.csv; the last one to end makes manifest.csv of all.")
  private Shard shard = Shard.ALL;

  @Mixin private DatasetGridOptions grid = new DatasetGridOptions();

  @Mixin private ExportOptions export = new ExportOptions();

  /// Reads `i/n`.
  static final class ShardConverter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      String[] parts = text.split("/", -1);
      try {
        if (parts.length == 2) {
          return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("“" + text + "” is no share: " + e.getMessage());
      }
      throw new TypeConversionException("“" + text + "” is no share like 1/4");
    }
  }

  @Override
  public Integer call() throws ExplainedException {
    double share = validation.orElse(0.2);
    if (!(share >= 0 && share <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "the share for validation must be from 0 to 1, not " + share);
    }
    CubeRequest cube =
        CubeRequest.at(new CubePoint.AtLps(new Lps(0, 0, 0)))
            .withSize(size)
            .withGrid(grid.request());
    String key = export.key();
    CubeExport.Options options = export.options(size, grid.overwrite);
    Resampler.check(cube);
    Annotations read = Annotations.read(annotations);
    if (read.seriesUids().isEmpty()) {
      read.leftOut().forEach(why -> spec.commandLine().getErr().println("voxdesk: " + why));
      throw new ExplainedException(Sentence.of("annotation.none", annotations));
    }
    if (validation.isPresent()) {
      read = read.withoutSplits();
    }
    Library library = Opened.library(in);
    DatasetRequest request =
        new DatasetRequest(out, cube, options, share, key, shard, Version.number());
    DatasetResult result;
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Cubes")) {
      result = new DatasetRun(request, library, read).run(progress, processors.parallel());
    }
    print(result);
    boolean nothing = result.written() + result.kept() == 0;
    return result.failures().isEmpty() && !nothing ? 0 : Main.FAILED;
  }

  private void print(DatasetResult result) {
    PrintWriter errors = spec.commandLine().getErr();
    result.failures().forEach(why -> errors.println("voxdesk: " + why));
    result.remarks().forEach(what -> errors.println("voxdesk: " + what));
    String repaired = result.repaired() == 0 ? "" : ", " + result.repaired() + " of them repaired";
    spec.commandLine()
        .getOut()
        .println(
            Counted.of(result.written(), "cube")
                + " written"
                + repaired
                + ", "
                + result.kept()
                + " kept in "
                + out);
  }
}
