package org.voxdesk.dataset;

import java.nio.charset.StandardCharsets;
import org.voxdesk.export.Sha256;

/// One of several equal shares of the work, so that many machines can fill one folder; [Shares]
/// says what is in it.
///
/// @param index from 1
/// @param count how many shares there are
public record Shard(int index, int count) {
  /// All of the work.
  public static final Shard ALL = new Shard(1, 1);

  public Shard {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException("no share " + index + "/" + count);
    }
  }

  /// A number that is evenly spread over 0 to 2³² - 1 and the same on every machine.
  static long number(String text) {
    return Long.parseLong(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8), 16);
  }
}
