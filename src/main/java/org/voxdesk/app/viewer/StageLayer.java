package org.voxdesk.app.viewer;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Something that another screen lays over the pictures of a stage, such as what was measured on
/// them.
@FunctionalInterface
public interface StageLayer {
  /// What lies over one stage. It is a child of the stage without a place in its layout, has the
  /// stage's coordinates, and lets through the mouse events that it does not consume.
  ///
  /// @param picture what the stage shows
  Node over(ObservableValue<Optional<Picture>> picture);
}
