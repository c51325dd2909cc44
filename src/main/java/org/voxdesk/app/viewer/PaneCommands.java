package org.voxdesk.app.viewer;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.SeriesVolume;

/// Says what the commands do that concern slices, planes and panes.
final class PaneCommands {
  private static final double TILT_DEGREES = 5;
  private static final int MANY = 10;

  private PaneCommands() {}

  static void bind(ViewerViewModel viewer, Commands commands) {
    slices(viewer, commands);
    layouts(viewer, commands);
    planes(viewer, commands);
  }

  private static void slices(ViewerViewModel viewer, Commands commands) {
    ObservableValue<Boolean> several =
        viewer.ofActive(pane -> pane.navigation().countProperty().map(n -> n.intValue() > 1));
    commands.bind(Command.SLICE_PREVIOUS, () -> viewer.navigation().move(-1), several);
    commands.bind(Command.SLICE_NEXT, () -> viewer.navigation().move(1), several);
    commands.bind(Command.SLICE_BACK_10, () -> viewer.navigation().move(-MANY), several);
    commands.bind(Command.SLICE_ON_10, () -> viewer.navigation().move(MANY), several);
    commands.bind(Command.SLICE_FIRST, () -> viewer.navigation().go(0), several);
    commands.bind(
        Command.SLICE_LAST,
        () -> viewer.navigation().go(viewer.navigation().slices().size() - 1),
        several);
    var playing = viewer.cine().playingProperty();
    commands.bindChoice(Command.CINE, () -> playing.set(!playing.get()), several, playing);
  }

  private static void layouts(ViewerViewModel viewer, Commands commands) {
    ObservableValue<Boolean> open =
        viewer.app().session().libraryProperty().map(library -> !library.series().isEmpty());
    for (Layout each : Layout.values()) {
      commands.bindChoice(
          each.command(),
          () -> viewer.arrange(each),
          open,
          viewer.layoutProperty().map(layout -> layout == each));
    }
    ObservableValue<Boolean> panes = viewer.layoutProperty().map(layout -> layout.panes() > 1);
    commands.bind(Command.PANE_NEXT, viewer::activateNext, open);
    commands.bindChoice(
        Command.PANE_MAXIMISE,
        () -> viewer.maximise(viewer.active()),
        panes,
        viewer.maximisedProperty().map(Optional::isPresent));
    var linked = viewer.linkedProperty();
    commands.bindChoice(Command.LINK_PANES, () -> linked.set(!linked.get()), panes, linked);
  }

  private static void planes(ViewerViewModel viewer, Commands commands) {
    ObservableValue<Boolean> open =
        viewer.app().session().seriesProperty().map(Optional::isPresent);
    ObservableValue<Boolean> volume =
        viewer
            .app()
            .volume()
            .stateProperty()
            .map(state -> state instanceof SeriesVolume.State.Ready);
    for (Content each : Content.values()) {
      commands.bindChoice(
          each.command(),
          () -> viewer.active().show(each),
          each == Content.ACQUIRED ? open : volume,
          viewer
              .ofActive(PaneViewModel::shownContent)
              .map(shown -> shown.equals(Optional.of(each))));
    }
    ObservableValue<Boolean> plane =
        viewer.ofActive(PaneViewModel::contentProperty).map(content -> content != Content.ACQUIRED);
    commands.bind(Command.TILT_LEFT, () -> viewer.active().tilt(TILT_DEGREES, 0), plane);
    commands.bind(Command.TILT_RIGHT, () -> viewer.active().tilt(-TILT_DEGREES, 0), plane);
    commands.bind(Command.TILT_UP, () -> viewer.active().tilt(0, TILT_DEGREES), plane);
    commands.bind(Command.TILT_DOWN, () -> viewer.active().tilt(0, -TILT_DEGREES), plane);
  }
}
