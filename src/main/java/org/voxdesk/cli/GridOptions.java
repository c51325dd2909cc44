package org.voxdesk.cli;

import picocli.CommandLine.Option;

/// Which volume is resampled, and how; shared by the commands that work on one series.
final class GridOptions extends DatasetGridOptions {
  @Option(names = "--series", paramLabel = "UID")
  String series = "";

  @Option(names = "--part", paramLabel = "N")
  int part;
}
