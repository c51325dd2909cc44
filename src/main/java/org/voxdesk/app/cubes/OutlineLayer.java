package org.voxdesk.app.cubes;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import org.voxdesk.annotation.LidcContour;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.dicom.Tag;
import org.voxdesk.nodule.Nodule;

/// Over a stage, what the readers of LIDC-IDRI drew around nodules on the image that is shown, a
/// colour each; what they left out is dashed.
final class OutlineLayer extends Pane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
  private static final int COLORS = 4;

  private final AppModel app;
  private final ObservableValue<Optional<Picture>> picture;

  OutlineLayer(AppModel app, ObservableValue<Optional<Picture>> picture) {
    this.app = app;
    this.picture = picture;
    setManaged(false);
    setMouseTransparent(true);
    InvalidationListener changed = observable -> show();
    picture.addListener((property, was, is) -> show());
    app.nodules().allProperty().addListener(changed);
    app.nodules().selectedProperty().addListener((property, was, is) -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    picture.getValue().filter(shown -> shown.slice().cut().isEmpty()).ifPresent(this::show);
  }

  private void show(Picture shown) {
    LoadedSlice slice = shown.slice();
    String image = slice.instance().text(Tag.SOP_INSTANCE_UID);
    String series = slice.instance().text(Tag.SERIES_INSTANCE_UID);
    for (Nodule nodule : app.nodules().allProperty().get().of(series)) {
      boolean selected = app.nodules().selectedProperty().get().equals(Optional.of(nodule));
      nodule.contours().stream()
          .filter(contour -> contour.sopInstanceUid().equals(image))
          .forEach(contour -> getChildren().add(outline(contour, shown, selected)));
    }
  }

  private static Polygon outline(LidcContour contour, Picture shown, boolean selected) {
    Polygon outline = new Polygon();
    for (LidcContour.Pixel pixel : contour.points()) {
      double[] at = shown.screen(pixel.i(), pixel.j());
      outline.getPoints().addAll(at[0], at[1]);
    }
    outline.getStyleClass().addAll("outline", "reader-" + contour.reader() % COLORS);
    outline.pseudoClassStateChanged(SELECTED, selected);
    outline.pseudoClassStateChanged(LEFT_OUT, !contour.isInside());
    return outline;
  }
}
