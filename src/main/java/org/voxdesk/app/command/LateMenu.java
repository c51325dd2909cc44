package org.voxdesk.app.command;

import java.util.List;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The entries of a button's menu, built when it is first opened: the window need not wait for
/// them.
public final class LateMenu {
  private LateMenu() {}

  /// Lets `button` offer `items` from its first opening on.
  public static void fill(MenuButton button, Supplier<List<MenuItem>> items) {
    button.addEventHandler(
        MenuButton.ON_SHOWING,
        new EventHandler<Event>() {
          @Override
          public void handle(Event event) {
            button.removeEventHandler(MenuButton.ON_SHOWING, this);
            button.getItems().setAll(items.get());
          }
        });
  }
}
