package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.TagPath;

/// The page of tags: level and find field above the table, what has been changed below it.
public final class TagsView extends VBox {
  private static final String TITLE = "tags.title";

  private final Services services;
  private final TagsViewModel model;
  private final FindBar find;
  private final TagTable table;

  /// Built when it is first wanted.
  private Optional<AddElementBar> adding = Optional.empty();

  private TagsView(AppModel app, TagsViewModel model) {
    this.services = app.services();
    this.model = model;
    getStyleClass().addAll("inspector-page", "tags");
    table = new TagTable(services, model);
    VBox.setVgrow(table, Priority.ALWAYS);
    find =
        new FindBar(
            services, model, List.of(addButton(), deleteButton()), table::reveal, this::toTable);
    getChildren()
        .addAll(
            new ScopeBar(app),
            levels(),
            find,
            new ItemBar(services, table, model),
            table,
            footer());
  }

  /// The page, and the commands about edits, which work before it is first shown.
  public static InspectorTab tab(AppModel app) {
    TagsViewModel model = new TagsViewModel(app);
    FindField field = new FindField();
    EditCommands.bind(app, TITLE, field::begin);
    bindKeywords(app, model, field);
    return new InspectorTab(
        TITLE,
        MaterialDesignT.TAG_MULTIPLE_OUTLINE,
        () -> {
          TagsView view = new TagsView(app, model);
          field.view = Optional.of(view);
          return view;
        });
  }

  private static void bindKeywords(AppModel app, TagsViewModel model, FindField field) {
    Services services = app.services();
    services
        .commands()
        .bind(
            Command.KEYWORDS,
            () ->
                services
                    .dialogs()
                    .show(
                        services.text("keywords.title"),
                        () ->
                            new KeywordsPage(
                                services,
                                model.keywords(),
                                keyword -> {
                                  app.pageProperty().set(TITLE);
                                  field.reveal(keyword);
                                })),
            app.targets().imagesProperty().map(images -> !images.isEmpty()));
  }

  /// The find field, once the page has been built.
  private static final class FindField {
    private Optional<TagsView> view = Optional.empty();

    void reveal(String keyword) {
      view.ifPresent(
          page -> {
            page.model.findProperty().set("");
            page.model.levelProperty().set(Optional.empty());
            Dictionary.standard().tag(keyword).map(TagPath::of).ifPresent(page.table::reveal);
            page.table.requestFocus();
          });
    }

    void begin() {
      view.ifPresent(page -> page.find.begin());
    }
  }

  private AddElementBar adding() {
    if (adding.isEmpty()) {
      AddElementBar bar =
          new AddElementBar(
              services,
              new AddElementViewModel(services, model),
              path -> {
                table.reveal(path);
                adding().begin();
              },
              () -> setAdding(false));
      getChildren().add(getChildren().indexOf(find) + 1, bar);
      adding = Optional.of(bar);
    }
    return adding.get();
  }

  private FlowPane levels() {
    FlowPane line = new FlowPane();
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
    model.levelProperty().addListener((property, was, is) -> button.setSelected(is.equals(level)));
    return button;
  }

  private Button addButton() {
    Button add =
        services
            .controls()
            .icon("tags.add.start", MaterialDesignP.PLUS, () -> setAdding(!isAdding()));
    add.disableProperty().bind(model.branchesProperty().map(b -> model.shown().isEmpty()));
    return add;
  }

  private Button deleteButton() {
    Button delete =
        services.controls().icon("tags.delete", MaterialDesignT.TRASH_CAN_OUTLINE, table::delete);
    delete
        .disableProperty()
        .bind(model.selectedProperty().map(row -> !table.actions().isDeletable()));
    return delete;
  }

  private void toTable() {
    table.requestFocus();
    table.selectSomething();
  }

  private boolean isAdding() {
    return adding.filter(Node::isVisible).isPresent();
  }

  private void setAdding(boolean wanted) {
    adding().setVisible(wanted);
    adding().setManaged(wanted);
    if (wanted) {
      adding().begin();
    } else {
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
