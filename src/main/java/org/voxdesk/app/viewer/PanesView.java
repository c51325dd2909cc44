package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The panes that are shown, each where the layout puts it.
final class PanesView extends Pane {
  private static final double GAP = 2;

  private final ViewerViewModel viewer;
  private final List<PaneView> panes = new ArrayList<>();

  PanesView(ViewerViewModel viewer, List<StageLayer> layers) {
    this.viewer = viewer;
    getStyleClass().add("panes");
    setMinSize(200, 160);
    // What is below is given its height first.
    setPrefSize(200, 160);
    viewer.panes().forEach(pane -> panes.add(new PaneView(pane, layers)));
    viewer.layoutProperty().addListener((property, was, is) -> arrange());
    viewer.maximisedProperty().addListener((property, was, is) -> arrange());
    viewer.activeProperty().addListener((property, was, is) -> keepKeys(hasKeys()));
    arrange();
  }

  /// The stage of the active pane.
  StageView stage() {
    return panes.get(viewer.panes().indexOf(viewer.active())).stage();
  }

  private void arrange() {
    boolean keys = hasKeys();
    getChildren()
        .setAll(
            viewer.shown().stream().map(pane -> panes.get(viewer.panes().indexOf(pane))).toList());
    keepKeys(keys);
  }

  /// Whether the keys go to one of the panes.
  boolean hasKeys() {
    return hasKeys(this);
  }

  private boolean hasKeys(Node within) {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    while (owner != null && !owner.equals(within)) {
      owner = owner.getParent();
    }
    return owner != null;
  }

  /// The keys follow the active pane, and are never left with one that has no room any more. What
  /// has them within that pane, such as the editor of a text, keeps them.
  private void keepKeys(boolean had) {
    PaneViewModel pane =
        viewer.isShown(viewer.active()) ? viewer.active() : viewer.shown().getFirst();
    PaneView view = panes.get(viewer.panes().indexOf(pane));
    if (had && !hasKeys(view)) {
      view.stage().requestFocus();
    }
  }

  @Override
  protected void layoutChildren() {
    boolean alone = getChildren().size() == 1;
    for (int at = 0; at < getChildren().size(); at++) {
      Layout.Cell cell =
          alone ? new Layout.Cell(0, 0, 1, 1) : viewer.layoutProperty().get().cells().get(at);
      double left = edge(cell.x(), getWidth());
      double top = edge(cell.y(), getHeight());
      double right = edge(cell.x() + cell.width(), getWidth());
      double bottom = edge(cell.y() + cell.height(), getHeight());
      getChildren()
          .get(at)
          .resizeRelocate(
              left,
              top,
              right - left - (right < getWidth() ? GAP : 0),
              bottom - top - (bottom < getHeight() ? GAP : 0));
    }
  }

  private double edge(double part, double length) {
    return snapPositionX(part * length);
  }
}
