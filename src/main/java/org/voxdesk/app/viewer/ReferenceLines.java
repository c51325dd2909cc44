package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.dicom.Tag;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// Where the slices of the other panes cut this one, as lines; together they are the crosshair.
/// Where the point was shown in a slice that is parallel to this one, which cuts it nowhere, it is
/// a cross.
final class ReferenceLines extends Pane {
  private static final double CROSS = 9;

  private final PaneViewModel pane;
  private final ViewerViewModel viewer;
  private Optional<Picture> picture = Optional.empty();

  ReferenceLines(PaneViewModel pane) {
    this.pane = pane;
    this.viewer = pane.viewer();
    setMouseTransparent(true);
    setManaged(false);
    viewer
        .panes()
        .forEach(
            other -> {
              if (other != pane) {
                other.pictureProperty().addListener((property, was, is) -> show(picture));
              }
            });
    viewer.layoutProperty().addListener((property, was, is) -> show(picture));
    viewer.maximisedProperty().addListener((property, was, is) -> show(picture));
    viewer.crosshairProperty().addListener((property, was, is) -> show(picture));
  }

  /// Draws the lines on this picture.
  void show(Optional<Picture> shown) {
    picture = shown;
    getChildren().clear();
    if (shown.isEmpty() || !viewer.isShown(pane)) {
      return;
    }
    for (PaneViewModel other : viewer.shown()) {
      if (other != pane && other.sharesSpace(pane)) {
        place(Optional.of(other))
            .flatMap(theirs -> cut(theirs, shown.get()))
            .ifPresent(line -> add(line, other == viewer.active()));
      }
    }
    viewer
        .pointedIn()
        .filter(from -> from != pane && from.sharesSpace(pane))
        .filter(from -> PaneLinks.areParallel(from, pane))
        .flatMap(from -> viewer.crosshairProperty().get())
        .ifPresent(point -> cross(point, shown.get()));
  }

  /// A cross at a point of the patient, if it is in the picture's slice.
  private void cross(Lps point, Picture on) {
    Optional<Voxel> at = on.slice().place().map(place -> place.index(point));
    // The slice is told to be 1 mm thick, so its index counts millimetres along the normal.
    if (at.isPresent() && Math.abs(at.get().k()) <= thickness(on.slice()) / 2) {
      double[] p = on.screen(at.get().i(), at.get().j());
      for (Line line :
          List.of(
              new Line(p[0] - CROSS, p[1], p[0] + CROSS, p[1]),
              new Line(p[0], p[1] - CROSS, p[0], p[1] + CROSS))) {
        line.getStyleClass().add("cross");
        add(line, true);
      }
    }
  }

  private static double thickness(LoadedSlice slice) {
    return slice
        .cut()
        .map(cut -> Math.max(cut.stepMm(), cut.slab().mm()))
        .orElseGet(() -> slice.described().dataSet().number(Tag.SLICE_THICKNESS).orElse(1));
  }

  private static Optional<Geometry> place(Optional<PaneViewModel> of) {
    return of.flatMap(p -> p.pictureProperty().get()).flatMap(p -> p.slice().place());
  }

  private void add(Line line, boolean ofActive) {
    line.getStyleClass().add("reference-line");
    if (ofActive) {
      line.getStyleClass().add("active");
    }
    getChildren().add(line);
  }

  /// The line in which a slice that lies at `theirs` cuts the picture's slice, as far as theirs
  /// reaches; empty where they do not meet.
  private static Optional<Line> cut(Geometry theirs, Picture picture) {
    Optional<Geometry> mine = picture.slice().place();
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    List<Voxel> ends = ends(theirs, mine.get());
    if (ends.size() < 2) {
      return Optional.empty();
    }
    double[] from = picture.screen(ends.get(0).i(), ends.get(0).j());
    double[] to = picture.screen(ends.get(1).i(), ends.get(1).j());
    return Optional.of(new Line(from[0], from[1], to[0], to[1]));
  }

  /// The points of their slice's edges that lie in my slice, by my indices.
  static List<Voxel> ends(Geometry theirs, Geometry mine) {
    double[][] corners = {
      {-0.5, -0.5},
      {theirs.columns() - 0.5, -0.5},
      {theirs.columns() - 0.5, theirs.rows() - 0.5},
      {-0.5, theirs.rows() - 0.5}
    };
    List<Voxel> ends = new ArrayList<>();
    for (int at = 0; at < corners.length; at++) {
      double[] a = corners[at];
      double[] b = corners[(at + 1) % corners.length];
      Lps from = theirs.lps(a[0], a[1], 0);
      Lps to = theirs.lps(b[0], b[1], 0);
      double before = mine.index(from).k();
      double after = mine.index(to).k();
      if (before < 0 != after < 0) {
        double share = before / (before - after);
        ends.add(mine.index(from.plus(to.minus(from).times(share))));
      }
    }
    return ends;
  }
}
