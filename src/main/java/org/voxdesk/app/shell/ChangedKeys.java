package org.voxdesk.app.shell;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Shortcuts;

/// Lets keys that the user changes work at once. The entries of menus bring the usual ones to their
/// scene; where one has no key for a while, JavaFX forgets what it is to run.
final class ChangedKeys {
  private final Shortcuts shortcuts;
  private final Consumer<Command> run;
  private final Scene scene;
  private boolean waiting;

  private ChangedKeys(Shortcuts shortcuts, Consumer<Command> run, Scene scene) {
    this.shortcuts = shortcuts;
    this.run = run;
    this.scene = scene;
  }

  /// Follows all keys for good; `run` runs what they stand for.
  static void follow(Shortcuts shortcuts, Consumer<Command> run, Scene scene) {
    ChangedKeys keys = new ChangedKeys(shortcuts, run, scene);
    InvalidationListener changed = observable -> keys.changed();
    for (Command command : Command.values()) {
      shortcuts.property(command).addListener(changed);
    }
  }

  /// Once all that change together have, and the menus have answered.
  private void changed() {
    if (!waiting) {
      waiting = true;
      Platform.runLater(this::put);
    }
  }

  private void put() {
    waiting = false;
    for (Command command : Command.values()) {
      shortcuts
          .of(command)
          .ifPresent(key -> scene.getAccelerators().put(key, () -> run.accept(command)));
    }
  }
}
