package org.voxdesk.app.editor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The number and the unit of an age (AS), in step with the text of the value.
final class AgeParts {
  private static final Pattern AGE = Pattern.compile("0*(\\d+)([DWMY])");

  private final StringProperty text;
  private final StringProperty number = new SimpleStringProperty("");
  private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.Y);
  private boolean following;

  /// What is counted, by its letter.
  enum Unit {
    D,
    W,
    M,
    Y
  }

  /// The parts of `text`.
  AgeParts(StringProperty text) {
    this.text = text;
    text.addListener((property, was, is) -> read());
    number.addListener((property, was, is) -> write());
    unit.addListener((property, was, is) -> write());
    read();
  }

  /// How many, in digits; empty for no age.
  StringProperty numberProperty() {
    return number;
  }

  ObjectProperty<Unit> unitProperty() {
    return unit;
  }

  private void read() {
    if (following) {
      return;
    }
    Matcher matcher = AGE.matcher(text.get().strip());
    following = true;
    if (matcher.matches()) {
      number.set(matcher.group(1));
      unit.set(Unit.valueOf(matcher.group(2)));
    } else {
      number.set("");
    }
    following = false;
  }

  private void write() {
    if (following) {
      return;
    }
    following = true;
    String digits = number.get().strip();
    text.set(
        digits.isEmpty() ? "" : "0".repeat(Math.max(0, 3 - digits.length())) + digits + unit.get());
    following = false;
  }
}
