package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Lps;

/// How panes go together: by position in the patient where they scroll, and in how they look where
/// they show one series. What one takes along takes nothing along itself.
final class PaneLinks {
  /// The cosine of the angle between directions that count as the same.
  private static final double PARALLEL = 0.98;

  private final List<PaneViewModel> panes;
  private final Supplier<List<PaneViewModel>> shown;
  private final BooleanProperty linked = new SimpleBooleanProperty(true);
  private boolean moving;

  /// @param shown those of the panes that have room
  PaneLinks(List<PaneViewModel> panes, Supplier<List<PaneViewModel>> shown) {
    this.panes = panes;
    this.shown = shown;
  }

  /// Whether panes of one space scroll together.
  BooleanProperty linkedProperty() {
    return linked;
  }

  /// Does something of which no pane takes another along.
  void apart(Runnable action) {
    if (moving) {
      return;
    }
    moving = true;
    try {
      action.run();
    } finally {
      moving = false;
    }
  }

  /// Sends the other panes of that space to a point.
  void pointTo(Lps point, PaneViewModel from) {
    moveOthers(from, pane -> pane.lookAt(point));
  }

  /// A pane looks at another slice: those that go through the same planes follow.
  void moved(PaneViewModel pane) {
    Optional<Lps> point = pane.point();
    if (linked.get() && point.isPresent() && shown.get().contains(pane)) {
      moveOthers(
          pane,
          other -> {
            if (areParallel(pane, other)) {
              other.lookAt(point.get());
            }
          });
    }
  }

  private void moveOthers(PaneViewModel from, Consumer<PaneViewModel> how) {
    apart(
        () ->
            shown.get().stream()
                .filter(pane -> pane != from && pane.sharesSpace(from))
                .forEach(how));
  }

  /// Whether the slices of two panes have the same direction, or opposite ones.
  static boolean areParallel(PaneViewModel one, PaneViewModel other) {
    return one.normal().isPresent()
        && other.normal().isPresent()
        && areParallel(one.normal().get(), other.normal().get());
  }

  /// Whether two unit vectors are the same direction, or opposite ones.
  static boolean areParallel(Lps one, Lps other) {
    return Math.abs(one.dot(other)) > PARALLEL;
  }

  /// The other panes of its series take over how a pane looks.
  void share(PaneViewModel from) {
    apart(
        () ->
            panes.stream()
                .filter(pane -> pane != from && isSameSeries(pane, from))
                .forEach(pane -> pane.take(from.stateProperty().get())));
  }

  /// A pane takes over how another of its series looks.
  void takeLook(PaneViewModel pane) {
    panes.stream()
        .filter(other -> other != pane && isSameSeries(pane, other))
        .filter(other -> other.pictureProperty().get().isPresent())
        .findFirst()
        .ifPresent(other -> pane.take(other.stateProperty().get()));
  }

  private static boolean isSameSeries(PaneViewModel one, PaneViewModel other) {
    return one.series().isPresent()
        && one.series().map(Series::uid).equals(other.series().map(Series::uid));
  }
}
