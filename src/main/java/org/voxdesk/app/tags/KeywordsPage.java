package org.voxdesk.app.tags;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;

/// The keywords of all elements at the top of the data set, by the alphabet: what `ds.dir()` gives
/// in the recipe. Typing leaves those that contain the letters; Enter goes to the element.
final class KeywordsPage extends VBox {
  private final FilteredList<String> left;
  private final ListView<String> list;
  private final Consumer<String> go;

  /// @param keywords in the order of the alphabet
  /// @param go told which one to go to
  KeywordsPage(Services services, List<String> keywords, Consumer<String> go) {
    this.go = go;
    left = new FilteredList<>(FXCollections.observableList(keywords));
    list = new ListView<>(left);
    getStyleClass().addAll("inspector-page", "keywords");
    TextField find = new TextField();
    find.setPromptText(services.text("keywords.find"));
    find.setAccessibleText(services.text("keywords.find"));
    find.textProperty().addListener((property, was, is) -> filter(is));
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(find, Priority.ALWAYS);
    Button copy = new Button(services.text("keywords.copy"));
    copy.setOnAction(event -> copy());
    HBox line = new HBox(find, copy);
    line.getStyleClass().add("tag-line");
    list.getStyleClass().add("dense");
    // The keyboard goes to the field as soon as the page is in a window.
    sceneProperty().addListener((property, was, is) -> Platform.runLater(find::requestFocus));
    list.setAccessibleText(services.text("keywords.title"));
    list.setPlaceholder(new Label(services.text("keywords.none")));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            goToSelected();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(line, list);
    setPrefSize(420, 520);
    list.getSelectionModel().selectFirst();
  }

  private void filter(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    left.setPredicate(keyword -> keyword.toLowerCase(Locale.ROOT).contains(wanted));
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      goToSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !list.isFocused()) {
      list.requestFocus();
      event.consume();
    }
  }

  private void goToSelected() {
    String keyword = list.getSelectionModel().getSelectedItem();
    if (keyword != null) {
      if (getScene() != null) {
        getScene().getWindow().hide();
      }
      go.accept(keyword);
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(String.join("\n", left));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
