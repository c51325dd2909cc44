package org.voxdesk.app;

import javafx.scene.layout.StackPane;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.library.WelcomePage;
import org.voxdesk.app.viewer.ViewerView;

/// The middle column: the viewer, and a page to begin with while nothing is open.
final class Middle extends StackPane {
  private final ViewerView view;
  private final WelcomePage welcome;

  Middle(ViewerView view, LibraryViewModel library) {
    this.view = view;
    welcome = new WelcomePage(library);
    getChildren().add(welcome);
    view.visibleProperty().bind(welcome.visibleProperty().not());
    view.visibleProperty()
        .subscribe(
            visible -> {
              if (visible) {
                complete();
                view.focusStage();
              }
            });
  }

  /// Puts the viewer behind the page, which can be seen without it.
  void complete() {
    if (view.getParent() == null) {
      getChildren().addFirst(view);
    }
  }

  /// Gives the keys to what is shown.
  void focus() {
    if (view.isVisible()) {
      view.focusStage();
    } else {
      welcome.focusFirst();
    }
  }
}
