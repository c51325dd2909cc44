package org.voxdesk.app.shell;

import static org.voxdesk.app.command.Command.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;

/// The menu bar: every command has its place in it, so that every one is found without its key.
final class ShellMenu extends MenuBar {
  private final Services services;
  private final CommandControls controls;

  ShellMenu(Services services, ShellViewModel shell, Consumer<List<Path>> open) {
    this.services = services;
    this.controls = services.controls();
    Menu view =
        menu(
            "menu.view",
            List.of(WINDOW_FILE, WINDOW_FULL),
            List.of(INVERT, FLIP_HORIZONTAL, FLIP_VERTICAL, ROTATE_LEFT, ROTATE_RIGHT),
            List.of(RESET_VIEW, ZOOM_FIT, ZOOM_ACTUAL, SMOOTH),
            List.of(OVERLAY, OVERLAY_PLANES, FULL_SCREEN),
            List.of(DRAG_DOWN_DARKENS));
    view.getItems()
        .addFirst(
            menu(
                "menu.presets",
                List.of(
                    PRESET_1, PRESET_2, PRESET_3, PRESET_4, PRESET_5, PRESET_6, PRESET_7, PRESET_8,
                    PRESET_9),
                List.of(EDIT_PRESETS)));
    view.getItems()
        .addAll(
            1,
            List.of(
                menu(
                    "menu.layout",
                    List.of(LAYOUT_ONE, LAYOUT_TWO, LAYOUT_ONE_AND_TWO, LAYOUT_FOUR),
                    List.of(PANE_MAXIMISE, PANE_NEXT, LINK_PANES)),
                menu(
                    "menu.plane",
                    List.of(PLANE_ACQUIRED, PLANE_AXIAL, PLANE_CORONAL, PLANE_SAGITTAL),
                    List.of(TILT_LEFT, TILT_RIGHT, TILT_UP, TILT_DOWN)),
                menu(
                    "menu.adjust",
                    List.of(ZOOM_IN, ZOOM_OUT),
                    List.of(PAN_LEFT, PAN_RIGHT, PAN_UP, PAN_DOWN),
                    List.of(WINDOW_NARROWER, WINDOW_WIDER, WINDOW_DARKER, WINDOW_BRIGHTER))));
    view.getItems().add(menu("menu.theme", List.of(DARK_THEME, LIGHT_THEME, SYSTEM_THEME)));
    view.getItems().add(languages(shell));
    Menu file =
        menu(
            "menu.file",
            List.of(OPEN_FILES, OPEN_FOLDER, OPEN_PICTURES, OPEN_SAMPLE),
            List.of(CLOSE_SERIES, CLOSE_ALL),
            List.of(SAVE, SAVE_AS, SAVE_LEVEL, KEEP_BACKUP));
    file.getItems().add(3, new RecentMenu(services, open, item(CLEAR_RECENT)));
    file.getItems()
        .add(menu("menu.compression", List.of(SAVE_AS_IS, SAVE_PLAIN, SAVE_RLE, SAVE_JPEG_LS)));
    append(
        file,
        List.of(EXPORT_VIEW, EXPORT_SEQUENCE),
        List.of(OPEN_ANNOTATIONS, SAVE_ANNOTATIONS),
        List.of(EXPORT_CUBE, EXPORT_CUBES, EXPORT_DATASET, RESAMPLE_SERIES, EXPORT_MEASUREMENTS),
        List.of(EXIT));
    Menu tools =
        menu(
            "menu.tools",
            ShellToolBar.TOOLS,
            List.of(POINT, LEAVE_TOOL),
            List.of(
                MEASURE_DISTANCE,
                MEASURE_ANGLE,
                MEASURE_BIDIRECTIONAL,
                MEASURE_ELLIPSE,
                MEASURE_RECTANGLE,
                MEASURE_POLYGON,
                MEASURE_ARROW));
    tools.getItems().addAll(new SeparatorMenuItem(), labels());
    append(tools, List.of(DEIDENTIFY), List.of(RECIPE_APPLY, RECIPE_FOLDER, RECIPE_SAVE));
    getMenus()
        .addAll(
            file,
            menu(
                "menu.edit",
                List.of(UNDO, REDO, HISTORY),
                List.of(FIND_TAG, KEYWORDS),
                List.of(COPY_VIEW),
                List.of(COMPARE_EDITED, COMPARE_IMAGES),
                List.of(REENCODE_TEXT, EMPTY_PREAMBLE)),
            view,
            menu(
                "menu.go",
                List.of(SLICE_PREVIOUS, SLICE_NEXT, SLICE_BACK_10, SLICE_ON_10),
                List.of(SLICE_FIRST, SLICE_LAST),
                List.of(KEY_IMAGE, KEY_PREVIOUS, KEY_NEXT),
                List.of(NODULE_PREVIOUS, NODULE_NEXT, NODULE_SHOW),
                List.of(SERIES_PREVIOUS, SERIES_NEXT),
                List.of(CINE)),
            tools,
            menu(
                "menu.help",
                List.of(GUIDE, SHORTCUTS),
                List.of(REPORT_PROBLEM),
                List.of(LICENCES, ABOUT)));
  }

  /// The commands of each menu, under its name; of a menu within another, under both names.
  Map<String, List<Command>> groups() {
    Map<String, List<Command>> groups = new LinkedHashMap<>();
    getMenus().forEach(menu -> group(menu, name(menu), groups));
    return groups;
  }

  /// The title without the letter that opens the menu.
  private static String name(Menu menu) {
    return menu.getText().replaceAll("\\(_.\\)|_", "");
  }

  private static void group(Menu menu, String title, Map<String, List<Command>> groups) {
    List<Command> commands = groups.computeIfAbsent(title, first -> new ArrayList<>());
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner) {
        group(inner, title + " › " + name(inner), groups);
      } else if (item.getUserData() instanceof Command command) {
        commands.add(command);
      }
    }
    if (commands.isEmpty()) {
      groups.remove(title);
    }
  }

  @SafeVarargs
  private Menu menu(String titleKey, List<Command>... groups) {
    Menu menu = new Menu(services.text(titleKey));
    append(menu, groups);
    return menu;
  }

  @SafeVarargs
  private void append(Menu menu, List<Command>... groups) {
    for (List<Command> group : groups) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      group.forEach(command -> menu.getItems().add(item(command)));
    }
  }

  private Menu labels() {
    return menu(
        "menu.labels",
        List.of(
            NODULE_LABEL_1,
            NODULE_LABEL_2,
            NODULE_LABEL_3,
            NODULE_LABEL_4,
            NODULE_LABEL_5,
            NODULE_LABEL_6,
            NODULE_LABEL_7,
            NODULE_LABEL_8,
            NODULE_LABEL_9),
        List.of(NODULE_LABEL_NONE));
  }

  private MenuItem item(Command command) {
    MenuItem item = controls.menuItem(command);
    item.setUserData(command);
    return item;
  }

  private Menu languages(ShellViewModel shell) {
    Menu menu = new Menu(services.text("menu.language"));
    ToggleGroup group = new ToggleGroup();
    for (Locale locale : Messages.languages()) {
      RadioMenuItem item = new RadioMenuItem(locale.getDisplayLanguage(locale));
      item.setToggleGroup(group);
      item.setSelected(locale.equals(services.messages().locale()));
      item.setOnAction(event -> shell.chooseLanguage(locale));
      menu.getItems().add(item);
    }
    return menu;
  }
}
