package org.voxdesk.app.viewer;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.TextField;

/// A field for one number, taken over on Enter or when the field is left; what is no number gives
/// way to the last one. An empty field is minus infinity where that is allowed.
final class NumberField extends TextField {
  private final DoubleProperty value;
  private final boolean open;
  private final DoublePredicate allowed;

  /// A field for `value`.
  ///
  /// @param open whether minus infinity, shown as an empty field, is allowed
  NumberField(DoubleProperty value, boolean open, String name) {
    this(value, open, name, number -> true);
  }

  /// A field for `value` that takes only what is `allowed`.
  NumberField(DoubleProperty value, boolean open, String name, DoublePredicate allowed) {
    this.value = value;
    this.open = open;
    this.allowed = allowed;
    setAccessibleText(name);
    setPrefColumnCount(6);
    getStyleClass().addAll("small", "fixed-width");
    value.addListener((property, was, is) -> show());
    setOnAction(event -> take());
    focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                take();
              }
            });
    show();
  }

  private void take() {
    String typed = getText().strip();
    if (typed.isEmpty() && open) {
      value.set(Double.NEGATIVE_INFINITY);
    } else {
      parse(typed).stream().filter(allowed).forEach(value::set);
    }
    show();
  }

  private void show() {
    double number = value.get();
    setText(
        Double.isFinite(number)
            ? number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number)
            : "");
  }

  private static OptionalDouble parse(String typed) {
    try {
      double number = Double.parseDouble(typed.replace('−', '-').replace(',', '.'));
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
