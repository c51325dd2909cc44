package org.voxdesk.app.library;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.voxdesk.app.model.SeriesDrag;
import org.voxdesk.app.model.Services;
import org.voxdesk.study.Series;

/// A row of the library. It is never wider than the tree: what does not fit is cut with an ellipsis
/// and shown whole in the tooltip.
final class LibraryCell extends TreeCell<LibraryItem> {
  private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");

  /// Indentation of one level, and what disclosure arrow, padding and scroll bar take together.
  private static final double INDENT = 13;

  private static final double EDGES = 40;
  private static final double THUMBNAIL = 48;

  private final TreeView<LibraryItem> tree;
  private final Services services;
  private final Labels labels;
  private final Thumbnails thumbnails;
  private final InvalidationListener edited = property -> follow();
  private String shown = "";

  LibraryCell(TreeView<LibraryItem> tree, LibraryViewModel model, Thumbnails thumbnails) {
    this.tree = tree;
    this.services = model.services();
    this.labels = model.labels();
    this.thumbnails = thumbnails;
    setPrefWidth(0);
    setOnDragDetected(this::drag);
    model.session().historyProperty().addListener(new WeakInvalidationListener(edited));
  }

  /// A series can be dragged into a picture.
  private void drag(MouseEvent event) {
    Optional.ofNullable(getItem())
        .filter(item -> item instanceof LibraryItem.OfSeries || item instanceof LibraryItem.OfImage)
        .flatMap(LibraryItem::series)
        .ifPresent(
            series -> {
              startDragAndDrop(TransferMode.LINK).setContent(SeriesDrag.content(series));
              event.consume();
            });
  }

  /// Only rows on the screen follow the edits.
  private void follow() {
    if (getItem() != null && !isEmpty() && !labels.of(getItem()).equals(shown)) {
      updateItem(getItem(), false);
    }
  }

  @Override
  protected void updateItem(@Nullable LibraryItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    shown = "";
    pseudoClassStateChanged(EDITED, false);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    switch (item) {
      case LibraryItem.Root root -> setGraphic(null);
      case LibraryItem.OfPatient p -> line(MaterialDesignA.ACCOUNT_OUTLINE, p, 0);
      case LibraryItem.OfStudy s -> line(MaterialDesignF.FOLDER_OUTLINE, s, 1);
      case LibraryItem.OfSeries s -> series(s);
      case LibraryItem.OfImage i -> line(MaterialDesignI.IMAGE_OUTLINE, i, 3);
    }
  }

  private void line(Ikon icon, LibraryItem item, int level) {
    Label label = name(item);
    HBox box = new HBox(new FontIcon(icon), label);
    box.getStyleClass().add("library-line");
    show(box, level, item, shown);
  }

  private Label name(LibraryItem item) {
    shown = labels.of(item);
    Label name = new Label(shown);
    name.getStyleClass().add("library-name");
    return name;
  }

  private void series(LibraryItem.OfSeries item) {
    Series series = item.shown();
    ImageView picture = new ImageView();
    picture.setFitWidth(THUMBNAIL);
    picture.setFitHeight(THUMBNAIL);
    picture.setPreserveRatio(true);
    picture.imageProperty().bind(thumbnails.of(series));
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("thumbnail");
    frame.setMinSize(THUMBNAIL, THUMBNAIL);
    Label name = name(item);
    Label count = new Label(labels.count(series));
    count.getStyleClass().add("text-muted");
    Label verdict = new Label(labels.verdict(series));
    verdict.getStyleClass().add("text-muted");
    VBox words = new VBox(name, count, verdict);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(frame, words);
    box.getStyleClass().add("library-series");
    show(box, 2, item, labels.seriesTooltip(series));
  }

  private void show(HBox box, int level, LibraryItem item, String details) {
    Optional<String> before = labels.before(item).map(b -> services.text("library.edited", b));
    pseudoClassStateChanged(EDITED, before.isPresent());
    box.setAlignment(Pos.CENTER_LEFT);
    box.prefWidthProperty().bind(tree.widthProperty().subtract(EDGES + level * INDENT));
    box.maxWidthProperty().bind(box.prefWidthProperty());
    for (Node child : box.getChildren()) {
      if (child instanceof Label label) {
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
      }
    }
    setGraphic(box);
    setTooltip(new Tooltip(details + before.map(b -> "\n" + b).orElse("")));
    setAccessibleText(shown + before.map(b -> ", " + b).orElse(""));
  }
}
