package org.voxdesk.app.shell;

import static org.voxdesk.app.command.Command.*;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.CommandControls;

/// The row of icon buttons: files and edits, tools, and what the viewer adds.
final class ShellToolBar extends ToolBar {
  /// What the left mouse button does in the viewer.
  static final List<Command> TOOLS =
      List.of(
          TOOL_WINDOW,
          TOOL_PAN,
          TOOL_ZOOM,
          TOOL_SCROLL,
          TOOL_CROSSHAIR,
          TOOL_TILT,
          TOOL_PROBE,
          TOOL_MEASURE,
          TOOL_THRESHOLD,
          TOOL_NODULE);

  ShellToolBar(CommandControls controls, List<Node> viewerControls) {
    add(controls, List.of(OPEN_FOLDER, SAVE, SAVE_AS, UNDO, REDO));
    getItems().add(new Separator(Orientation.VERTICAL));
    add(controls, TOOLS);
    if (!viewerControls.isEmpty()) {
      getItems().add(new Separator(Orientation.VERTICAL));
      getItems().addAll(viewerControls);
    }
  }

  private void add(CommandControls controls, List<Command> commands) {
    commands.forEach(command -> getItems().add(controls.button(command)));
  }
}
