package org.voxdesk.cli;

import java.util.List;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Sampling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How volumes are resampled; shared by the commands that do so.
class DatasetGridOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--mm", paramLabel = "MM")
  double mm = 1.0;

  @Option(names = "--mode")
  ResampleMode mode = ResampleMode.PHYSICAL;

  @Option(names = "--overwrite")
  boolean overwrite;

  @Option(names = "--interpolation")
  Sampling.Kernel kernel = Sampling.Kernel.LINEAR;

  @Option(names = "--anti-alias")
  boolean antiAlias;

  @Option(names = "--fill", paramLabel = "HU")
  int fill = CubeRequest.AIR;

  /// @throws ParameterException if an option has no meaning in the mode that was chosen
  GridRequest request() {
    if (mode == ResampleMode.CLASSIC) {
      for (String option : List.of("--interpolation", "--anti-alias", "--fill")) {
        if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
          throw new UsageException(spec, Sentence.of("cli.usage.physical", option));
        }
      }
    }
    return new GridRequest(mode, mm, fill, new Sampling(kernel, antiAlias));
  }
}
