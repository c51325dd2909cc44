package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.voxdesk.app.model.Services;

/// The find field with what it can ask for, how many lines have it, and the way to the next one.
final class FindBar extends VBox {
  private static final List<String> PROPERTIES =
      List.of("private", "edited", "invalid", "missing", "mixed", "empty", "retired", "unknown");

  private final Services services;
  private final TagsViewModel model;
  private final Consumer<TagRow.Key> reveal;
  private final Runnable leave;
  private final TextField field = new TextField();

  /// @param reveal told which line to go to
  /// @param leave told when the keyboard is to go to the table
  FindBar(
      Services services,
      TagsViewModel model,
      List<Button> buttons,
      Consumer<TagRow.Key> reveal,
      Runnable leave) {
    this.services = services;
    this.model = model;
    this.reveal = reveal;
    this.leave = leave;
    field.setPromptText(services.text("tags.find"));
    field.setAccessibleText(services.text("tags.find"));
    field.getStyleClass().add("tag-find");
    field.textProperty().bindBidirectional(model.findProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, menu());
    line.getChildren().addAll(buttons);
    line.getStyleClass().add("tag-line");
    getStyleClass().add("find-bar");
    getChildren().addAll(line, result());
  }

  /// Puts the keyboard on the field.
  void begin() {
    field.requestFocus();
    field.selectAll();
  }

  /// Goes to the next line that was looked for, or the one before.
  void go(int by) {
    model
        .foundProperty()
        .get()
        .next(model.selectedProperty().get().map(TagRow::key), by)
        .ifPresent(reveal);
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton();
    menu.setGraphic(new FontIcon(MaterialDesignF.FILTER_VARIANT));
    menu.getStyleClass().addAll("flat", "button-icon", "tag-filters");
    menu.setAccessibleText(services.text("tags.find.menu"));
    for (String property : PROPERTIES) {
      MenuItem item = new MenuItem(name(property));
      item.setOnAction(event -> insert("is:" + property));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    CheckMenuItem only = new CheckMenuItem(services.text("tags.find.only"));
    only.selectedProperty().bindBidirectional(model.onlyFoundProperty());
    Label help = new Label(services.text("tags.find.help"));
    help.setWrapText(true);
    help.setMaxWidth(340);
    help.getStyleClass().add("tag-note");
    menu.getItems().addAll(only, new SeparatorMenuItem(), new CustomMenuItem(help, false));
    return menu;
  }

  private String name(String property) {
    return services.text(
        switch (property) {
          case "private" -> "tags.find.private";
          case "edited" -> "tags.find.edited";
          case "invalid" -> "tags.find.invalid";
          case "missing" -> "tags.find.missing";
          case "mixed" -> "tags.find.mixed";
          case "empty" -> "tags.find.empty";
          case "retired" -> "tags.find.retired";
          default -> "tags.find.unknown";
        });
  }

  private void insert(String term) {
    String typed = field.getText().strip();
    field.setText(typed.isEmpty() ? term : typed + " " + term);
    field.requestFocus();
    field.end();
  }

  private HBox result() {
    Label words = new Label();
    words.getStyleClass().add("tag-note");
    words.textProperty().bind(model.foundProperty().map(this::words));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button back =
        services.controls().icon("tags.find.previous", MaterialDesignC.CHEVRON_UP, () -> go(-1));
    Button on =
        services.controls().icon("tags.find.next", MaterialDesignC.CHEVRON_DOWN, () -> go(1));
    var none = model.foundProperty().map(found -> found.keys().isEmpty());
    back.disableProperty().bind(none);
    on.disableProperty().bind(none);
    HBox line = new HBox(words, back, on);
    line.getStyleClass().add("tag-line");
    var searching = new SimpleBooleanProperty();
    searching.bind(model.findProperty().map(text -> !text.isBlank()));
    line.visibleProperty().bind(searching);
    line.managedProperty().bind(searching);
    return line;
  }

  private String words(Found found) {
    return found
        .problem()
        .map(problem -> services.text("tags.find.problem", problem))
        .or(
            () ->
                found
                    .unknown()
                    .filter(unknown -> found.keys().isEmpty())
                    .map(unknown -> services.text("tags.find.prefix", unknown)))
        .or(() -> model.absent().filter(absent -> found.keys().isEmpty()))
        .orElseGet(() -> services.text("tags.find.count", found.keys().size()));
  }

  private void key(KeyEvent event) {
    Optional<Integer> step =
        switch (event.getCode()) {
          case F3 -> Optional.of(event.isShiftDown() ? -1 : 1);
          case ENTER -> Optional.of(event.isShiftDown() ? -1 : 1);
          default -> Optional.empty();
        };
    if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      leave.run();
      event.consume();
    } else if (step.isPresent()) {
      go(step.get());
      event.consume();
    }
  }
}
