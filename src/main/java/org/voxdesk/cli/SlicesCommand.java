package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.Identifiers;
import org.voxdesk.export.SeriesFiles;
import org.voxdesk.export.SlicePngs;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
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
@Command(
    name = "slices",
    mixinStandardHelpOptions = true,
    description =
        "Resamples a series and writes its slices as grey pictures, img_0000_i.png and so on, or"
            + " the volume as NIfTI or as a derived DICOM series.")
final class SlicesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "A folder, or a file.")
  private Path path;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out;

  @Option(
      names = "--format",
      description =
          "png; nifti, volume.nii.gz of int16 HU; or dicom, 0001.dcm and so on; a mask of what lies"
              + " inside the scan and volume.json go with these two. Default: png.")
  private Format format = Format.PNG;

  @Option(
      names = "--window",
      paramLabel = "LOW,HIGH",
      description = "Black and white of the pictures; default: -1000,400.")
  private GreyWindow window = GreyWindow.CLASSIC;

  @Option(
      names = "--identifiers",
      description = "Of NIfTI and DICOM: pseudonymous or full; default: pseudonymous.")
  private Identifiers identifiers = Identifiers.PSEUDONYMOUS;

  @Option(names = "--key", paramLabel = "TEXT", description = ExportOptions.KEY)
  private Optional<String> key = Optional.empty();

  @Mixin private GridOptions grid = new GridOptions();

  /// What is written.
  enum Format {
    PNG,
    NIFTI,
    DICOM
  }

  @Override
  public Integer call() throws ExplainedException {
    Opened opened = Opened.volume(path, grid);
    opened.warnings().forEach(w -> spec.commandLine().getErr().println("voxdesk: " + w));
    ResampledGrid resampled = Resampler.grid(opened.volume(), grid.request());
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Resampling")) {
      spec.commandLine()
          .getOut()
          .println(write(opened, resampled, progress, processors.parallel()) + out);
    }
    return opened.exitCode();
  }

  private String write(Opened opened, ResampledGrid resampled, Progress progress, Parallel parallel)
      throws ExplainedException {
    return switch (format) {
      case PNG ->
          written(
              SlicePngs.write(resampled, window, out, grid.overwrite, progress, parallel),
              "picture");
      case DICOM ->
          written(
              SeriesFiles.dicom(
                  resampled,
                  grid.request(),
                  opened.source(ExportOptions.key(spec, key), out),
                  options(),
                  Version.number(),
                  out,
                  progress,
                  parallel),
              "image");
      case NIFTI ->
          SeriesFiles.nifti(
                      resampled,
                      grid.request(),
                      opened.source(ExportOptions.key(spec, key), out),
                      options(),
                      Version.number(),
                      out,
                      progress)
                  .getFirst()
                  .getFileName()
              + " written to ";
    };
  }

  private static String written(List<Path> files, String thing) {
    return Counted.of(files.size(), thing) + " written to ";
  }

  private CubeExport.Options options() {
    return CubeExport.Options.USUAL.withIdentifiers(identifiers).withOverwrite(grid.overwrite);
  }
}
