package org.voxdesk.app.editor;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Vr;

/// The editor of one value, as the VR wants it: a list where there may be several values, fields
/// for the parts of dates, names and ages, terms and names for codes and UIDs, bytes for the rest.
///
/// @param node what is put into a page
/// @param valueProperty what the element is to become; empty while it cannot be stored, and while
///   bytes are as they were
/// @param problemProperty what is wrong, in words; empty where nothing is
/// @param overridableProperty whether what is wrong can be stored all the same, after a tick
/// @param begin puts the keyboard into the first field
public record ValueEditor(
    Node node,
    ReadOnlyObjectProperty<Optional<NewValue>> valueProperty,
    ReadOnlyStringProperty problemProperty,
    ReadOnlyBooleanProperty overridableProperty,
    Runnable begin) {

  /// The editor for `element`.
  ///
  /// @throws IllegalArgumentException if it is a sequence, which has items and no value
  public static ValueEditor of(Services services, ElementToEdit element) {
    if (element.vr() == Vr.SQ) {
      throw new IllegalArgumentException("a sequence has items, not a value");
    }
    if (element.isBinary()) {
      var model = new BytesViewModel(services, element);
      var view = new BytesView(services, model);
      return new ValueEditor(
          view,
          model.valueProperty(),
          model.problemProperty(),
          model.overridableProperty(),
          view::begin);
    }
    var model = new ValuesViewModel(services, element);
    var view = new ValuesView(services, model);
    return new ValueEditor(
        view,
        model.valueProperty(),
        model.problemProperty(),
        model.overridableProperty(),
        view::begin);
  }
}
