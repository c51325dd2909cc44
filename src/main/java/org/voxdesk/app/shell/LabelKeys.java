package org.voxdesk.app.shell;

import static org.voxdesk.app.command.Command.*;

import java.util.List;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;

/// With the nodule tool in hand, the keys that label nodules and those that choose windows change
/// places: a nodule is clicked and labelled by one key, wherever the focus is.
record LabelKeys(Services services) implements EventHandler<KeyEvent> {
  private static final List<Command> LABELS =
      List.of(
          NODULE_LABEL_1,
          NODULE_LABEL_2,
          NODULE_LABEL_3,
          NODULE_LABEL_4,
          NODULE_LABEL_5,
          NODULE_LABEL_6,
          NODULE_LABEL_7,
          NODULE_LABEL_8,
          NODULE_LABEL_9,
          NODULE_LABEL_NONE);
  private static final List<Command> WINDOWS =
      List.of(
          PRESET_1,
          PRESET_2,
          PRESET_3,
          PRESET_4,
          PRESET_5,
          PRESET_6,
          PRESET_7,
          PRESET_8,
          PRESET_9,
          WINDOW_FULL);

  private static final List<KeyCode> KEYPAD =
      List.of(
          KeyCode.NUMPAD1,
          KeyCode.NUMPAD2,
          KeyCode.NUMPAD3,
          KeyCode.NUMPAD4,
          KeyCode.NUMPAD5,
          KeyCode.NUMPAD6,
          KeyCode.NUMPAD7,
          KeyCode.NUMPAD8,
          KeyCode.NUMPAD9,
          KeyCode.NUMPAD0);

  @Override
  public void handle(KeyEvent event) {
    // Without a nodule to label the keys are as ever.
    boolean labels =
        services.commands().selectedProperty(TOOL_NODULE).get()
            && services.commands().availableProperty(NODULE_LABEL_NONE).get();
    if (!labels || isTyping(event.getTarget())) {
      return;
    }
    int label = Math.max(at(WINDOWS, event), keypad(event));
    int window = at(LABELS, event);
    if (label >= 0) {
      services.commands().run(LABELS.get(label));
      event.consume();
    } else if (window >= 0) {
      services.commands().run(WINDOWS.get(window));
      event.consume();
    }
  }

  private int at(List<Command> commands, KeyEvent event) {
    return IntStream.range(0, commands.size())
        .filter(
            n -> services.shortcuts().of(commands.get(n)).filter(k -> k.match(event)).isPresent())
        .findFirst()
        .orElse(-1);
  }

  /// Digits of the number pad are digits.
  private static int keypad(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    return plain ? KEYPAD.indexOf(event.getCode()) : -1;
  }

  private static boolean isTyping(Object target) {
    return target instanceof TextInputControl
        || target instanceof Spinner<?>
        || (target instanceof ComboBoxBase<?> box && box.isEditable());
  }
}
