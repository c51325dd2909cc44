package org.voxdesk.app.viewer;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.volume.Slab;

/// The choice of how thick the active pane's planes are, and what is made of the values across
/// them.
final class SlabMenu {
  private static final List<Integer> THICKNESSES = List.of(0, 2, 3, 5, 10, 20, 50);

  private SlabMenu() {}

  static Menu of(ViewerViewModel viewer, Services services) {
    Menu menu = new Menu(services.text("slab.title"));
    for (int mm : THICKNESSES) {
      String text = mm == 0 ? services.text("slab.thin") : ReadableText.millimetres(mm) + " mm";
      RadioMenuItem item = new RadioMenuItem(text);
      item.setUserData(mm);
      item.setOnAction(event -> change(viewer, new Slab(mm, now(viewer).kind())));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    for (Slab.Kind kind : Slab.Kind.values()) {
      RadioMenuItem item = new RadioMenuItem(services.text(OverlayText.slabKey(kind)));
      item.setUserData(kind);
      item.setOnAction(event -> change(viewer, new Slab(now(viewer).mm(), kind)));
      menu.getItems().add(item);
    }
    menu.setOnShowing(event -> mark(menu, now(viewer)));
    menu.disableProperty()
        .bind(
            viewer
                .ofActive(PaneViewModel::contentProperty)
                .map(content -> content == Content.ACQUIRED));
    return menu;
  }

  private static Slab now(ViewerViewModel viewer) {
    return viewer.active().slabProperty().get();
  }

  private static void change(ViewerViewModel viewer, Slab slab) {
    viewer.active().slabProperty().set(slab);
  }

  private static void mark(Menu menu, Slab now) {
    menu.getItems()
        .forEach(
            item -> {
              if (item instanceof RadioMenuItem radio) {
                radio.setSelected(
                    radio.getUserData() instanceof Integer mm
                        ? mm == now.mm()
                        : now.kind() == radio.getUserData());
              }
            });
  }
}
