package org.voxdesk.app.library;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.control.Rows;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;

/// The library's tree, what to do while it is empty, and the files that were left out.
public final class LibraryView extends VBox {
  private final LibraryViewModel model;
  private final Services services;
  private final Session session;
  private final TreeView<LibraryItem> tree = new TreeView<>();
  private final StackPane middle = new StackPane();
  private final Node invitation;
  private final Hyperlink leftOut = new Hyperlink();
  private boolean following;
  private boolean pressed;

  /// A view of `model`, with pictures from `thumbnails`.
  public LibraryView(LibraryViewModel model, Thumbnails thumbnails) {
    this.model = model;
    this.services = model.services();
    this.session = model.session();
    this.invitation = invitation();
    getStyleClass().add("library");
    Label title = new Label(services.text("library.title"));
    title.getStyleClass().add("column-title");
    tree.setShowRoot(false);
    tree.setCellFactory(view -> new LibraryCell(view, model, thumbnails));
    tree.setAccessibleText(services.text("library.title"));
    VBox.setVgrow(middle, Priority.ALWAYS);
    leftOut.setOnAction(event -> showLeftOut());
    leftOut.getStyleClass().add("library-left-out");
    // Above, where no message covers it.
    getChildren().addAll(title, leftOut, middle);
    session.libraryProperty().addListener((property, was, library) -> fill(library));
    session.instanceProperty().addListener((property, was, is) -> follow());
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<LibraryItem>>) change -> select());
    // A row that is pressed may be dragged into a picture, and is looked at only where it is not.
    tree.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed = event.isPrimaryButtonDown());
    tree.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (pressed) {
            pressed = false;
            released(event.getTarget());
          }
        });
    tree.addEventHandler(
        DragEvent.DRAG_DONE,
        event -> {
          pressed = false;
          follow();
        });
    fill(session.libraryProperty().get());
    follow();
  }

  private void released(EventTarget target) {
    for (Node node = target instanceof Node hit ? hit : tree;
        !node.equals(tree);
        node = node.getParent()) {
      if (node instanceof TreeCell<?> cell && !cell.isEmpty()) {
        select();
        return;
      }
      if (node.getStyleClass().contains("tree-disclosure-node")) {
        return;
      }
    }
  }

  /// Opens the files and folders that are dropped onto `target`.
  public static void acceptDrops(Node target, LibraryViewModel model) {
    target.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    target.setOnDragDropped(
        event -> {
          model.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          event.setDropCompleted(true);
          event.consume();
        });
  }

  private VBox invitation() {
    Label text = new Label(services.text("library.invitation"));
    text.setWrapText(true);
    Button open = new Button(services.text("library.open.folder"));
    open.setOnAction(event -> services.commands().run(Command.OPEN_FOLDER));
    VBox box = new VBox(text, open);
    box.getStyleClass().add("invitation");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /// Puts the tree behind the invitation, which can be seen without it: also an empty one is made
  /// of dozens of rows.
  public void complete() {
    if (tree.getParent() == null) {
      middle.getChildren().addFirst(tree);
    }
  }

  private void fill(Library library) {
    following = true;
    tree.setRoot(LibraryTree.of(library));
    following = false;
    boolean empty = library.patients().isEmpty();
    tree.setVisible(!empty);
    if (!empty) {
      complete();
      middle.getChildren().remove(invitation);
    } else if (!middle.getChildren().contains(invitation)) {
      middle.getChildren().add(invitation);
    }
    int count = library.leftOut().size();
    leftOut.setText(services.text("library.leftOut", count));
    leftOut.setVisible(count > 0);
    leftOut.setManaged(count > 0);
  }

  private void select() {
    List<LibraryItem> items = selected();
    if (!items.isEmpty() && !following && !pressed) {
      following = true;
      model.select(items);
      following = false;
    }
  }

  /// The selected rows; the selection's list may hold some that are just being taken away.
  private List<LibraryItem> selected() {
    return tree.getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .map(TreeItem::getValue)
        .toList();
  }

  /// Marks the row of what is looked at: the image where the series is open, else the series.
  private void follow() {
    Optional<Series> series = session.seriesProperty().get();
    if (following || series.isEmpty() || model.isTargetSelected(selected())) {
      return;
    }
    tree.getRoot().getChildren().stream()
        .flatMap(patient -> patient.getChildren().stream())
        .flatMap(study -> study.getChildren().stream())
        .filter(row -> row.getValue().series().equals(series))
        .findFirst()
        .ifPresent(this::mark);
  }

  private void mark(TreeItem<LibraryItem> series) {
    TreeItem<LibraryItem> row =
        series.isExpanded()
            ? series.getChildren().stream()
                .filter(child -> isLookedAt(child.getValue()))
                .findFirst()
                .orElse(series)
            : series;
    if (tree.getSelectionModel().getSelectedItems().equals(List.of(row))) {
      return;
    }
    following = true;
    tree.getSelectionModel().clearSelection();
    tree.getSelectionModel().select(row);
    following = false;
    Rows.reveal(tree, tree.getRow(row));
  }

  private boolean isLookedAt(LibraryItem item) {
    return item instanceof LibraryItem.OfImage shown
        && session.instanceProperty().get().equals(Optional.of(shown.image()));
  }

  private void showLeftOut() {
    ObservableList<LeftOut> files =
        FXCollections.observableArrayList(session.libraryProperty().get().leftOut());
    services
        .dialogs()
        .show(
            services.text("library.leftOut.title"),
            () -> new LeftOutPage(files, services.messages()));
  }
}
