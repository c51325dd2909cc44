package org.voxdesk.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.voxdesk.app.model.Services;

/// What was opened last, the latest first. Filled each time it is about to be shown.
final class RecentMenu extends Menu {
  /// @param open opens what the user picks
  /// @param clear the entry that forgets all of them
  RecentMenu(Services services, Consumer<List<Path>> open, MenuItem clear) {
    super(services.text("menu.recent"));
    fill(services, open, clear);
    setOnShowing(event -> fill(services, open, clear));
  }

  private void fill(Services services, Consumer<List<Path>> open, MenuItem clear) {
    getItems().clear();
    for (Path path : services.preferences().recent()) {
      MenuItem item = new MenuItem(path.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> open.accept(List.of(path)));
      getItems().add(item);
    }
    if (!getItems().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    getItems().add(clear);
  }
}
