package org.voxdesk.cli;

import java.util.List;
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

  @Option(
      names = "--mm",
      paramLabel = "MM",
      description = "Millimetres from voxel to voxel; default: ${DEFAULT-VALUE}.")
  double mm = 1.0;

  @Option(
      names = "--mode",
      description = "physical or classic, the well-known recipe bit for bit; default: physical.")
  ResampleMode mode = ResampleMode.PHYSICAL;

  @Option(names = "--overwrite", description = "Replace files that exist in DIR.")
  boolean overwrite;

  @Option(
      names = "--interpolation",
      description = "linear or cubic, between voxels in physical mode; default: linear.")
  Sampling.Kernel kernel = Sampling.Kernel.LINEAR;

  @Option(
      names = "--anti-alias",
      description =
          "Average where the new voxels are larger than those of the scan, in physical mode.")
  boolean antiAlias;

  @Option(
      names = "--fill",
      paramLabel = "HU",
      description = "Value outside the scan, in physical mode; default: ${DEFAULT-VALUE}.")
  int fill = CubeRequest.AIR;

  /// @throws ParameterException if an option has no meaning in the mode that was chosen
  GridRequest request() {
    if (mode == ResampleMode.CLASSIC) {
      for (String option : List.of("--interpolation", "--anti-alias", "--fill")) {
        if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
          throw new ParameterException(
              spec.commandLine(), option + " is of physical mode; classic mode has its own ways");
        }
      }
    }
    return new GridRequest(mode, mm, fill, new Sampling(kernel, antiAlias));
  }
}
