package org.voxdesk.cli;

import picocli.CommandLine.Option;

/// Which volume is resampled, and how; shared by the commands that work on one series.
final class GridOptions extends DatasetGridOptions {
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
}
