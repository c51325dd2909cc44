package org.voxdesk.app.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A scroll pane that draws what is in it, where JavaFX's own draws a picture that it keeps of all
/// of it: one changed label would be a new picture of the whole page, and pictures of the window
/// would show the page as it once was.
public class LiveScroll extends ScrollPane {
  /// A scroll pane for `content`.
  public LiveScroll(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    getChildren().forEach(part -> part.setCache(false));
    return skin;
  }
}
