package org.voxdesk.app.cubes;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.voxdesk.app.model.Services;

/// Fields that follow a property, named for people who cannot see them.
record Fields(Services services) {
  /// A list to pick from.
  <T> ComboBox<T> choice(
      String nameKey, List<T> values, ObjectProperty<T> property, Function<T, String> name) {
    ComboBox<T> choice = box(nameKey, values);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("values are picked, not typed");
          }
        });
    choice.valueProperty().bindBidirectional(property);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    return choice;
  }

  /// A list to pick from, or to type something else than it holds; what is no value is taken back.
  ///
  /// @param limits what can be typed, in words
  <T extends Number> ComboBox<T> typed(
      String nameKey,
      String limits,
      List<T> values,
      ObjectProperty<T> property,
      Function<T, String> name,
      Function<String, T> value) {
    ComboBox<T> choice = box(nameKey, values);
    choice.setTooltip(new Tooltip(services.text(nameKey) + "\n" + limits));
    choice.setAccessibleHelp(limits);
    Hint hint = new Hint(choice);
    choice.setEditable(true);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T shown) {
            return shown == null ? "" : name.apply(shown);
          }

          @Override
          public T fromString(String text) {
            try {
              T taken = value.apply(number(text));
              hint.show(isTaken(text, taken) ? "" : limits);
              return taken;
            } catch (IllegalArgumentException noNumber) {
              hint.show(limits);
              return property.get();
            }
          }
        });
    choice.valueProperty().bindBidirectional(property);
    // What was typed may stand for another value than it says.
    choice
        .valueProperty()
        .addListener((p, was, is) -> choice.getEditor().setText(name.apply(property.get())));
    choice
        .getEditor()
        .focusedProperty()
        .addListener(
            (p, was, is) -> {
              if (!is) {
                choice.commitValue();
                choice.getEditor().setText(name.apply(property.get()));
              }
            });
    return choice;
  }

  private <T> ComboBox<T> box(String nameKey, List<T> values) {
    ComboBox<T> choice = new ComboBox<>();
    choice.getItems().setAll(values);
    choice.setAccessibleText(services.text(nameKey));
    choice.setTooltip(new Tooltip(services.text(nameKey)));
    choice.setId(nameKey.replace('.', '-'));
    return choice;
  }

  /// A field for one value, taken over with Enter and when it loses the focus.
  ///
  /// @param limits what can be typed, in words
  <T> TextField field(
      String nameKey,
      String limits,
      ObjectProperty<T> property,
      Function<T, String> name,
      Function<String, T> value) {
    TextField field = new TextField(name.apply(property.get()));
    field.setAccessibleText(services.text(nameKey));
    field.setAccessibleHelp(limits);
    field.setTooltip(new Tooltip(services.text(nameKey) + "\n" + limits));
    field.setId(nameKey.replace('.', '-'));
    Hint hint = new Hint(field);
    Runnable take =
        () -> {
          try {
            T taken = value.apply(number(field.getText()));
            hint.show(isTaken(field.getText(), taken) ? "" : limits);
            property.set(taken);
          } catch (IllegalArgumentException noValue) {
            // It shows again what holds.
            hint.show(limits);
          }
          field.setText(name.apply(property.get()));
        };
    field.setOnAction(event -> take.run());
    ChangeListener<Boolean> left =
        (p, was, is) -> {
          if (!is) {
            take.run();
          }
        };
    field.focusedProperty().addListener(left);
    property.addListener((p, was, is) -> field.setText(name.apply(is)));
    return field;
  }

  /// A name in front of a field.
  Label label(String key, Node of) {
    Label label = new Label(services.text(key));
    label.setLabelFor(of);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// Whether what holds now is the number that was typed.
  private static boolean isTaken(String text, Object taken) {
    return !(taken instanceof Number now) || Double.parseDouble(number(text)) == now.doubleValue();
  }

  /// A number as people type it, as Java reads it: with the sign that typography uses, a comma as
  /// the decimal mark, a unit after it. What may be a comma between thousands is left, and so read
  /// as no number.
  static String number(String text) {
    String bare = text.strip().replace('−', '-').replaceAll("(?<=\\d)\\s*[^\\d.,-].*$", "");
    return bare.matches("-?[1-9]\\d{0,2}(,\\d{3})+") ? bare : bare.replace(',', '.');
  }
}
