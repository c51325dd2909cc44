package org.voxdesk.app.prefs;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Saves preferences a while after they have changed, so that a program that dies does not lose
/// them, and when it ends. Used on the window's thread, which never waits for the disk.
public final class PreferencesKeeping {
  private final Preferences preferences;
  private final Executor later;
  private final Executor writing;
  private final Consumer<IOException> failed;
  private boolean due;
  private boolean closed;
  // Used on the thread that writes.
  private boolean told;

  /// Keeps `preferences` from now on.
  ///
  /// @param later runs what it is given on the window's thread, after a while
  /// @param writing runs one thing after the other
  /// @param failed told on the thread that writes, once, why they cannot be saved
  public PreferencesKeeping(
      Preferences preferences, Executor later, Executor writing, Consumer<IOException> failed) {
    this.preferences = preferences;
    this.later = later;
    this.writing = writing;
    this.failed = failed;
    preferences.onChange(this::changed);
  }

  private void changed() {
    if (!due && !closed) {
      due = true;
      later.execute(this::save);
    }
  }

  private void save() {
    due = false;
    if (!closed) {
      write();
    }
  }

  /// Saves them for the last time.
  public void close() {
    closed = true;
    write();
  }

  private void write() {
    Preferences now = preferences.copy();
    writing.execute(
        () -> {
          try {
            now.save();
          } catch (IOException e) {
            tell(e);
          }
        });
  }

  private void tell(IOException e) {
    if (!told) {
      told = true;
      failed.accept(e);
    }
  }
}
