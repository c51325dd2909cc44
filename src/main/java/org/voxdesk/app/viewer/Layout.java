package org.voxdesk.app.viewer;

import java.util.List;
import org.voxdesk.app.command.Command;

/// How the panes share the room.
@SuppressWarnings("ImmutableEnumChecker") // The lists cannot be changed.
enum Layout {
  /// One pane.
  ONE(Command.LAYOUT_ONE, List.of(Content.ACQUIRED), List.of(new Cell(0, 0, 1, 1))),
  /// Two series side by side.
  TWO(
      Command.LAYOUT_TWO,
      List.of(Content.ACQUIRED, Content.ACQUIRED),
      List.of(new Cell(0, 0, 0.5, 1), new Cell(0.5, 0, 0.5, 1))),
  /// One large pane, and two planes beside it.
  ONE_AND_TWO(
      Command.LAYOUT_ONE_AND_TWO,
      List.of(Content.ACQUIRED, Content.CORONAL, Content.SAGITTAL),
      List.of(
          new Cell(0, 0, 0.62, 1), new Cell(0.62, 0, 0.38, 0.5), new Cell(0.62, 0.5, 0.38, 0.5))),
  /// Four panes of one size: the images, two planes, and the brightest of thick axial slabs.
  FOUR(
      Command.LAYOUT_FOUR,
      List.of(Content.ACQUIRED, Content.CORONAL, Content.SAGITTAL, Content.AXIAL),
      List.of(
          new Cell(0, 0, 0.5, 0.5),
          new Cell(0.5, 0, 0.5, 0.5),
          new Cell(0, 0.5, 0.5, 0.5),
          new Cell(0.5, 0.5, 0.5, 0.5)));

  /// The most panes that any layout has.
  static final int MOST_PANES = 4;

  private final Command command;
  private final List<Content> contents;
  private final List<Cell> cells;

  /// Where a pane is, as parts of the whole.
  record Cell(double x, double y, double width, double height) {}

  Layout(Command command, List<Content> contents, List<Cell> cells) {
    this.command = command;
    this.contents = contents;
    this.cells = cells;
  }

  Command command() {
    return command;
  }

  /// What each pane shows to begin with.
  List<Content> contents() {
    return contents;
  }

  /// Where each pane is.
  List<Cell> cells() {
    return cells;
  }

  int panes() {
    return cells.size();
  }
}
