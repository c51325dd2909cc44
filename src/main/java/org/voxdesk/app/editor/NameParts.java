package org.voxdesk.app.editor;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.dicom.PersonName;

/// The groups and components of a person's name (PS3.5 6.2.1), in step with the text of the value.
final class NameParts {
  private final StringProperty text;
  private final Map<Script, Map<Component, StringProperty>> parts = new EnumMap<>(Script.class);
  private final Map<Script, ReadOnlyIntegerWrapper> lengths = new EnumMap<>(Script.class);
  private boolean following;

  /// A group of components, by the script it is written in.
  enum Script {
    ALPHABETIC,
    IDEOGRAPHIC,
    PHONETIC
  }

  /// A part of a name.
  enum Component {
    FAMILY,
    GIVEN,
    MIDDLE,
    PREFIX,
    SUFFIX
  }

  /// The parts of `text`.
  NameParts(StringProperty text) {
    this.text = text;
    for (Script script : Script.values()) {
      var group = new EnumMap<Component, StringProperty>(Component.class);
      for (Component component : Component.values()) {
        var one = new SimpleStringProperty("");
        one.addListener((property, was, is) -> write());
        group.put(component, one);
      }
      parts.put(script, group);
      lengths.put(script, new ReadOnlyIntegerWrapper());
    }
    text.addListener((property, was, is) -> read());
    read();
  }

  /// One component of one group, empty where it is absent.
  StringProperty property(Script script, Component component) {
    return parts.getOrDefault(script, Map.of()).getOrDefault(component, text);
  }

  /// How many characters a group has, its delimiters included.
  ReadOnlyIntegerProperty lengthProperty(Script script) {
    return lengths.getOrDefault(script, new ReadOnlyIntegerWrapper()).getReadOnlyProperty();
  }

  private void read() {
    PersonName name = PersonName.of(text.get());
    measure(name);
    if (following) {
      return;
    }
    following = true;
    show(Script.ALPHABETIC, name.alphabetic());
    show(Script.IDEOGRAPHIC, name.ideographic());
    show(Script.PHONETIC, name.phonetic());
    following = false;
  }

  private void show(Script script, PersonName.Group group) {
    property(script, Component.FAMILY).set(group.family());
    property(script, Component.GIVEN).set(group.given());
    property(script, Component.MIDDLE).set(group.middle());
    property(script, Component.PREFIX).set(group.prefix());
    property(script, Component.SUFFIX).set(group.suffix());
  }

  private void write() {
    if (following) {
      return;
    }
    following = true;
    text.set(
        new PersonName(group(Script.ALPHABETIC), group(Script.IDEOGRAPHIC), group(Script.PHONETIC))
            .text());
    following = false;
  }

  private PersonName.Group group(Script script) {
    return new PersonName.Group(
        property(script, Component.FAMILY).get(),
        property(script, Component.GIVEN).get(),
        property(script, Component.MIDDLE).get(),
        property(script, Component.PREFIX).get(),
        property(script, Component.SUFFIX).get());
  }

  private void measure(PersonName name) {
    measure(Script.ALPHABETIC, name.alphabetic());
    measure(Script.IDEOGRAPHIC, name.ideographic());
    measure(Script.PHONETIC, name.phonetic());
  }

  private void measure(Script script, PersonName.Group group) {
    String written = group.text();
    lengths
        .getOrDefault(script, new ReadOnlyIntegerWrapper())
        .set(written.codePointCount(0, written.length()));
  }
}
