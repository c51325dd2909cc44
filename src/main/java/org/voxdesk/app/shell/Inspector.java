package org.voxdesk.app.shell;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.voxdesk.app.i18n.Messages;

/// The right column: pages about what is selected, each built when it is first looked at.
public final class Inspector extends TabPane {
  private final List<InspectorTab> pages;

  /// An inspector with these pages, the first one open.
  public Inspector(List<InspectorTab> pages, Messages messages) {
    this.pages = List.copyOf(pages);
    getStyleClass().add("inspector");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    for (InspectorTab page : pages) {
      Tab tab = new Tab(messages.text(page.titleKey()));
      tab.setId(page.titleKey());
      tab.setGraphic(new FontIcon(page.icon()));
      getTabs().add(tab);
    }
    // The first tab is open by now; its page is built by and by.
    getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> fill());
  }

  /// Builds the open page, which the window need not wait for.
  void fill() {
    int open = getSelectionModel().getSelectedIndex();
    if (open >= 0) {
      fill(getTabs().get(open), pages.get(open));
    }
  }

  /// Opens the page whose title has this key in the messages.
  public void open(String titleKey) {
    getTabs().stream()
        .filter(tab -> titleKey.equals(tab.getId()))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
  }

  /// Keeps the open page and `page`, the key of its title, the same.
  void follow(StringProperty page) {
    page.addListener((property, was, is) -> open(is));
    getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> page.set(is == null ? "" : is.getId()));
    if (!getTabs().isEmpty()) {
      page.set(getTabs().getFirst().getId());
    }
  }

  private static void fill(Tab tab, InspectorTab page) {
    if (tab.getContent() == null) {
      tab.setContent(page.content().get());
    }
  }
}
