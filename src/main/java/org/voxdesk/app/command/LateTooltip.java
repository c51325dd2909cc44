package org.voxdesk.app.command;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// A tooltip that is built when the pointer first comes to its control: the window need not wait
/// for it, and there are many.
public final class LateTooltip {
  private LateTooltip() {}

  /// Gives `control` the tooltip of `text`.
  public static void give(Control control, String text) {
    give(control, () -> new Tooltip(text));
  }

  /// Gives `control` what `tooltip` builds.
  static void give(Control control, Supplier<Tooltip> tooltip) {
    control.addEventFilter(
        MouseEvent.MOUSE_ENTERED_TARGET,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            control.removeEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this);
            control.setTooltip(tooltip.get());
          }
        });
  }
}
