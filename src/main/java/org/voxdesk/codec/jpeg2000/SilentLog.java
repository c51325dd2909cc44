package org.voxdesk.codec.jpeg2000;

import jj2000.j2k.util.MsgLogger;

/// Says nothing of what the library would print.
final class SilentLog implements MsgLogger {
  @Override
  public void printmsg(int severity, String message) {}

  @Override
  public void println(String text, int firstIndent, int indent) {}

  @Override
  public void flush() {}
}
