package org.voxdesk.app.shell;

import static org.voxdesk.app.command.Command.*;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.CommandControls;

/// The row of icon buttons: files and edits, tools, and what the viewer adds.
final class ShellToolBar extends ToolBar {
  /// What the left mouse button does in the viewer.
  static final List<Command> TOOLS =
      List.of(
          TOOL_WINDOW,
          TOOL_PAN,
          TOOL_ZOOM,
          TOOL_SCROLL,
          TOOL_CROSSHAIR,
          TOOL_TILT,
          TOOL_PROBE,
          TOOL_MEASURE,
          TOOL_THRESHOLD,
          TOOL_NODULE);

  ShellToolBar(CommandControls controls, List<Node> viewerControls) {
    add(controls, List.of(OPEN_FOLDER, SAVE, SAVE_AS, UNDO, REDO));
    getItems().add(new Separator(Orientation.VERTICAL));
    add(controls, TOOLS);
    if (!viewerControls.isEmpty()) {
      getItems().add(new Separator(Orientation.VERTICAL));
      getItems().addAll(viewerControls);
    }
    getItems().forEach(item -> item.addEventFilter(KeyEvent.KEY_PRESSED, ShellToolBar::escape));
  }

  /// Escape closes the menu that an item is in while the bar has no room for it; a button with a
  /// menu of its own would keep the key for that, open or not.
  private static void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE
        && event.getSource() instanceof Node item
        && item.getScene().getWindow() instanceof ContextMenu menu
        && !(item instanceof MenuButton button && button.isShowing())) {
      menu.hide();
      event.consume();
    }
  }

  private void add(CommandControls controls, List<Command> commands) {
    commands.forEach(command -> getItems().add(controls.button(command)));
  }
}
