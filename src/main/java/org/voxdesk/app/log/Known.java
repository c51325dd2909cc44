package org.voxdesk.app.log;

/// A text that may stand in the log, because it comes from the program or the system and not from
/// data: a version, a language, the name of a system.
public record Known(String text) {
  @Override
  public String toString() {
    return text;
  }
}
