package org.voxdesk.app.cubes;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// Runs actions on the window's thread, in their order, and those that wait when a frame begins in
/// that frame: what was made while its event was handled need not wait until it has been drawn.
/// They must open no dialog, which may not be done then.
final class NextFrame implements Executor {
  private final Executor ui;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /// @param ui the window's thread
  NextFrame(Executor ui) {
    this.ui = ui;
  }

  @Override
  public void execute(Runnable action) {
    waiting.add(action);
    ui.execute(this::begin);
  }

  /// Runs what waits; called on the window's thread before each frame.
  void begin() {
    Optional<Runnable> next = Optional.ofNullable(waiting.poll());
    while (next.isPresent()) {
      next.get().run();
      next = Optional.ofNullable(waiting.poll());
    }
  }
}
