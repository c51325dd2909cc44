package org.voxdesk.app.tags;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.editor.SuggestionList;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;

/// The line in which a new element is put together: tag with completion, VR, value, and what is
/// wrong with them.
final class AddElementBar extends VBox {
  private final TextField name = new TextField();

  /// A line for `model`.
  ///
  /// @param added told where a new element is
  /// @param closed told when the user has had enough
  AddElementBar(
      Services services, AddElementViewModel model, Consumer<TagPath> added, Runnable closed) {
    getStyleClass().add("add-element");
    name.setPromptText(services.text("tags.add.name"));
    name.setAccessibleText(services.text("tags.add.name"));
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setPrefColumnCount(15);
    SuggestionList.attachEager(name, typed -> Completion.of(typed));
    ComboBox<Vr> vr = new ComboBox<>(FXCollections.observableList(AddElementViewModel.VRS));
    vr.valueProperty().bindBidirectional(model.vrProperty());
    vr.setAccessibleText(services.text("tags.column.vr"));
    vr.setPrefWidth(74);
    vr.setMinWidth(74);
    vr.addEventHandler(KeyEvent.KEY_PRESSED, AddElementBar::keepLetters);
    vr.addEventHandler(KeyEvent.KEY_TYPED, event -> choose(vr, event.getCharacter()));
    TextField value = new TextField();
    value.setPromptText(services.text("tags.column.value"));
    value.setAccessibleText(services.text("tags.column.value"));
    value.textProperty().bindBidirectional(model.valueProperty());
    HBox.setHgrow(value, Priority.ALWAYS);
    Button add = new Button(services.text("tags.add"));
    add.getStyleClass().add("accent");
    add.setMinWidth(USE_PREF_SIZE);
    add.disableProperty().bind(model.pathProperty().map(path -> path.isEmpty()));
    Runnable act = () -> model.add().ifPresent(added);
    add.setOnAction(event -> act.run());
    value.setOnAction(event -> act.run());
    TextField creator = new TextField();
    creator.setId("tags-add-creator");
    creator.setPromptText(services.text("tags.add.creator"));
    creator.setAccessibleText(services.text("tags.add.creator"));
    creator.textProperty().bindBidirectional(model.creatorProperty());
    creator.visibleProperty().bind(model.creatorWantedProperty());
    creator.managedProperty().bind(creator.visibleProperty());
    creator.setOnAction(event -> act.run());
    HBox line = new HBox(name, vr, value, add);
    line.getStyleClass().add("tag-line");
    getChildren()
        .addAll(
            line,
            creator,
            message("tag-problem", model.problemProperty()),
            message("tag-note", model.destinationProperty()));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            closed.run();
          }
        });
  }

  /// Letters choose a VR here, no tool of the viewer.
  private static void keepLetters(KeyEvent event) {
    if (event.getCode().isLetterKey() && !event.isShortcutDown() && !event.isAltDown()) {
      event.consume();
    }
  }

  /// Chooses the VR of two letters that are typed one after the other, by the first alone the next
  /// that begins so.
  private static void choose(ComboBox<Vr> box, String letter) {
    String typed = letter.toUpperCase(Locale.ROOT);
    String both = box.getValue().name().charAt(0) + typed;
    List<Vr> all = AddElementViewModel.VRS;
    Stream<Vr> fromHere =
        Stream.concat(all.stream().skip(all.indexOf(box.getValue()) + 1L), all.stream());
    all.stream()
        .filter(vr -> vr.name().equals(both) && typed.length() == 1)
        .findFirst()
        .or(() -> fromHere.filter(vr -> vr.name().startsWith(typed)).findFirst())
        .filter(vr -> !typed.isBlank())
        .ifPresent(box::setValue);
  }

  /// Puts the keyboard on the first field.
  void begin() {
    name.requestFocus();
  }

  private static Label message(String styleClass, ObservableValue<String> text) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.map(words -> !words.isEmpty()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
