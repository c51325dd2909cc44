package org.voxdesk.edit;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Changes which items a sequence has. The other items stay as they are, byte for byte.
///
/// @param sequence where the sequence is
/// @param action what happens to its items
/// @param item the item concerned, from 0
/// @param to where it goes, from 0, counted without it; for [Action#MOVE] only
public record ItemEdit(TagPath sequence, Action action, int item, int to) implements Edit {
  /// What can happen to an item.
  public enum Action {
    /// An item without elements comes to stand at its place; a sequence that is absent is added.
    ADD,
    DELETE,
    /// A copy comes to stand behind it.
    DUPLICATE,
    MOVE
  }

  /// Adds an item without elements at place `item`.
  public static ItemEdit add(TagPath sequence, int item) {
    return new ItemEdit(sequence, Action.ADD, item, 0);
  }

  public static ItemEdit delete(TagPath sequence, int item) {
    return new ItemEdit(sequence, Action.DELETE, item, 0);
  }

  public static ItemEdit duplicate(TagPath sequence, int item) {
    return new ItemEdit(sequence, Action.DUPLICATE, item, 0);
  }

  /// Moves an item to place `to`.
  public static ItemEdit move(TagPath sequence, int item, int to) {
    return new ItemEdit(sequence, Action.MOVE, item, to);
  }

  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    ElementPlace.requireElement(sequence);
    return ElementPlace.change(file, sequence, this::changed);
  }

  private DataSet changed(DataSet holder) throws DicomException {
    DataElement element =
        holder
            .get(sequence.tag())
            .orElse(
                DataElement.of(
                    sequence.tag(), Vr.SQ, holder.encoding().order(), new Value.Items(List.of())));
    if (!(element.value() instanceof Value.Items(List<Value.Item> present))) {
      throw new DicomException(sequence.tag(), Sentence.of("edit.no.sequence", sequence));
    }
    var items = new ArrayList<>(present);
    int most = action == Action.ADD ? items.size() : items.size() - 1;
    if (item < 0 || item > most || (action == Action.MOVE && (to < 0 || to > most))) {
      throw new DicomException(
          sequence.tag(), Sentence.of("path.no.item", sequence + "[" + item + "]"));
    }
    switch (action) {
      case ADD -> items.add(item, new Value.Item(DataSet.empty(holder.encoding()), Framing.NONE));
      case DELETE -> items.remove(item);
      case DUPLICATE -> items.add(item + 1, items.get(item));
      case MOVE -> items.add(to, items.remove(item));
    }
    return holder.with(element.withValue(new Value.Items(items)));
  }

  @Override
  public Sentence label() {
    return label(action, sequence + "[" + item + "]", to);
  }

  /// What such a change does to the item at `place`.
  public static Sentence label(Action action, String place, int to) {
    return switch (action) {
      case ADD -> Sentence.of("edit.item.add", place);
      case DELETE -> Sentence.of("edit.item.delete", place);
      case DUPLICATE -> Sentence.of("edit.item.duplicate", place);
      case MOVE -> Sentence.of("edit.item.move", place, to);
    };
  }
}
