package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.Identifiers;
import org.voxdesk.export.SeriesFiles;
import org.voxdesk.export.SlicePngs;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk slices`: the resampled volume as pictures.
@Command(name = "slices", mixinStandardHelpOptions = true)
final class SlicesCommand implements Callable<Integer> {
  private final Output output;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH")
  private Path path;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Option(names = "--format")
  private Format format = Format.PNG;

  @Option(names = "--window", paramLabel = "LOW,HIGH")
  private GreyWindow window = GreyWindow.CLASSIC;

  @Option(names = "--identifiers")
  private Identifiers identifiers = Identifiers.PSEUDONYMOUS;

  @Option(names = "--key", paramLabel = "TEXT")
  private Optional<String> key = Optional.empty();

  @Mixin private GridOptions grid = new GridOptions();

  /// What is written.
  enum Format {
    PNG,
    NIFTI,
    DICOM
  }

  SlicesCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Opened opened = Opened.volume(output, path, grid);
    output.warn(opened.warnings());
    ResampledGrid resampled = Resampler.grid(opened.volume(), grid.request());
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.resampling")) {
      output.say(write(opened, resampled, progress, processors.parallel()));
    }
    return opened.exitCode();
  }

  private Sentence write(
      Opened opened, ResampledGrid resampled, Progress progress, Parallel parallel)
      throws ExplainedException {
    return switch (format) {
      case PNG ->
          Sentence.of(
              "cli.written.pictures",
              SlicePngs.write(resampled, window, out, grid.overwrite, progress, parallel).size(),
              out);
      case DICOM ->
          Sentence.of(
              "cli.written.images",
              SeriesFiles.dicom(
                      resampled,
                      grid.request(),
                      opened.source(ExportOptions.key(spec, key), out),
                      options(),
                      Version.number(),
                      out,
                      progress,
                      parallel)
                  .size(),
              out);
      case NIFTI ->
          Sentence.of(
              "cli.written",
              SeriesFiles.nifti(
                      resampled,
                      grid.request(),
                      opened.source(ExportOptions.key(spec, key), out),
                      options(),
                      Version.number(),
                      out,
                      progress)
                  .getFirst()
                  .getFileName(),
              out);
    };
  }

  private CubeExport.Options options() {
    return CubeExport.Options.USUAL.withIdentifiers(identifiers).withOverwrite(grid.overwrite);
  }
}
