package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Question;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.PrivateBlock;

/// Deletes lines, after asking where more goes with them, or is left without its owner. Used on the
/// window's thread.
final class Deletion {
  /// The option that deletes what a creator owns with it.
  private static final int WHOLE = 0;

  private final Services services;
  private final TagsViewModel model;

  Deletion(Services services, TagsViewModel model) {
    this.services = services;
    this.model = model;
  }

  /// Whether the line can be deleted.
  static boolean isPossible(TagRow row) {
    return switch (row) {
      case ElementRow element -> !element.tag().equals(Tag.TRANSFER_SYNTAX_UID);
      case ItemRow item -> true;
      case MissingRow missing -> false;
    };
  }

  /// Deletes these lines in one step. Undo brings them back, so nothing more is asked.
  void delete(Collection<TagRow> rows) {
    var elements = new LinkedHashSet<TagPath>();
    var items = new ArrayList<ItemRow>();
    for (TagRow row : outermost(rows)) {
      switch (row) {
        case ElementRow element -> {
          if (!agreed(element)) {
            return;
          }
          elements.add(element.path());
        }
        case ItemRow item -> items.add(item);
        case MissingRow missing -> {}
      }
    }
    if (withBlocks(elements)) {
      make(elements, items);
    }
  }

  /// The lines that can be deleted and are in no other of them.
  private static List<TagRow> outermost(Collection<TagRow> rows) {
    Set<TagPath> paths = new LinkedHashSet<>();
    rows.forEach(row -> paths.add(row.key().path()));
    return rows.stream()
        .filter(Deletion::isPossible)
        .filter(row -> row.key().path().around().stream().noneMatch(paths::contains))
        .toList();
  }

  private boolean agreed(ElementRow element) {
    return !element.isDuplicated()
        || services
            .dialogs()
            .confirm(
                services.text("tags.deleteAll.title"),
                services.text("tags.deleteAll", element.tag()),
                services.text("tags.delete"));
  }

  /// Adds what the creators among `elements` own, if the user wants that.
  ///
  /// @return false if the user has changed their mind
  private boolean withBlocks(Set<TagPath> elements) {
    for (TagPath creator : List.copyOf(elements)) {
      Set<TagPath> owned = owned(creator);
      owned.removeAll(elements);
      if (!owned.isEmpty()) {
        OptionalInt chosen = services.dialogs().choose(question(creator, owned.size()));
        if (chosen.isEmpty()) {
          return false;
        }
        if (chosen.getAsInt() == WHOLE) {
          elements.addAll(owned);
        }
      }
    }
    return true;
  }

  private Question question(TagPath creator, int owned) {
    String owner =
        holders(creator).stream()
            .flatMap(holder -> holder.text(creator.tag()).stream())
            .findFirst()
            .orElse("");
    return new Question(
        services.text("tags.block.title"),
        services.text("tags.block", creator, owner, owned),
        List.of(services.text("tags.block.whole", owned), services.text("tags.block.only")));
  }

  /// The elements in the block of a creator, of all images; none where it is no creator.
  private Set<TagPath> owned(TagPath creator) {
    var owned = new TreeSet<>(Comparator.comparing(TagPath::tag));
    if (PrivateBlock.isCreator(creator.tag())) {
      for (DataSet holder : holders(creator)) {
        for (DataElement element : holder.elements()) {
          Tag tag = element.tag();
          if (PrivateBlock.isInBlock(tag)
              && !PrivateBlock.isCreator(tag)
              && PrivateBlock.creator(tag).equals(creator.tag())) {
            owned.add(new TagPath(creator.steps(), tag));
          }
        }
      }
    }
    return owned;
  }

  private List<DataSet> holders(TagPath path) {
    return model.current().stream().flatMap(i -> path.holder(i.dataSet()).stream()).toList();
  }

  /// Creators go after what they own, which is known by them; items last and from the end, because
  /// those behind a deleted one move up.
  private void make(Set<TagPath> elements, List<ItemRow> items) {
    List<TagPath> paths = new ArrayList<>(elements);
    paths.sort(Comparator.comparing(path -> PrivateBlock.isCreator(path.tag())));
    List<Edit> edits = new ArrayList<>();
    paths.forEach(path -> edits.add(new DeleteElement(path)));
    items.stream()
        .sorted(Comparator.comparingInt(ItemRow::index).reversed())
        .forEach(item -> edits.add(ItemEdit.delete(item.sequence(), item.index())));
    items.forEach(item -> paths.add(item.key().path()));
    if (edits.size() > 1) {
      model.applyHere(new EditsTogether(edits), paths);
    } else if (!edits.isEmpty()) {
      model.apply(paths.getFirst(), edits.getFirst());
    }
  }
}
