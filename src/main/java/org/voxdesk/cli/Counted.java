package org.voxdesk.cli;

/// Numbers of things, as English has it.
final class Counted {
  private Counted() {}

  /// `1 cube`, `2 cubes`.
  static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
