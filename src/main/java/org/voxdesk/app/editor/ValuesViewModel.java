package org.voxdesk.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.app.model.Services;
import org.voxdesk.text.Sentence;

/// The values of an element that is edited as text: a list, one of them selected, all of them
/// checked at every change.
final class ValuesViewModel {
  private final Services services;
  private final ElementToEdit element;
  private final ShownText shown;
  private final ObservableList<SingleValue> values = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(0);
  private final StringProperty selectedText = new SimpleStringProperty("");
  private final BooleanProperty overridden = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<NewValue>> value =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper overridable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper utf8Needed = new ReadOnlyBooleanWrapper();
  private final ChangeListener<String> typed = (property, was, is) -> changed();

  ValuesViewModel(Services services, ElementToEdit element) {
    this.services = services;
    this.element = element;
    this.shown = ShownText.of(element.text(), Kind.of(element.vr()) == Kind.LINES);
    ValueCheck.split(element.vr(), element.text())
        .forEach(text -> values.add(listened(shown.shown(text))));
    selectedText.set(values.getFirst().textProperty().get());
    selected.addListener((property, was, is) -> select());
    selectedText.addListener(
        (property, was, is) -> selectedValue().ifPresent(v -> v.textProperty().set(is)));
    overridden.addListener((property, was, is) -> check());
    check();
  }

  private SingleValue listened(String text) {
    var one = new SingleValue(text);
    one.textProperty().addListener(typed);
    return one;
  }

  ElementToEdit element() {
    return element;
  }

  /// The values in order; one that is empty stands for none. Changed by the methods here only.
  ObservableList<SingleValue> values() {
    return values;
  }

  /// The index of the value that is being edited.
  IntegerProperty selectedProperty() {
    return selected;
  }

  /// The text of the value that is being edited; setting it edits the value.
  StringProperty selectedTextProperty() {
    return selectedText;
  }

  /// What the element is to become; empty while it cannot be stored.
  ReadOnlyObjectProperty<Optional<NewValue>> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /// What is wrong; empty where nothing is.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether what is wrong can be stored all the same.
  ReadOnlyBooleanProperty overridableProperty() {
    return overridable.getReadOnlyProperty();
  }

  /// Whether storing it takes another character set.
  ReadOnlyBooleanProperty utf8NeededProperty() {
    return utf8Needed.getReadOnlyProperty();
  }

  /// Whether the user wants it all the same.
  BooleanProperty overriddenProperty() {
    return overridden;
  }

  /// Whether the element may have more than one value, or has.
  boolean isMultiple() {
    boolean one = element.entry().filter(entry -> entry.multiplicity().most() == 1).isPresent();
    return element.vr().allowsMultiple() && (!one || values.size() > 1);
  }

  /// Adds an empty value behind the selected one and selects it.
  void add() {
    int at = selected.get() + 1;
    values.add(at, listened(""));
    selected.set(at);
    changed();
  }

  /// Takes the selected value out; the last one is emptied.
  void remove() {
    int at = selected.get();
    if (values.size() == 1) {
      selectedText.set("");
      return;
    }
    values.remove(at).textProperty().removeListener(typed);
    selected.set(Math.min(at, values.size() - 1));
    select();
    changed();
  }

  /// Moves the selected value by `steps` places, as far as there are.
  void move(int steps) {
    int from = selected.get();
    int to = Math.clamp((long) from + steps, 0, values.size() - 1);
    if (to != from) {
      values.add(to, values.remove(from));
      selected.set(to);
      changed();
    }
  }

  private Optional<SingleValue> selectedValue() {
    int index = selected.get();
    return index >= 0 && index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
  }

  private void select() {
    selectedValue().ifPresent(v -> selectedText.set(v.textProperty().get()));
  }

  private void changed() {
    select();
    check();
  }

  private void check() {
    List<String> texts = texts();
    var whole =
        new ValueCheck(element.tag(), element.vr(), element.entry(), element.characterSet(), texts);
    List<Optional<Sentence>> each = whole.each();
    for (int i = 0; i < texts.size(); i++) {
      values.get(i).setProblem(each.get(i).map(services::reason).orElse(""));
    }
    Optional<Sentence> wrong = whole.problem();
    boolean storable = whole.isStorable();
    problem.set(whole.explained(services).orElse(""));
    overridable.set(wrong.isPresent() && storable);
    utf8Needed.set(whole.needsUtf8());
    value.set(
        storable && (wrong.isEmpty() || overridden.get())
            ? Optional.of(
                new NewValue.Text(String.join("\\", texts), whole.isViolation(), whole.needsUtf8()))
            : Optional.empty());
  }

  private List<String> texts() {
    var texts = new ArrayList<String>();
    values.forEach(v -> texts.add(shown.value(v.textProperty().get())));
    return texts;
  }
}
