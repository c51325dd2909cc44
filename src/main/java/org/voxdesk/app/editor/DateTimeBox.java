package org.voxdesk.app.editor;

import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.voxdesk.app.editor.DateTimeParts.Part;
import org.voxdesk.app.model.Services;

/// Fields for the parts of a date and time, with a calendar for the day.
final class DateTimeBox extends FlowPane {
  private boolean picking;

  DateTimeBox(Services services, DateTimeParts parts) {
    getStyleClass().add("value-parts");
    for (Part part : parts.order()) {
      getChildren().add(field(services.text(nameKey(part)), parts, part));
    }
    if (parts.hasDate()) {
      getChildren().add(calendar(services, parts));
    }
    Button now = new Button(services.text("editor.now"));
    now.setMinWidth(USE_PREF_SIZE);
    now.setOnAction(event -> parts.setNow());
    getChildren().add(now);
  }

  private static VBox field(String name, DateTimeParts parts, Part part) {
    TextField field = new TextField();
    field.setPrefColumnCount(part.digits());
    field.setAccessibleText(name);
    field.getStyleClass().add("fixed-width");
    field.textProperty().bindBidirectional(parts.property(part));
    Label label = new Label(name);
    label.getStyleClass().add("tag-note");
    label.setLabelFor(field);
    return new VBox(label, field);
  }

  private DatePicker calendar(Services services, DateTimeParts parts) {
    DatePicker picker = new DatePicker();
    String name = services.text("editor.calendar");
    picker.setAccessibleText(name);
    picker.getEditor().setAccessibleText(name);
    // The fields beside it are where a day is typed.
    picker.setEditable(false);
    picker.setPrefWidth(150);
    Runnable follow =
        () -> {
          picking = true;
          picker.setValue(parts.date().orElse(null));
          picking = false;
        };
    for (Part part : new Part[] {Part.YEAR, Part.MONTH, Part.DAY}) {
      parts.property(part).addListener((property, was, is) -> follow.run());
    }
    picker
        .valueProperty()
        .addListener(
            (property, was, is) -> {
              if (is != null && !picking) {
                parts.setDate(is);
              }
            });
    follow.run();
    return picker;
  }

  private static String nameKey(Part part) {
    return switch (part) {
      case YEAR -> "editor.part.year";
      case MONTH -> "editor.part.month";
      case DAY -> "editor.part.day";
      case HOUR -> "editor.part.hour";
      case MINUTE -> "editor.part.minute";
      case SECOND -> "editor.part.second";
      case FRACTION -> "editor.part.fraction";
      case OFFSET -> "editor.part.offset";
    };
  }
}
