package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// The middle column: the panes, and below them the controls of playing and of the threshold tool
/// while these are in use.
public final class ViewerView extends VBox {
  private final ViewerViewModel viewer;
  private final PanesView panes;

  /// A view of `viewer`.
  public ViewerView(ViewerViewModel viewer) {
    this(viewer, List.of());
  }

  /// A view of `viewer` with what other screens lay over its pictures.
  public ViewerView(ViewerViewModel viewer, List<StageLayer> layers) {
    this.viewer = viewer;
    getStyleClass().add("viewer");
    panes = new PanesView(viewer, layers);
    VBox.setVgrow(panes, Priority.ALWAYS);
    new ViewExport(viewer, panes::stage).bind();
    getChildren().addAll(panes, new CineBar(viewer));
    viewer.keys(
        new PictureKeys() {
          @Override
          public boolean areWithPicture() {
            return panes.hasKeys();
          }

          @Override
          public void toPicture() {
            focusStage();
          }
        });
    viewer.toolProperty().subscribe(this::offerThreshold);
  }

  /// Builds the controls of the threshold tool when it is first taken.
  private void offerThreshold(Tool taken) {
    if (taken == Tool.THRESHOLD && getChildren().stream().noneMatch(LowScroll.class::isInstance)) {
      ThresholdPanel threshold = new ThresholdPanel(viewer.threshold(), viewer.app().services());
      threshold.visibleProperty().bind(viewer.toolProperty().map(t -> t == Tool.THRESHOLD));
      getChildren().add(new LowScroll(threshold));
    }
  }

  /// What belongs into the tool bar.
  public List<Node> controls() {
    return new ViewerControls(viewer, this::focusStage).nodes();
  }

  /// Gives the keys to the picture.
  public void focusStage() {
    panes.stage().requestFocus();
  }

  /// Clicks the picture where `point` is shown, as the mouse would.
  ///
  /// @return false if there is no picture, or it does not say where it lies
  public boolean click(Lps point) {
    Optional<Picture> picture = viewer.pictureProperty().getValue();
    Optional<Geometry> place = picture.flatMap(p -> p.slice().place());
    if (picture.isEmpty() || place.isEmpty()) {
      return false;
    }
    Voxel voxel = place.get().index(point);
    double[] at = picture.get().screen(voxel.i(), voxel.j());
    for (EventType<MouseEvent> type :
        List.of(
            MouseEvent.MOUSE_MOVED,
            MouseEvent.MOUSE_PRESSED,
            MouseEvent.MOUSE_RELEASED,
            MouseEvent.MOUSE_CLICKED)) {
      SentMouse.send(panes.stage(), panes.stage(), type, at[0], at[1], true);
    }
    return true;
  }
}
