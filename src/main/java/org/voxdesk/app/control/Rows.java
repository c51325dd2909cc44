package org.voxdesk.app.control;

import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;

/// Rows of lists, tables and trees.
public final class Rows {
  private Rows() {}

  /// Scrolls to a row, no further than it must; not at all where the row is in sight, or nothing
  /// has been laid out yet.
  public static void reveal(Control view, int row) {
    if (row >= 0 && view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      boolean within =
          first != null && last != null && row > first.getIndex() && row < last.getIndex();
      if (!within) {
        flow.scrollTo(row);
      }
    }
  }
}
