package org.voxdesk.export;

import java.util.concurrent.atomic.AtomicInteger;
import org.voxdesk.task.Progress;

/// Work that is no longer wanted once it has reported a number of times.
final class CancelledAfter implements Progress {
  private final int reports;
  private final AtomicInteger seen = new AtomicInteger();

  CancelledAfter(int reports) {
    this.reports = reports;
  }

  @Override
  public void report(long done, long total) {
    seen.incrementAndGet();
  }

  @Override
  public boolean isCancelled() {
    return seen.get() >= reports;
  }
}
