package org.voxdesk.app.tags;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTablePosition;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;

/// The elements as a tree table. Only lines on the screen are decoded.
final class TagTable extends TreeTableView<TagRow> {
  private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
  private static final PseudoClass MIXED = PseudoClass.getPseudoClass("mixed");

  /// Under what JavaFX keeps the line where a selection began, and whether it is only assumed.
  private static final String ANCHOR = "anchor";

  private static final String DEFAULT_ANCHOR = "isDefaultAnchor";

  private static final double TAG_WIDTH = 112;

  /// From here on the table has room for every column.
  private static final double WIDE = 430;

  /// How much further right an element in an item begins than its sequence.
  private static final double INDENT = 24;

  private final TagsViewModel model;
  private final RowActions actions;
  private final ValueEditing editing;
  private final RowClipboard clipboard;
  private final TreeTableColumn<TagRow, TagRow> value;
  private final TagItem top = new TagItem();
  private boolean editAsked;
  private Optional<String> draft = Optional.empty();

  TagTable(Services services, TagsViewModel model) {
    this.model = model;
    this.actions = new RowActions(services, model);
    this.editing = new ValueEditing(services, model);
    this.clipboard = new RowClipboard(services, model);
    getStyleClass().addAll("tag-table", "dense");
    setAccessibleText(services.text("tags.table"));
    setShowRoot(false);
    setEditable(true);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setPlaceholder(new Label(services.text("tags.none")));
    TagText text = model.text();
    TreeTableColumn<TagRow, TagRow> tag = column(services.text("tags.column.tag"), TAG_WIDTH);
    tag.setCellFactory(c -> new TextCell(text::tag, row -> "", "fixed-width"));
    TreeTableColumn<TagRow, TagRow> name = column(services.text("tags.column.name"), 178);
    name.setCellFactory(c -> new TextCell(text::name, text::nameDetails, "tag-name"));
    TreeTableColumn<TagRow, TagRow> vr = column(services.text("tags.column.vr"), 38);
    vr.setCellFactory(c -> new TextCell(text::vr, row -> "", "tag-vr"));
    TreeTableColumn<TagRow, TagRow> length = column(services.text("tags.column.length"), 74);
    length.setCellFactory(c -> new TextCell(text::length, row -> "", "tag-length"));
    TreeTableColumn<TagRow, TagRow> images = column(services.text("tags.column.images"), 74);
    images.setCellFactory(c -> new TextCell(text::images, row -> "", "tag-length"));
    images.setMaxWidth(90);
    images.setVisible(model.images().size() > 1);
    vr.setMaxWidth(46);
    length.setMaxWidth(100);
    length.getStyleClass().add("tag-length-header");
    value = column(services.text("tags.column.value"), 120);
    value.setEditable(true);
    value.setCellFactory(c -> new ValueCell(services, this, model));
    getColumns().setAll(List.of(tag, name, vr, length, images, value));
    fit(tag);
    setTreeColumn(tag);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    setRowFactory(table -> new Row());
    setRoot(top);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // Which one the keyboard is on changes after the list of them.
    getSelectionModel().selectedItemProperty().addListener((p, was, is) -> tellSelected());
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<TagRow>>) change -> tellSelected());
    expandedItemCountProperty().addListener((p, was, is) -> fit(tag));
    model
        .branchesProperty()
        .addListener(
            (p, was, is) -> {
              fitColumns(length, images);
              show();
            });
    widthProperty().addListener((p, was, is) -> fitColumns(length, images));
    setContextMenu(new RowMenu(services, this, model, actions, clipboard));
    show();
  }

  /// The length of a value is told where there is room for the value beside it.
  private void fitColumns(
      TreeTableColumn<TagRow, TagRow> length, TreeTableColumn<TagRow, TagRow> images) {
    images.setVisible(model.images().size() > 1);
    length.setVisible(model.images().size() < 2 && getWidth() >= WIDE);
  }

  /// The tag needs so much and no more; names and values take the rest.
  private void fit(TreeTableColumn<TagRow, TagRow> tag) {
    double width = TAG_WIDTH + INDENT * depth(top) / 2;
    tag.setMinWidth(width);
    tag.setMaxWidth(width);
  }

  private void show() {
    top.showBelow(model.branchesProperty().get());
    moveAnchor();
    tellSelected();
  }

  /// How deep the open lines go.
  private static int depth(TreeItem<TagRow> item) {
    return item.getChildren().stream()
        .filter(child -> !child.isLeaf() && child.isExpanded())
        .mapToInt(child -> 1 + depth(child))
        .max()
        .orElse(0);
  }

  private void tellSelected() {
    List<TagRow> all =
        getSelectionModel().getSelectedItems().stream()
            .filter(Objects::nonNull)
            .map(TreeItem::getValue)
            .toList();
    model.select(all, selected());
  }

  /// What can be done to the selected lines.
  RowActions actions() {
    return actions;
  }

  private Optional<TagRow> selected() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  /// Does something to the items of the selected sequence, or to the selected item.
  void act(RowActions.Action action) {
    actions.act(action, selected()).ifPresent(this::reveal);
    requestFocus();
  }

  /// Selects the element or item at `path`, if it is shown, and scrolls to it.
  void reveal(TagPath path) {
    TreeItem<TagRow> within = top;
    for (int depth = 0; depth < path.steps().size(); depth++) {
      TagPath.Step step = path.steps().get(depth);
      TagPath sequence = new TagPath(path.steps().subList(0, depth), step.sequence());
      Optional<TreeItem<TagRow>> item =
          child(within, sequence)
              .flatMap(found -> child(opened(found), sequence.child(step.item(), Tag.ITEM)));
      if (item.isEmpty()) {
        return;
      }
      within = item.get();
    }
    Optional<TreeItem<TagRow>> target =
        path.tag().equals(Tag.ITEM) ? Optional.of(within) : child(opened(within), path);
    target.map(this::getRow).ifPresent(this::goTo);
  }

  private static TreeItem<TagRow> opened(TreeItem<TagRow> item) {
    item.setExpanded(true);
    return item;
  }

  /// Selects the first line, unless one that is shown is selected.
  void selectSomething() {
    int index = getSelectionModel().getSelectedIndex();
    boolean shown =
        index >= 0
            && index < getExpandedItemCount()
            && selected().isPresent()
            && selected().get().equals(getTreeItem(index).getValue());
    if (!shown) {
      getSelectionModel().clearSelection();
      getSelectionModel().select(0);
    }
    moveAnchor();
  }

  /// Lets Shift with the arrows begin at the line that is selected. The table keeps the line where
  /// the last selection began by its number, which may be another line by now.
  private void moveAnchor() {
    int index = getSelectionModel().getSelectedIndex();
    if (index < 0) {
      getProperties().remove(ANCHOR);
    } else {
      getProperties().put(ANCHOR, new TreeTablePosition<>(this, index, null));
    }
    getProperties().put(DEFAULT_ANCHOR, index < 0);
  }

  /// Selects the line with this key, if it is shown, and scrolls to it.
  void reveal(TagRow.Key key) {
    if (key.occurrence() == 0) {
      reveal(key.path());
      return;
    }
    for (int row = 0; row < getExpandedItemCount(); row++) {
      if (getTreeItem(row).getValue().key().equals(key)) {
        goTo(row);
      }
    }
  }

  private void goTo(int row) {
    getSelectionModel().clearAndSelect(row);
    moveAnchor();
    scrollTo(Math.max(0, row - 3));
  }

  private static Optional<TreeItem<TagRow>> child(TreeItem<TagRow> within, TagPath path) {
    return within.getChildren().stream()
        .filter(item -> item.getValue().key().path().equals(path))
        .findFirst();
  }

  private void key(KeyEvent event) {
    if (getEditingCell() != null) {
      return;
    }
    if (event.getCode() == KeyCode.F4 || (event.getCode() == KeyCode.ENTER && event.isAltDown())) {
      openEditor();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
      edit();
      event.consume();
    } else if (event.getCode() == KeyCode.F3) {
      model
          .foundProperty()
          .get()
          .next(selected().map(TagRow::key), event.isShiftDown() ? -1 : 1)
          .ifPresent(this::reveal);
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      clipboard.copy();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      if (model.shown().isPresent() && clipboard.isPossible()) {
        clipboard.paste();
      }
      event.consume();
    } else if (isPlainLetter(event)) {
      // Whoever types here means a tag, not a tool of the viewer.
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      delete();
      event.consume();
    } else if (isMenuKey(event) && getContextMenu() != null) {
      showMenu();
      event.consume();
    }
  }

  /// Deletes what is selected.
  void delete() {
    actions.delete().ifPresent(this::reveal);
  }

  private static boolean isMenuKey(KeyEvent event) {
    return event.getCode() == KeyCode.CONTEXT_MENU
        || (event.getCode() == KeyCode.F10 && event.isShiftDown());
  }

  /// Shows the menu below the line that the keyboard is on.
  private void showMenu() {
    int index = getSelectionModel().getSelectedIndex();
    Node line =
        lookupAll(".tree-table-row-cell").stream()
            .filter(node -> node instanceof Row row && !row.isEmpty() && row.getIndex() == index)
            .findFirst()
            .orElse(this);
    Bounds bounds = line.localToScreen(line.getBoundsInLocal());
    double below = line == this ? bounds.getMinY() : bounds.getMaxY();
    getContextMenu().show(this, bounds.getMinX() + INDENT, below);
  }

  private static boolean isPlainLetter(KeyEvent event) {
    boolean letter = event.getCode().isLetterKey() || event.getCode().isDigitKey();
    return letter && !event.isShortcutDown() && !event.isAltDown();
  }

  /// Starts editing the value of the selected line, or says why it is fixed.
  void edit() {
    selectSomething();
    int index = getSelectionModel().getSelectedIndex();
    if (selected().filter(this::isForEditor).isPresent()) {
      openEditor();
    } else if (index >= 0) {
      scrollToColumn(value);
      editAsked = true;
      edit(index, value);
      editAsked = false;
    }
  }

  /// Starts editing the value of this line with `draft`, which was typed before.
  void editAgain(TagRow row, String draft) {
    if (selected().filter(r -> r.key().equals(row.key())).isEmpty()) {
      reveal(row.key());
    }
    this.draft = Optional.of(draft);
    edit();
    this.draft = Optional.empty();
  }

  /// What an edit that is about to start begins with, if not with the value.
  Optional<String> draft() {
    return draft;
  }

  /// Whether the value cannot be typed in the table, but edited in a window of its own.
  private boolean isForEditor(TagRow row) {
    return !model.whyFixed(row).isEmpty() && editing.isPossible(Optional.of(row));
  }

  /// Edits the selected value in a window of its own.
  void openEditor() {
    selected().filter(row -> editing.isPossible(Optional.of(row))).ifPresent(editing::open);
  }

  /// Whether there is an editor for the selected value.
  boolean hasEditor() {
    return editing.isPossible(selected());
  }

  /// Whether the user has asked to edit, rather than clicked on a selected line.
  boolean isEditAsked() {
    return editAsked;
  }

  private static TreeTableColumn<TagRow, TagRow> column(String title, double width) {
    TreeTableColumn<TagRow, TagRow> column = new TreeTableColumn<>(title);
    column.setCellValueFactory(features -> features.getValue().valueProperty());
    column.setPrefWidth(width);
    // Names and values give way where the page is narrow; a tag cut short is no use.
    column.setMinWidth(Math.min(width, 74));
    column.setSortable(false);
    column.setReorderable(false);
    column.setEditable(false);
    return column;
  }

  /// Marks edited lines, and edits on a double click.
  private final class Row extends TreeTableRow<TagRow> {
    // What has been edited is known to the model, not to the line.
    private final InvalidationListener edited = property -> mark();

    Row() {
      model.branchesProperty().addListener(new WeakInvalidationListener(edited));
      model.foundProperty().addListener(new WeakInvalidationListener(edited));
      addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private void pressed(MouseEvent event) {
      boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
      if (twice && !isEmpty() && getTreeItem().isLeaf() && getEditingCell() == null) {
        getSelectionModel().clearAndSelect(getIndex());
        edit();
        event.consume();
      }
    }

    @Override
    protected void updateItem(TagRow row, boolean empty) {
      super.updateItem(row, empty);
      mark();
    }

    private void mark() {
      TagRow row = getItem();
      boolean shown = !isEmpty() && row != null;
      pseudoClassStateChanged(EDITED, shown && model.isEdited(row));
      pseudoClassStateChanged(
          FOUND, shown && !model.onlyFoundProperty().get() && model.isFound(row));
      pseudoClassStateChanged(MISSING, shown && model.missing(row).isPresent());
      pseudoClassStateChanged(
          MIXED, shown && row instanceof ElementRow element && element.spread().isMixed());
    }
  }

  /// A cell that only shows.
  private static final class TextCell extends TreeTableCell<TagRow, TagRow> {
    private final Function<TagRow, String> text;
    private final Function<ElementRow, String> details;
    private final Tooltip tooltip = new Tooltip();

    TextCell(
        Function<TagRow, String> text, Function<ElementRow, String> details, String styleClass) {
      this.text = text;
      this.details = details;
      getStyleClass().add(styleClass);
    }

    @Override
    protected void updateItem(TagRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : text.apply(row));
      String more = row instanceof ElementRow element && !empty ? details.apply(element) : "";
      tooltip.setText(more);
      setTooltip(more.isEmpty() ? null : tooltip);
    }
  }
}
