package org.voxdesk.app.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;
import org.voxdesk.app.prefs.Preferences;

/// Which key runs which command: the usual ones, with the user's own in their place. No two
/// commands share a key. Used on the window's thread.
public final class Shortcuts {
  private static final String PREFERENCE = "key.";
  private static final String NONE = "none";

  private final Preferences preferences;
  private final Map<Command, ReadOnlyObjectWrapper<KeyCombination>> keys =
      new EnumMap<>(Command.class);

  /// The keys that `preferences` asks for; what it says that is no key is passed over.
  public Shortcuts(Preferences preferences) {
    this.preferences = preferences;
    for (Command command : Command.values()) {
      ReadOnlyObjectWrapper<KeyCombination> key = new ReadOnlyObjectWrapper<>();
      command.usualKey().ifPresent(key::set);
      keys.put(command, key);
    }
    for (Command command : Command.values()) {
      preferences.get(PREFERENCE + command.name()).ifPresent(text -> apply(command, text));
    }
  }

  /// The key of `command`; the property holds null while it has none, as menus want it.
  public ReadOnlyObjectProperty<KeyCombination> property(Command command) {
    return key(command).getReadOnlyProperty();
  }

  /// The key of `command`, if it has one.
  public Optional<KeyCombination> of(Command command) {
    return Optional.ofNullable(key(command).get());
  }

  /// What `key` runs, if anything.
  public Optional<Command> command(KeyCombination key) {
    return keys.entrySet().stream()
        .filter(entry -> key.equals(entry.getValue().get()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Gives `command` another key, for good.
  ///
  /// @return the command that had the key and has none now
  public Optional<Command> change(Command command, KeyCombination key) {
    Optional<Command> before = command(key).filter(other -> other != command);
    before.ifPresent(other -> preferences.set(PREFERENCE + other.name(), NONE));
    give(command, key);
    preferences.set(PREFERENCE + command.name(), key.getName());
    return before;
  }

  /// Takes the key of `command` away, for good.
  public void remove(Command command) {
    key(command).set(null);
    preferences.set(PREFERENCE + command.name(), NONE);
  }

  /// Takes all the user's own keys back.
  public void reset() {
    List<Command> changed =
        Stream.of(Command.values()).filter(each -> !of(each).equals(each.usualKey())).toList();
    // First none of them has a key: no two commands share one, not even for a moment.
    changed.forEach(command -> key(command).set(null));
    for (Command command : changed) {
      preferences.remove(PREFERENCE + command.name());
      key(command).set(command.usualKey().orElse(null));
    }
  }

  private void apply(Command command, String text) {
    if (text.equals(NONE)) {
      key(command).set(null);
    } else {
      parse(text).ifPresent(key -> give(command, key));
    }
  }

  private void give(Command command, KeyCombination key) {
    command(key).ifPresent(other -> key(other).set(null));
    key(command).set(key);
  }

  private ReadOnlyObjectWrapper<KeyCombination> key(Command command) {
    ReadOnlyObjectWrapper<KeyCombination> key = keys.get(command);
    if (key == null) {
      throw new IllegalStateException("No entry for " + command);
    }
    return key;
  }

  private static Optional<KeyCombination> parse(String text) {
    try {
      return Optional.of(KeyCombination.valueOf(text));
    } catch (IllegalArgumentException notAKey) {
      return Optional.empty();
    }
  }
}
