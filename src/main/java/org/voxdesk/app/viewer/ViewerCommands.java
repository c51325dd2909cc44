package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.Interpolation;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;

/// Says what the viewer's commands do, and when they can be had.
final class ViewerCommands {
  private static final List<Command> PRESETS =
      List.of(
          Command.PRESET_1,
          Command.PRESET_2,
          Command.PRESET_3,
          Command.PRESET_4,
          Command.PRESET_5,
          Command.PRESET_6,
          Command.PRESET_7,
          Command.PRESET_8,
          Command.PRESET_9);

  private static final double ZOOM_STEP = 1.25;
  private static final double PAN_STEP = 40;
  private static final double WINDOW_STEP = 1.1;
  private static final double LEVEL_STEP = 0.05;

  private ViewerCommands() {}

  /// What moves by itself stops first.
  private static void leave(ViewerViewModel viewer) {
    if (viewer.cine().leave()) {
      return;
    }
    if (viewer.pointingProperty().get()) {
      viewer.pointingProperty().set(false);
    } else {
      viewer.toolProperty().set(Tool.WINDOW);
    }
  }

  static void bind(ViewerViewModel viewer, Commands commands) {
    ObservableValue<Boolean> shown = viewer.pictureProperty().map(Optional::isPresent);
    ObservableValue<Boolean> grey =
        viewer.pictureProperty().map(p -> p.filter(s -> s.slice().isGrey()).isPresent());
    for (Tool each : Tool.values()) {
      commands.bindChoice(
          each.command(),
          () -> viewer.toolProperty().set(each),
          shown,
          viewer.toolProperty().map(active -> active == each));
    }
    commands.bindChoice(Command.POINT, viewer::point, shown, viewer.pointingProperty());
    commands.bind(Command.LEAVE_TOOL, () -> leave(viewer));
    windows(viewer, commands, grey);
    commands.bind(Command.FLIP_HORIZONTAL, () -> viewer.turn(Turn::flippedHorizontally), shown);
    commands.bind(Command.FLIP_VERTICAL, () -> viewer.turn(Turn::flippedVertically), shown);
    commands.bind(Command.ROTATE_RIGHT, () -> viewer.turn(t -> t.rotated(1)), shown);
    commands.bind(Command.ROTATE_LEFT, () -> viewer.turn(t -> t.rotated(-1)), shown);
    commands.bind(Command.RESET_VIEW, () -> viewer.active().reset(), shown);
    adjusting(viewer, commands, shown, grey);
    commands.bind(Command.ZOOM_FIT, () -> viewer.active().fit(), shown);
    commands.bind(Command.ZOOM_ACTUAL, () -> viewer.active().actualSize(), shown);
    commands.bindChoice(
        Command.SMOOTH,
        () -> viewer.interpolation(other(viewer.stateProperty().getValue().interpolation())),
        shown,
        viewer.stateProperty().map(s -> s.interpolation() == Interpolation.SMOOTH));
    toggle(
        commands,
        Command.DRAG_DOWN_DARKENS,
        viewer.downIsDarkerProperty(),
        new ReadOnlyObjectWrapper<>(true));
    commands.bind(Command.EDIT_PRESETS, () -> PresetsPage.show(viewer));
    toggle(commands, Command.OVERLAY, viewer.overlayProperty(), shown);
    toggle(commands, Command.OVERLAY_PLANES, viewer.overlayPlanesProperty(), shown);
  }

  /// What dragging does, a step at a time.
  private static void adjusting(
      ViewerViewModel viewer,
      Commands commands,
      ObservableValue<Boolean> shown,
      ObservableValue<Boolean> grey) {
    commands.bind(Command.ZOOM_IN, () -> zoom(viewer, ZOOM_STEP), shown);
    commands.bind(Command.ZOOM_OUT, () -> zoom(viewer, 1 / ZOOM_STEP), shown);
    commands.bind(Command.PAN_LEFT, () -> pan(viewer, -PAN_STEP, 0), shown);
    commands.bind(Command.PAN_RIGHT, () -> pan(viewer, PAN_STEP, 0), shown);
    commands.bind(Command.PAN_UP, () -> pan(viewer, 0, -PAN_STEP), shown);
    commands.bind(Command.PAN_DOWN, () -> pan(viewer, 0, PAN_STEP), shown);
    commands.bind(Command.WINDOW_NARROWER, () -> window(viewer, 0, 1 / WINDOW_STEP), grey);
    commands.bind(Command.WINDOW_WIDER, () -> window(viewer, 0, WINDOW_STEP), grey);
    commands.bind(Command.WINDOW_DARKER, () -> window(viewer, LEVEL_STEP, 1), grey);
    commands.bind(Command.WINDOW_BRIGHTER, () -> window(viewer, -LEVEL_STEP, 1), grey);
  }

  private static void zoom(ViewerViewModel viewer, double factor) {
    viewer.active().change(s -> s.withZoom(s.zoom() * factor));
  }

  private static void pan(ViewerViewModel viewer, double dx, double dy) {
    viewer.active().change(s -> s.withPan(s.panX() + dx, s.panY() + dy));
  }

  /// @param level how far the centre goes, in widths, where the picture is not inverted
  private static void window(ViewerViewModel viewer, double level, double factor) {
    ViewState state = viewer.stateProperty().getValue();
    Window window = state.window();
    double up = (state.inverted() ? -level : level) * window.width();
    double more = (factor - 1) * window.width();
    // The linear function counts in whole values.
    boolean whole = window.function() == VoiFunction.LINEAR;
    viewer.window(window.changed(whole ? whole(up) : up, whole ? whole(more) : more));
  }

  /// A step of whole values, and of one at least.
  private static double whole(double step) {
    return Math.signum(step) * Math.max(1, Math.rint(Math.abs(step)));
  }

  private static void windows(
      ViewerViewModel viewer, Commands commands, ObservableValue<Boolean> grey) {
    ObservableValue<List<NamedWindow>> windows = viewer.ofActive(PaneViewModel::windowsProperty);
    for (int at = 0; at < PRESETS.size(); at++) {
      int number = at;
      commands.bind(
          PRESETS.get(at),
          () -> viewer.window(windows.getValue().get(number).window()),
          windows.map(list -> number < list.size()));
      commands.bindDetail(
          PRESETS.get(at),
          windows.map(
              list ->
                  number < list.size()
                      ? ViewerControls.label(list.get(number), viewer.app().services())
                      : ""));
    }
    commands.bind(
        Command.WINDOW_FULL,
        () ->
            viewer
                .pictureProperty()
                .getValue()
                .ifPresent(p -> viewer.window(p.slice().fullRange())),
        grey);
    commands.bind(Command.WINDOW_FILE, () -> viewer.active().windowOfFile(), grey);
    commands.bindChoice(
        Command.INVERT,
        () -> viewer.change(s -> s.withInverted(!s.inverted())),
        grey,
        viewer.stateProperty().map(ViewState::inverted));
  }

  private static Interpolation other(Interpolation now) {
    return now == Interpolation.SMOOTH ? Interpolation.NEAREST : Interpolation.SMOOTH;
  }

  private static void toggle(
      Commands commands, Command command, BooleanProperty on, ObservableValue<Boolean> available) {
    commands.bindChoice(command, () -> on.set(!on.get()), available, on);
  }
}
