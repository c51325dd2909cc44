package org.voxdesk.app;

import java.util.Locale;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.voxdesk.app.command.Command;
import org.voxdesk.dicom.Dictionary;

/// What takes its time when it is first used, made ready on a thread of its own.
final class WarmUp {
  private WarmUp() {}

  /// What the window is built of and the toolkit is not; called while that starts.
  static void ofWindow() {
    start(
        () -> {
          Command.values();
          IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance());
          Locale.SIMPLIFIED_CHINESE.getDisplayLanguage(Locale.SIMPLIFIED_CHINESE);
        });
  }

  /// What files are read with; called once the window is there.
  static void ofFiles() {
    start(Dictionary::standard);
  }

  private static void start(Runnable work) {
    Thread.ofPlatform().daemon().name("warm-up").start(work);
  }
}
