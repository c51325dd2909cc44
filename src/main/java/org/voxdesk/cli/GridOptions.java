package org.voxdesk.cli;

import org.voxdesk.volume.ResampleMode;
import picocli.CommandLine.Option;

/// How a volume is resampled; shared by the commands that do so.
final class GridOptions {
  @Option(
      names = "--mm",
      paramLabel = "MM",
      description = "Millimetres from voxel to voxel; default: ${DEFAULT-VALUE}.")
  double mm = 1.0;

  @Option(
      names = "--mode",
      description = "physical or classic, the well-known recipe bit for bit; default: physical.")
  ResampleMode mode = ResampleMode.PHYSICAL;

  @Option(
      names = "--series",
      paramLabel = "UID",
      description = "Which series, where there are several.")
  String series = "";

  @Option(
      names = "--part",
      paramLabel = "N",
      description = "Which part of a series that makes several stacks, as info counts them.")
  int part;

  @Option(names = "--overwrite", description = "Replace files that exist in DIR.")
  boolean overwrite;
}
