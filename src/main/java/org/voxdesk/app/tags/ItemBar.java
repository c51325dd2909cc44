package org.voxdesk.app.tags;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.model.Services;

/// The buttons for the items of a sequence, there while a sequence or an item is selected.
final class ItemBar extends HBox {
  @SuppressWarnings("ImmutableEnumChecker") // Icons are immutable, unmarked.
  private static final Map<RowActions.Action, Ikon> ICONS =
      Map.of(
          RowActions.Action.ADD, MaterialDesignP.PLAYLIST_PLUS,
          RowActions.Action.DUPLICATE, MaterialDesignC.CONTENT_DUPLICATE,
          RowActions.Action.DELETE, MaterialDesignT.TRASH_CAN_OUTLINE,
          RowActions.Action.UP, MaterialDesignA.ARROW_UP,
          RowActions.Action.DOWN, MaterialDesignA.ARROW_DOWN);

  ItemBar(Services services, TagTable table, TagsViewModel model) {
    getStyleClass().addAll("tag-line", "item-bar");
    RowActions actions = table.actions();
    for (RowActions.Action action : RowActions.Action.values()) {
      Button button =
          services
              .controls()
              .icon(RowMenu.name(action), ICONS.get(action), () -> table.act(action));
      button
          .disableProperty()
          .bind(model.selectedProperty().map(row -> !actions.isPossible(action, row)));
      getChildren().add(button);
    }
    visibleProperty()
        .bind(model.selectedProperty().map(row -> actions.isPossible(RowActions.Action.ADD, row)));
    managedProperty().bind(visibleProperty());
  }
}
