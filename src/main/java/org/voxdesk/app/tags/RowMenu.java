package org.voxdesk.app.tags;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.voxdesk.app.model.Services;

/// What can be done to the selected lines, as a menu at the pointer or at the menu key. The keys
/// are the table's: those of a menu would act wherever the keyboard is.
final class RowMenu extends ContextMenu {
  private final Services services;
  private final Map<MenuItem, BooleanSupplier> possible = new LinkedHashMap<>();

  RowMenu(
      Services services,
      TagTable table,
      TagsViewModel model,
      RowActions actions,
      RowClipboard clipboard) {
    this.services = services;
    add("tags.menu.edit", table::edit, () -> model.selectedProperty().get().isPresent());
    add("tags.menu.editor", table::openEditor, table::hasEditor);
    getItems().add(new SeparatorMenuItem());
    BooleanSupplier any = () -> !model.selection().isEmpty();
    add("tags.copy", clipboard::copy, any);
    add("tags.copy.json", clipboard::copyJson, any);
    add("tags.copy.csv", clipboard::copyCsv, any);
    add("tags.paste", clipboard::paste, () -> model.shown().isPresent() && clipboard.isPossible());
    getItems().add(new SeparatorMenuItem());
    for (RowActions.Action action : RowActions.Action.values()) {
      add(
          name(action),
          () -> table.act(action),
          () -> actions.isPossible(action, model.selectedProperty().get()));
    }
    getItems().add(new SeparatorMenuItem());
    add("tags.delete", table::delete, actions::isDeletable);
    setOnShowing(event -> possible.forEach((item, is) -> item.setDisable(!is.getAsBoolean())));
  }

  /// The key of what the action is called.
  static String name(RowActions.Action action) {
    return switch (action) {
      case ADD -> "tags.item.add";
      case DUPLICATE -> "tags.item.duplicate";
      case DELETE -> "tags.item.delete";
      case UP -> "tags.item.up";
      case DOWN -> "tags.item.down";
    };
  }

  private MenuItem add(String nameKey, Runnable action, BooleanSupplier is) {
    MenuItem item = new MenuItem(services.text(nameKey));
    item.setOnAction(event -> action.run());
    possible.put(item, is);
    getItems().add(item);
    return item;
  }
}
