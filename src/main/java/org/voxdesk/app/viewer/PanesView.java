package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
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
    viewer.panes().forEach(pane -> panes.add(new PaneView(pane, layers)));
    viewer.layoutProperty().addListener((property, was, is) -> arrange());
    viewer.maximisedProperty().addListener((property, was, is) -> arrange());
    viewer
        .activeProperty()
        .addListener(
            (property, was, is) -> {
              if (hasKeyboard()) {
                stage().requestFocus();
              }
            });
    arrange();
  }

  /// The stage of the active pane.
  StageView stage() {
    return panes.get(viewer.panes().indexOf(viewer.active())).stage();
  }

  private void arrange() {
    boolean had = hasKeyboard();
    List<PaneView> shown =
        viewer.shown().stream().map(pane -> panes.get(viewer.panes().indexOf(pane))).toList();
    getChildren().setAll(shown);
    if (had) {
      // A pane that is hidden takes the keyboard with it.
      (viewer.isShown(viewer.active()) ? stage() : shown.getFirst().stage()).requestFocus();
    }
  }

  /// Whether keys go to one of the panes.
  private boolean hasKeyboard() {
    return panes.stream().anyMatch(pane -> pane.stage().isFocused());
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
