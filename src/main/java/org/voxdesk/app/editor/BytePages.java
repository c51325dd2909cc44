package org.voxdesk.app.editor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.task.Outcome;

/// The pages of a big value that have been looked at: read in the background when they are first
/// asked for, a few of them kept.
final class BytePages {
  private static final int PAGE = 64 * 1024;
  private static final int MOST = 64;

  private final Services services;
  private final BulkData data;
  private final Runnable read;
  private final Runnable failed;
  private final Map<Long, Optional<byte[]>> pages = new LinkedHashMap<>(16, 0.75f, true);

  /// Pages of `data`.
  ///
  /// @param read told, on the window's thread, when a page has come
  /// @param failed told, on the window's thread, when one could not be had
  BytePages(Services services, BulkData data, Runnable read, Runnable failed) {
    this.services = services;
    this.data = data;
    this.read = read;
    this.failed = failed;
  }

  /// The line of bytes at `offset`, a multiple of its length; empty while it is being read.
  Optional<HexLine> line(long offset) {
    int length = (int) Math.min(HexLine.BYTES, data.length() - offset);
    if (data instanceof MemoryBulk(byte[] content)) {
      byte[] bytes = new byte[length];
      System.arraycopy(content, (int) offset, bytes, 0, length);
      return Optional.of(new HexLine(offset, bytes));
    }
    return page(offset / PAGE)
        .map(
            page -> {
              byte[] bytes = new byte[length];
              System.arraycopy(page, (int) (offset % PAGE), bytes, 0, length);
              return new HexLine(offset, bytes);
            });
  }

  private Optional<byte[]> page(long number) {
    Optional<byte[]> known = pages.get(number);
    if (known != null) {
      return known;
    }
    if (pages.size() >= MOST) {
      pages.remove(pages.keySet().iterator().next());
    }
    pages.put(number, Optional.empty());
    services
        .tasks()
        .start(services.text("task.readValue"), progress -> fetch(number))
        .whenEnded(services.ui(), outcome -> arrived(number, outcome));
    // What runs at once is there already.
    return pages.getOrDefault(number, Optional.empty());
  }

  private byte[] fetch(long number) throws IOException {
    long offset = number * PAGE;
    byte[] page = new byte[(int) Math.min(PAGE, data.length() - offset)];
    data.read(offset, page, 0, page.length);
    return page;
  }

  private void arrived(long number, Outcome<byte[]> outcome) {
    switch (outcome) {
      case Outcome.Success<byte[]>(byte[] page) -> {
        pages.put(number, Optional.of(page));
        read.run();
      }
      case Outcome.Failure<byte[]> failure -> failed.run();
      case Outcome.Cancelled<byte[]> cancelled -> pages.remove(number);
    }
  }
}
