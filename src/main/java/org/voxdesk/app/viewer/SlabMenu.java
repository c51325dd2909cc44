package org.voxdesk.app.viewer;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.volume.Slab;

/// The choice of how thick the active pane's planes are, and what is made of the values across
/// them.
final class SlabMenu {
  private static final List<Integer> THICKNESSES = List.of(0, 2, 3, 5, 10, 20, 50);

  /// Thick enough to be seen, for a thin plane that is to be a slab.
  private static final double USUAL = 10;

  /// What the item that asks for the thickness stands for.
  private static final String OTHER = "other";

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
    RadioMenuItem other = new RadioMenuItem();
    other.setUserData(OTHER);
    other.setOnAction(event -> ask(viewer, services));
    menu.getItems().addAll(other, new SeparatorMenuItem());
    for (Slab.Kind kind : Slab.Kind.values()) {
      RadioMenuItem item = new RadioMenuItem(services.text(OverlayText.slabKey(kind)));
      item.setUserData(kind);
      item.setOnAction(event -> change(viewer, new Slab(thick(viewer), kind)));
      menu.getItems().add(item);
    }
    menu.setOnShowing(event -> mark(menu, now(viewer), services));
    menu.disableProperty()
        .bind(
            viewer
                .ofActive(PaneViewModel::contentProperty)
                .map(content -> content == Content.ACQUIRED));
    return menu;
  }

  private static double thick(ViewerViewModel viewer) {
    double mm = now(viewer).mm();
    return mm > 0 ? mm : USUAL;
  }

  private static void ask(ViewerViewModel viewer, Services services) {
    services
        .dialogs()
        .<Double>ask(
            services.text("slab.other.title"),
            answer -> new SlabPage(services, thick(viewer), answer))
        .ifPresent(mm -> change(viewer, new Slab(mm, now(viewer).kind())));
  }

  private static Slab now(ViewerViewModel viewer) {
    return viewer.active().slabProperty().get();
  }

  private static void change(ViewerViewModel viewer, Slab slab) {
    viewer.active().slabProperty().set(slab);
  }

  private static void mark(Menu menu, Slab now, Services services) {
    boolean listed = THICKNESSES.stream().anyMatch(mm -> mm == now.mm());
    for (MenuItem item : menu.getItems()) {
      if (item instanceof RadioMenuItem radio) {
        if (OTHER.equals(radio.getUserData())) {
          radio.setText(
              listed
                  ? services.text("slab.other")
                  : services.text("slab.other.now", ReadableText.millimetres(now.mm())));
          radio.setSelected(!listed);
        } else {
          radio.setSelected(
              radio.getUserData() instanceof Integer mm
                  ? mm == now.mm()
                  : now.kind() == radio.getUserData());
        }
      }
    }
  }
}
