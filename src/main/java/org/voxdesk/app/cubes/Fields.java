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
  <T> ComboBox<T> typed(
      String nameKey,
      List<T> values,
      ObjectProperty<T> property,
      Function<T, String> name,
      Function<String, T> value) {
    ComboBox<T> choice = box(nameKey, values);
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
              return value.apply(number(text));
            } catch (IllegalArgumentException noNumber) {
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
  <T> TextField field(
      String nameKey,
      ObjectProperty<T> property,
      Function<T, String> name,
      Function<String, T> value) {
    TextField field = new TextField(name.apply(property.get()));
    field.setAccessibleText(services.text(nameKey));
    field.setTooltip(new Tooltip(services.text(nameKey)));
    field.setId(nameKey.replace('.', '-'));
    Runnable take =
        () -> {
          try {
            property.set(value.apply(number(field.getText())));
          } catch (IllegalArgumentException noValue) {
            // It shows again what holds.
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

  /// With the sign that typography uses, and without a unit after it.
  private static String number(String text) {
    return text.strip().replace('−', '-').replaceAll("(?<=\\d)\\s*[^\\d.,-].*$", "");
  }
}
