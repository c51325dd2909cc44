package org.voxdesk.cli;

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
import picocli.CommandLine.Spec;

/// `voxdesk cubes`: a dataset from annotations.
@Command(name = "cubes", mixinStandardHelpOptions = true)
final class CubesCommand implements Callable<Integer> {
  private final Output output;

  @Spec private CommandSpec spec;

  @Option(names = "--annotations", paramLabel = "FILE", required = true)
  private Path annotations;

  @Option(names = "--in", paramLabel = "PATH", required = true, arity = "1..*")
  private List<Path> in;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Option(names = "--size", paramLabel = "N")
  private int size = 64;

  @Option(names = "--validation", paramLabel = "SHARE")
  private Optional<Double> validation = Optional.empty();

  @Option(names = "--shard", paramLabel = "I/N")
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
        throw new ValueException(Sentence.of("cli.value.share", text));
      }
      throw new ValueException(Sentence.of("cli.value.share", text));
    }
  }

  CubesCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    double share = validation.orElse(0.2);
    if (!(share >= 0 && share <= 1)) {
      throw new UsageException(spec, Sentence.of("cli.usage.validation", share));
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
      output.warn(read.leftOut());
      throw new ExplainedException(Sentence.of("annotation.none", annotations));
    }
    if (validation.isPresent()) {
      read = read.withoutSplits();
    }
    Library library = Opened.library(output, in);
    DatasetRequest request =
        new DatasetRequest(out, cube, options, share, key, shard, Version.number());
    DatasetResult result;
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.cubes")) {
      result = new DatasetRun(request, library, read).run(progress, processors.parallel());
    }
    print(result);
    boolean nothing = result.written() + result.kept() == 0;
    return result.failures().isEmpty() && !nothing ? 0 : Main.FAILED;
  }

  private void print(DatasetResult result) {
    output.warn(result.failures());
    output.warn(result.remarks());
    output.say(
        result.repaired() == 0
            ? Sentence.of("cli.written.cubes", result.written(), result.kept(), out)
            : Sentence.of(
                "cli.written.repaired", result.written(), result.repaired(), result.kept(), out));
  }
}
