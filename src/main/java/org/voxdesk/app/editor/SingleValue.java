package org.voxdesk.app.editor;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One of the values of an element, as it is being typed.
final class SingleValue {
  private final StringProperty text;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  SingleValue(String text) {
    this.text = new SimpleStringProperty(text);
  }

  /// What stands in the field.
  StringProperty textProperty() {
    return text;
  }

  /// What is wrong with it; empty where nothing is.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void setProblem(String words) {
    problem.set(words);
  }
}
