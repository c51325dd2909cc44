package org.voxdesk.app;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs on the window's thread what can wait until the next frames have been drawn, so that what
/// people look for is on the screen first. To be called on the window's thread.
final class AfterFrames implements Executor {
  /// The frame that is due, one that shows what was being drawn meanwhile, and one to spare.
  private static final int FRAMES = 3;

  @Override
  public void execute(Runnable action) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        frames++;
        if (frames == FRAMES) {
          stop();
          // Dialogs may not be opened while a frame is begun.
          Platform.runLater(action);
        }
      }
    }.start();
  }
}
