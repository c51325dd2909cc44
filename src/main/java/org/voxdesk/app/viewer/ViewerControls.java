package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.command.LateMenu;
import org.voxdesk.app.command.LateTooltip;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.ViewState;
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
    button.setPrefWidth(176);
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
    button.setPrefWidth(116);
    button.setId("maps");
    LateMenu.fill(button, this::mapItems);
    viewer
        .stateProperty()
        .map(ViewState::colorMap)
        .subscribe(map -> button.setText(services.text(OverlayText.nameKey(map))));
    return button;
  }

  private List<MenuItem> mapItems() {
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    for (ColorMap map : ColorMap.values()) {
      RadioMenuItem item = new RadioMenuItem(services.text(OverlayText.nameKey(map)));
      item.setToggleGroup(group);
      item.setOnAction(
          event -> {
            viewer.colorMap(map);
            returnFocus();
          });
      viewer
          .stateProperty()
          .map(ViewState::colorMap)
          .subscribe(shown -> item.setSelected(shown == map));
      items.add(item);
    }
    return items;
  }

  private MenuButton layouts() {
    MenuButton button = menu("viewer.layout");
    button.setId("layouts");
    button.setGraphic(new FontIcon(MaterialDesignV.VIEW_GRID_OUTLINE));
    LateMenu.fill(
        button,
        () ->
            items(
                Arrays.stream(Layout.values()).map(Layout::command),
                new SeparatorMenuItem(),
                Stream.of(Command.PANE_MAXIMISE, Command.PANE_NEXT, Command.LINK_PANES)));
    return button;
  }

  private List<MenuItem> items(Stream<Command> above, MenuItem line, Stream<Command> below) {
    List<MenuItem> items = new ArrayList<>(above.map(services.controls()::menuItem).toList());
    items.add(line);
    below.map(services.controls()::menuItem).forEach(items::add);
    return items;
  }

  private MenuButton planes() {
    MenuButton button = menu("viewer.plane");
    button.setId("planes");
    button.setGraphic(new FontIcon(MaterialDesignA.AXIS_ARROW));
    LateMenu.fill(
        button,
        () -> {
          List<MenuItem> items =
              items(
                  Arrays.stream(Content.values()).map(Content::command),
                  new SeparatorMenuItem(),
                  Stream.empty());
          items.add(SlabMenu.of(viewer, services));
          return items;
        });
    return button;
  }

  private MenuButton menu(String nameKey) {
    MenuButton button = new MenuButton();
    button.setAccessibleText(services.text(nameKey));
    CommandControls.leaveFocusOnClick(button);
    LateTooltip.give(button, services.text(nameKey));
    return button;
  }

  private void returnFocus() {
    Platform.runLater(focusStage);
  }
}
