package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ItemEdit;

/// What can be done to the selected lines: items of sequences come and go, elements go. Holds no
/// nodes; used on the window's thread.
final class RowActions {
  private final TagsViewModel model;
  private final Deletion deletion;

  RowActions(Services services, TagsViewModel model) {
    this.model = model;
    this.deletion = new Deletion(services, model);
  }

  /// What can happen to items.
  enum Action {
    ADD,
    DUPLICATE,
    DELETE,
    UP,
    DOWN
  }

  /// Whether the line allows the action.
  boolean isPossible(Action action, Optional<TagRow> row) {
    return row.isPresent() && edit(action, row.get()).isPresent();
  }

  /// Makes it.
  ///
  /// @return the line to select afterwards; empty where nothing has changed
  Optional<TagPath> act(Action action, Optional<TagRow> row) {
    int items = row.map(r -> r instanceof ItemRow item ? item.siblings() : 0).orElse(0);
    return row.flatMap(r -> edit(action, r))
        .filter(edit -> model.apply(edit.sequence(), edit))
        .map(edit -> after(edit, items));
  }

  private Optional<ItemEdit> edit(Action action, TagRow row) {
    return switch (row) {
      case ElementRow element -> {
        boolean sequence =
            element.element().vr() == Vr.SQ && element.occurrence() == 0 && !isMixed(element);
        yield sequence && action == Action.ADD
            ? Optional.of(ItemEdit.add(element.path(), element.itemCount()))
            : Optional.empty();
      }
      case ItemRow item -> Optional.of(edit(action, item)).filter(e -> fits(e, item));
      case MissingRow missing -> Optional.empty();
    };
  }

  /// Images with different numbers of items have no common end.
  private static boolean isMixed(ElementRow element) {
    return element.spread().isMixed() && element.isLeaf();
  }

  private static ItemEdit edit(Action action, ItemRow item) {
    TagPath sequence = item.sequence();
    int index = item.index();
    return switch (action) {
      case ADD -> ItemEdit.add(sequence, index + 1);
      case DUPLICATE -> ItemEdit.duplicate(sequence, index);
      case DELETE -> ItemEdit.delete(sequence, index);
      case UP -> ItemEdit.move(sequence, index, index - 1);
      case DOWN -> ItemEdit.move(sequence, index, index + 1);
    };
  }

  private static boolean fits(ItemEdit edit, ItemRow item) {
    return edit.action() != ItemEdit.Action.MOVE || (edit.to() >= 0 && edit.to() < item.siblings());
  }

  /// @param items how many there were
  private static TagPath after(ItemEdit edit, int items) {
    int index =
        switch (edit.action()) {
          case ADD -> edit.item();
          case DUPLICATE -> edit.item() + 1;
          case MOVE -> edit.to();
          case DELETE -> Math.min(edit.item(), items - 2);
        };
    return index < 0 ? edit.sequence() : edit.sequence().child(index, Tag.ITEM);
  }

  /// Deletes what is selected.
  ///
  /// @return the line to select afterwards, where that is another than the table would
  Optional<TagPath> delete() {
    List<TagRow> rows = model.selection();
    if (rows.size() == 1 && rows.getFirst() instanceof ItemRow) {
      return act(Action.DELETE, Optional.of(rows.getFirst()));
    }
    deletion.delete(rows);
    return Optional.empty();
  }

  /// Whether anything that is selected can be deleted.
  boolean isDeletable() {
    return model.selection().stream().anyMatch(Deletion::isPossible);
  }
}
