package org.voxdesk.app.tags;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.app.editor.ElementToEdit;
import org.voxdesk.app.editor.NewValue;
import org.voxdesk.app.editor.ValueEditorPage;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomFile;

/// Opens the editor of a value in a window of its own, and makes an edit of what comes back.
final class ValueEditing {
  private final Services services;
  private final TagsViewModel model;

  ValueEditing(Services services, TagsViewModel model) {
    this.services = services;
    this.model = model;
  }

  /// Whether the editor can open the line: elements with a value, and missing ones.
  boolean isPossible(Optional<TagRow> row) {
    return row.flatMap(this::toEdit).isPresent();
  }

  /// Lets the user edit the value of the line.
  void open(TagRow row) {
    toEdit(row)
        .ifPresent(
            element ->
                ValueEditorPage.ask(
                    services,
                    element,
                    value -> model.apply(row.key().path(), edit(element, row, value))));
  }

  private Optional<ElementToEdit> toEdit(TagRow row) {
    return switch (row) {
      case ElementRow element when isEditable(element) ->
          Optional.of(ElementToEdit.of(element.holder(), element.element()));
      case MissingRow missing ->
          model
              .shown()
              .map(image -> image.file())
              .map(DicomFile::dataSet)
              .map(holder -> ElementToEdit.empty(holder, missing.tag(), missing.usualVr()));
      case ElementRow element -> Optional.empty();
      case ItemRow item -> Optional.empty();
    };
  }

  private boolean isEditable(ElementRow row) {
    Value value = row.element().value();
    return (value instanceof Value.Bytes || value instanceof Value.Bulk)
        && row.occurrence() == 0
        && !model.text().isStructure(row);
  }

  /// What the new value makes of the element.
  static Edit edit(ElementToEdit element, TagRow row, NewValue value) {
    TagPath path = row.key().path();
    return switch (value) {
      case NewValue.Text text -> {
        var set =
            new SetValue(
                path,
                element.vr(),
                text.value(),
                text.overridden() ? Checking.STORABLE : Checking.RULES);
        yield text.inUtf8() ? new EditsTogether(List.of(new ReencodeText(), set)) : set;
      }
      case NewValue.Bytes bytes -> {
        List<Edit> edits = new ArrayList<>();
        for (NewValue.Also also : bytes.also()) {
          edits.add(new SetValue(new TagPath(path.steps(), also.tag()), also.vr(), also.text()));
        }
        edits.add(put(path, element, bytes.value()));
        yield edits.size() == 1 ? edits.getFirst() : new EditsTogether(edits);
      }
    };
  }

  private static Edit put(TagPath path, ElementToEdit element, byte[] bytes) {
    Encoding encoding =
        element.order() == ByteOrder.BIG_ENDIAN ? Encoding.EXPLICIT_BIG : Encoding.EXPLICIT_LITTLE;
    DataElement put =
        DataElement.of(path.tag(), element.vr(), element.order(), new Value.Bytes(bytes));
    return new PutElement(path, DataSet.of(encoding, List.of(put), new byte[0]));
  }
}
