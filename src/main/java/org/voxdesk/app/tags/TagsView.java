package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.dicom.Level;

/// The page of tags: level and find field above the table, what has been changed below it.
public final class TagsView extends VBox {
  private static final String TITLE = "tags.title";

  private final Services services;
  private final TagsViewModel model;
  private final TextField find = new TextField();
  private final TagTable table;
  private final AddElementBar adding;

  private TagsView(Services services, TagsViewModel model) {
    this.services = services;
    this.model = model;
    getStyleClass().addAll("inspector-page", "tags");
    table = new TagTable(services, model);
    VBox.setVgrow(table, Priority.ALWAYS);
    adding =
        new AddElementBar(
            services,
            new AddElementViewModel(services, model),
            path -> {
              table.reveal(path);
              adding().begin();
            },
            () -> setAdding(false));
    setAdding(false);
    getChildren().addAll(levels(), tools(), adding, table, footer());
  }

  /// The page, and the commands about edits and saving, which work before it is first shown.
  public static InspectorTab tab(AppModel app) {
    TagsViewModel model = new TagsViewModel(app);
    FindField field = new FindField();
    EditCommands.bind(app, new SaveAs(app), TITLE, field::begin);
    return new InspectorTab(
        TITLE,
        MaterialDesignT.TAG_MULTIPLE_OUTLINE,
        () -> {
          TagsView view = new TagsView(app.services(), model);
          field.view = Optional.of(view);
          return view;
        });
  }

  /// The find field, once the page has been built.
  private static final class FindField {
    private Optional<TagsView> view = Optional.empty();

    void begin() {
      view.ifPresent(
          page -> {
            page.find.requestFocus();
            page.find.selectAll();
          });
    }
  }

  private AddElementBar adding() {
    return adding;
  }

  private HBox levels() {
    HBox line = new HBox();
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    buttons.add(level("tags.level.all", Optional.empty()));
    buttons.add(level("tags.level.patient", Optional.of(Level.PATIENT)));
    buttons.add(level("tags.level.study", Optional.of(Level.STUDY)));
    buttons.add(level("tags.level.series", Optional.of(Level.SERIES)));
    buttons.add(level("tags.level.image", Optional.of(Level.IMAGE)));
    buttons.add(level("tags.level.meta", Optional.of(Level.META)));
    buttons.forEach(button -> button.setToggleGroup(group));
    buttons.getFirst().getStyleClass().add("left-pill");
    buttons.subList(1, buttons.size() - 1).forEach(b -> b.getStyleClass().add("center-pill"));
    buttons.getLast().getStyleClass().add("right-pill");
    buttons.getFirst().setSelected(true);
    // One of them is always down.
    group
        .selectedToggleProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                group.selectToggle(was);
              }
            });
    line.getChildren().setAll(buttons);
    return line;
  }

  private ToggleButton level(String nameKey, Optional<Level> level) {
    ToggleButton button = new ToggleButton(services.text(nameKey));
    button.getStyleClass().add("level");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> model.levelProperty().set(level));
    return button;
  }

  private HBox tools() {
    find.setPromptText(services.text("tags.find"));
    find.setAccessibleText(services.text("tags.find"));
    find.getStyleClass().add("tag-find");
    find.textProperty().bindBidirectional(model.findProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::findKey);
    HBox.setHgrow(find, Priority.ALWAYS);
    Button add =
        services
            .controls()
            .icon("tags.add.start", MaterialDesignP.PLUS, () -> setAdding(!isAdding()));
    add.disableProperty().bind(model.branchesProperty().map(b -> model.shown().isEmpty()));
    Button delete =
        services.controls().icon("tags.delete", MaterialDesignT.TRASH_CAN_OUTLINE, model::delete);
    delete.disableProperty().bind(model.selectedProperty().map(row -> !model.isDeletable(row)));
    HBox line = new HBox(find, add, delete);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private void findKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
      find.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().selectFirst();
      }
      event.consume();
    }
  }

  private boolean isAdding() {
    return adding.isVisible();
  }

  private void setAdding(boolean wanted) {
    adding.setVisible(wanted);
    adding.setManaged(wanted);
    if (wanted) {
      adding.begin();
    } else if (adding.getScene() != null) {
      table.requestFocus();
    }
  }

  private HBox footer() {
    FontIcon pencil = new FontIcon(MaterialDesignP.PENCIL);
    Label label = new Label();
    label.textProperty().bind(model.summaryProperty());
    HBox line = new HBox(pencil, label);
    line.getStyleClass().add("tag-footer");
    line.visibleProperty().bind(model.summaryProperty().map(text -> !text.isEmpty()));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }
}
