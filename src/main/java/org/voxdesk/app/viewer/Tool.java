package org.voxdesk.app.viewer;

import org.voxdesk.app.command.Command;

/// What the left mouse button does over the picture.
public enum Tool {
  /// Dragging changes window width and level.
  WINDOW(Command.TOOL_WINDOW),
  /// Dragging moves the picture.
  PAN(Command.TOOL_PAN),
  /// Dragging zooms.
  ZOOM(Command.TOOL_ZOOM),
  /// Dragging goes through the slices.
  SCROLL(Command.TOOL_SCROLL),
  /// A click or drag sends the other panes to that place.
  CROSSHAIR(Command.TOOL_CROSSHAIR),
  /// Dragging turns the plane out of its directions.
  TILT(Command.TOOL_TILT),
  /// The value under the pointer is shown beside it.
  PROBE(Command.TOOL_PROBE),
  /// A click or drag draws a measurement; a layer of the stage takes the mouse for it.
  MEASURE(Command.TOOL_MEASURE),
  /// Pixels of a range are tinted; dragging changes the window.
  THRESHOLD(Command.TOOL_THRESHOLD),
  /// A click marks a nodule.
  NODULE(Command.TOOL_NODULE);

  private final Command command;

  Tool(Command command) {
    this.command = command;
  }

  Command command() {
    return command;
  }
}
