package org.voxdesk.app.viewer;

import java.util.Optional;
import org.voxdesk.app.command.Command;
import org.voxdesk.volume.AnatomicalPlane;

/// What a pane shows of a series.
enum Content {
  /// The images as they were acquired.
  ACQUIRED(Command.PLANE_ACQUIRED, "plane.acquired"),
  AXIAL(Command.PLANE_AXIAL, "plane.axial"),
  CORONAL(Command.PLANE_CORONAL, "plane.coronal"),
  SAGITTAL(Command.PLANE_SAGITTAL, "plane.sagittal");

  private final Command command;
  private final String nameKey;

  Content(Command command, String nameKey) {
    this.command = command;
    this.nameKey = nameKey;
  }

  Command command() {
    return command;
  }

  /// The key of its name in the messages.
  String nameKey() {
    return nameKey;
  }

  /// The plane through the volume; empty for the acquired images.
  Optional<AnatomicalPlane> plane() {
    return switch (this) {
      case ACQUIRED -> Optional.empty();
      case AXIAL -> Optional.of(AnatomicalPlane.AXIAL);
      case CORONAL -> Optional.of(AnatomicalPlane.CORONAL);
      case SAGITTAL -> Optional.of(AnatomicalPlane.SAGITTAL);
    };
  }
}
