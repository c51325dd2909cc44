package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.voxdesk.export.SlicePngs;
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
        "Resamples a series and writes its slices as grey pictures, -1000 to 400 HU as black to"
            + " white: img_0000_i.png, …")
final class SlicesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "A folder, or a file.")
  private Path path;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out;

  @Mixin private GridOptions grid = new GridOptions();

  @Override
  public Integer call() throws ExplainedException {
    Opened opened = Opened.volume(path, grid);
    opened.warnings().forEach(w -> spec.commandLine().getErr().println("voxdesk: " + w));
    ResampledGrid resampled = Resampler.grid(opened.volume(), grid.mode, grid.mm);
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Resampling")) {
      List<Path> written =
          SlicePngs.write(
              resampled, GreyWindow.CLASSIC, out, grid.overwrite, progress, processors.parallel());
      spec.commandLine().getOut().println(written.size() + " pictures written to " + out);
    }
    return opened.exitCode();
  }
}
