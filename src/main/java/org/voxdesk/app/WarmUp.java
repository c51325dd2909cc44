package org.voxdesk.app;

import java.util.Locale;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.render.WindowPreset;

/// What the window needs first and the toolkit does not, made ready on a thread of its own while
/// the toolkit starts, which mostly waits for the screen.
final class WarmUp {
  private WarmUp() {}

  /// Begins, and returns at once.
  static void start() {
    Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::run);
  }

  private static void run() {
    Dictionary.standard();
    NamedWindow.numbers(WindowPreset.LUNG.window());
    Locale.SIMPLIFIED_CHINESE.getDisplayName(Locale.SIMPLIFIED_CHINESE);
  }
}
