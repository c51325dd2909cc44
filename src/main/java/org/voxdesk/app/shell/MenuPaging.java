package org.voxdesk.app.shell;

import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// While a menu is open, of the menu bar, a button or a table, Home and Page Up go to its first
/// entry and End and Page Down to its last, and none of them reaches the picture behind it.
final class MenuPaging implements EventHandler<KeyEvent> {
  @Override
  public void handle(KeyEvent event) {
    KeyCode key = event.getCode();
    List<ContextMenu> open = open();
    if (open.isEmpty() || !key.isNavigationKey() || key.isArrowKey()) {
      return;
    }
    event.consume();
    List<Node> entries =
        open.getLast().getItems().stream()
            .filter(item -> item.isVisible() && !item.isDisable())
            .map(MenuItem::getStyleableNode)
            .filter(node -> node != null && node.isFocusTraversable())
            .toList();
    if (!entries.isEmpty()) {
      boolean first = key == KeyCode.HOME || key == KeyCode.PAGE_UP;
      (first ? entries.getFirst() : entries.getLast()).requestFocus();
    }
  }

  /// The open menus, each within the one before.
  private static List<ContextMenu> open() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .toList();
  }
}
