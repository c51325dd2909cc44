package org.voxdesk.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.study.PictureStack;
import org.voxdesk.task.Outcome;

/// Which pictures of a folder make a stack: patterns of names to take and to pass over, and the
/// names that come of them.
final class PicturesPage extends VBox {
  private final Path folder;
  private final Services services;
  private final TextField include = field("include", "*.png");
  private final TextField exclude = field("exclude", "");
  private final ListView<String> names = new ListView<>();
  private final Label count = new Label();
  private final Button open;
  private List<Path> found = List.of();

  /// @param chosen told the pictures, or nothing; closes the page
  PicturesPage(Path folder, Services services, Consumer<Optional<List<Path>>> chosen) {
    this.folder = folder;
    this.services = services;
    getStyleClass().add("page");
    GridPane fields = new GridPane(8, 8);
    line(fields, 0, "pictures.include", include);
    line(fields, 1, "pictures.exclude", exclude);
    Label hint = new Label(services.text("pictures.hint"));
    hint.getStyleClass().add("text-muted");
    hint.setWrapText(true);
    names.getStyleClass().add("dense");
    names.setAccessibleText(services.text("pictures.list"));
    names.setId("pictures-names");
    names.setPrefSize(460, 260);
    VBox.setVgrow(names, Priority.ALWAYS);
    count.setId("pictures-count");
    open = new Button(services.text("pictures.open"));
    open.setId("pictures-open");
    open.setDefaultButton(true);
    open.setOnAction(event -> chosen.accept(Optional.of(found)));
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> chosen.accept(Optional.empty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(count, gap, cancel, open);
    buttons.getStyleClass().add("tag-line");
    getChildren().addAll(fields, hint, names, buttons);
    include.textProperty().addListener((property, was, is) -> look());
    exclude.textProperty().addListener((property, was, is) -> look());
    look();
  }

  private static TextField field(String id, String text) {
    TextField field = new TextField(text);
    field.setId("pictures-" + id);
    return field;
  }

  private void line(GridPane fields, int row, String key, TextField field) {
    Label label = new Label(services.text(key));
    label.setLabelFor(field);
    field.setAccessibleText(services.text(key));
    GridPane.setHgrow(field, Priority.ALWAYS);
    fields.addRow(row, label, field);
  }

  /// Off the window's thread: the folder may be on a slow disk.
  private void look() {
    List<String> wanted = patterns(include);
    List<String> unwanted = patterns(exclude);
    services
        .tasks()
        .startLatest(
            this,
            services.text("pictures.title"),
            progress -> PictureStack.files(folder, wanted, unwanted))
        .whenEnded(services.ui(), this::show);
  }

  private static List<String> patterns(TextField field) {
    return Stream.of(field.getText().strip().split("\\s+"))
        .filter(pattern -> !pattern.isEmpty())
        .toList();
  }

  private void show(Outcome<List<Path>> outcome) {
    switch (outcome) {
      case Outcome.Success<List<Path>> done -> {
        found = done.value();
        count.setText(services.text("pictures.count", found.size()));
      }
      case Outcome.Failure<List<Path>> failed -> {
        found = List.of();
        count.setText(
            failed.cause() instanceof DicomException e
                ? services.reason(e.sentence())
                : String.valueOf(failed.cause()));
      }
      case Outcome.Cancelled<List<Path>> superseded -> {
        return;
      }
    }
    names
        .getItems()
        .setAll(found.stream().map(file -> String.valueOf(file.getFileName())).toList());
    open.setDisable(found.isEmpty());
  }
}
