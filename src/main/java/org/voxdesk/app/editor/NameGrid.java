package org.voxdesk.app.editor;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.voxdesk.app.editor.NameParts.Component;
import org.voxdesk.app.editor.NameParts.Script;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;

/// A field for each component of each group of a name, and how long each group is.
final class NameGrid extends GridPane {
  NameGrid(Services services, NameParts parts) {
    getStyleClass().add("value-grid");
    int most = VrRules.mostCharacters(Vr.PN).orElseThrow();
    List<Component> components = List.of(Component.values());
    for (int row = 0; row < components.size(); row++) {
      add(note(services.text(nameKey(components.get(row)))), 0, row + 1);
    }
    List<Script> scripts = List.of(Script.values());
    for (int column = 1; column <= scripts.size(); column++) {
      Script script = scripts.get(column - 1);
      add(note(services.text(nameKey(script))), column, 0);
      for (int row = 0; row < components.size(); row++) {
        add(field(services, parts, script, components.get(row)), column, row + 1);
      }
      Label length = note("");
      length.textProperty().bind(parts.lengthProperty(script).asString().concat(" / " + most));
      add(length, column, components.size() + 1);
    }
  }

  private static TextField field(
      Services services, NameParts parts, Script script, Component component) {
    TextField field = new TextField();
    field.setPrefColumnCount(12);
    field.setAccessibleText(
        services.text(
            "editor.name.part", services.text(nameKey(component)), services.text(nameKey(script))));
    field.textProperty().bindBidirectional(parts.property(script, component));
    return field;
  }

  private static Label note(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("tag-note");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static String nameKey(Script script) {
    return switch (script) {
      case ALPHABETIC -> "editor.name.alphabetic";
      case IDEOGRAPHIC -> "editor.name.ideographic";
      case PHONETIC -> "editor.name.phonetic";
    };
  }

  private static String nameKey(Component component) {
    return switch (component) {
      case FAMILY -> "editor.name.family";
      case GIVEN -> "editor.name.given";
      case MIDDLE -> "editor.name.middle";
      case PREFIX -> "editor.name.prefix";
      case SUFFIX -> "editor.name.suffix";
    };
  }
}
