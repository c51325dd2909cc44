package org.voxdesk.app.command;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// What each [Command] does at present, and whether it can be done. Used on the window's thread.
///
/// View models bind commands; menus, buttons and keys run them. A command that nobody has bound is
/// not available.
public final class Commands {
  private final Map<Command, Binding> bindings = new EnumMap<>(Command.class);

  /// Commands that do nothing yet.
  public Commands() {
    for (Command command : Command.values()) {
      bindings.put(command, new Binding());
    }
  }

  /// Makes `command` run `action` whenever it is run, for good.
  public void bind(Command command, Runnable action) {
    binding(command).action = action;
    binding(command).available.unbind();
    binding(command).available.set(true);
  }

  /// Makes `command` run `action` while `available` holds.
  public void bind(Command command, Runnable action, ObservableValue<Boolean> available) {
    binding(command).action = action;
    binding(command).available.bind(available);
  }

  /// Makes `command` a choice that is on while `selected` holds; running it is to turn it.
  public void bindChoice(
      Command command,
      Runnable action,
      ObservableValue<Boolean> available,
      ObservableValue<Boolean> selected) {
    bind(command, action, available);
    binding(command).selected.bind(selected);
  }

  /// Says after the name of `command` what exactly it would do now, while `detail` is not empty.
  public void bindDetail(Command command, ObservableValue<String> detail) {
    binding(command).detail.bind(detail);
  }

  /// What exactly `command` would do now; empty when its name says it all.
  public ReadOnlyStringProperty detailProperty(Command command) {
    return binding(command).detail.getReadOnlyProperty();
  }

  /// Whether `command` can be run now.
  public ReadOnlyBooleanProperty availableProperty(Command command) {
    return binding(command).available.getReadOnlyProperty();
  }

  /// Whether `command` is on; false for what is no choice.
  public ReadOnlyBooleanProperty selectedProperty(Command command) {
    return binding(command).selected.getReadOnlyProperty();
  }

  /// Runs `command` if it is available.
  public void run(Command command) {
    Binding binding = binding(command);
    if (binding.available.get()) {
      binding.action.run();
    }
  }

  private Binding binding(Command command) {
    Binding binding = bindings.get(command);
    if (binding == null) {
      throw new IllegalStateException("No entry for " + command);
    }
    return binding;
  }

  private static final class Binding {
    private Runnable action = () -> {};
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  }
}
