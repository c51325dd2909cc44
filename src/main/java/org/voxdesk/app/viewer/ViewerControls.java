package org.voxdesk.app.viewer;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.Window;

/// What the viewer adds to the tool bar: windows and colour maps to pick from.
final class ViewerControls {
  private final ViewerViewModel viewer;
  private final Services services;
  private final Runnable focusStage;

  /// @param focusStage gives the keys back to the picture after a choice
  ViewerControls(ViewerViewModel viewer, Runnable focusStage) {
    this.viewer = viewer;
    this.services = viewer.app().services();
    this.focusStage = focusStage;
  }

  List<Node> nodes() {
    return List.of(windows(), maps(), layouts(), planes());
  }

  private MenuButton windows() {
    MenuButton button = menu("viewer.window");
    button.setPrefWidth(190);
    button.setId("windows");
    var windows = viewer.ofActive(PaneViewModel::windowsProperty);
    var state = viewer.stateProperty();
    Runnable title = () -> button.setText(title(windows.getValue(), state.getValue().window()));
    state.addListener((property, was, is) -> title.run());
    windows.addListener(
        (property, was, list) -> {
          button.getItems().setAll(list.stream().map(this::item).toList());
          title.run();
        });
    title.run();
    return button;
  }

  private String title(List<NamedWindow> windows, Window window) {
    return windows.stream()
        .filter(named -> named.window().equals(window))
        .findFirst()
        .map(this::label)
        .orElse(NamedWindow.numbers(window));
  }

  private MenuItem item(NamedWindow named) {
    MenuItem item = new MenuItem(label(named));
    item.setOnAction(
        event -> {
          viewer.window(named.window());
          returnFocus();
        });
    return item;
  }

  private String label(NamedWindow named) {
    return label(named, services);
  }

  /// What a window is called, with its numbers.
  static String label(NamedWindow named, Services services) {
    String name = named.nameKey().map(services::text).orElse(named.explanation());
    String numbers = NamedWindow.numbers(named.window());
    return name.equals(numbers) ? numbers : ReadableText.joined("  ", name, numbers);
  }

  private MenuButton maps() {
    MenuButton button = menu("viewer.map");
    button.setPrefWidth(130);
    button.setId("maps");
    ToggleGroup group = new ToggleGroup();
    for (ColorMap map : ColorMap.values()) {
      RadioMenuItem item = new RadioMenuItem(services.text(OverlayText.nameKey(map)));
      item.setToggleGroup(group);
      item.setUserData(map);
      item.setOnAction(
          event -> {
            viewer.colorMap(map);
            returnFocus();
          });
      button.getItems().add(item);
    }
    Runnable show =
        () -> {
          ColorMap map = viewer.stateProperty().getValue().colorMap();
          button.setText(services.text(OverlayText.nameKey(map)));
          group.getToggles().stream()
              .filter(toggle -> toggle.getUserData() == map)
              .forEach(group::selectToggle);
        };
    viewer.stateProperty().addListener((property, was, is) -> show.run());
    show.run();
    return button;
  }

  private MenuButton layouts() {
    MenuButton button = menu("viewer.layout");
    button.setId("layouts");
    button.setGraphic(new FontIcon(MaterialDesignV.VIEW_GRID_OUTLINE));
    for (Layout layout : Layout.values()) {
      button.getItems().add(services.controls().menuItem(layout.command()));
    }
    button.getItems().add(new SeparatorMenuItem());
    List.of(Command.PANE_MAXIMISE, Command.PANE_NEXT, Command.LINK_PANES)
        .forEach(command -> button.getItems().add(services.controls().menuItem(command)));
    return button;
  }

  private MenuButton planes() {
    MenuButton button = menu("viewer.plane");
    button.setId("planes");
    button.setGraphic(new FontIcon(MaterialDesignA.AXIS_ARROW));
    for (Content content : Content.values()) {
      button.getItems().add(services.controls().menuItem(content.command()));
    }
    button.getItems().add(new SeparatorMenuItem());
    button.getItems().add(SlabMenu.of(viewer, services));
    return button;
  }

  private MenuButton menu(String nameKey) {
    MenuButton button = new MenuButton();
    button.setAccessibleText(services.text(nameKey));
    button.setTooltip(new Tooltip(services.text(nameKey)));
    return button;
  }

  private void returnFocus() {
    Platform.runLater(focusStage);
  }
}
