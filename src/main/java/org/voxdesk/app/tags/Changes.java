package org.voxdesk.app.tags;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.io.DicomFile;

/// Which elements of a file are not as they were read.
///
/// @param elements the innermost elements that were changed, added or deleted; the group length of
///   the meta header, which follows the others, does not count
/// @param around the sequences and items that hold one of them
record Changes(Set<TagPath> elements, Set<TagPath> around) {
  static final Changes NONE = new Changes(Set.of(), Set.of());

  Changes {
    elements = Set.copyOf(elements);
    around = Set.copyOf(around);
  }

  /// The difference between a file as it was read and as it is now. Untouched elements are the same
  /// objects in both, which is what makes this quick.
  static Changes between(DicomFile was, DicomFile is) {
    var changes = new Search();
    changes.compare(was.meta(), is.meta(), TagPath::of);
    changes.compare(was.dataSet(), is.dataSet(), TagPath::of);
    changes.elements.remove(TagPath.of(Tag.META_GROUP_LENGTH));
    return new Changes(changes.elements, changes.around);
  }

  /// Whether the line is one of them or holds one.
  boolean touch(TagRow row) {
    TagPath path = row.key().path();
    return elements.contains(path) || around.contains(path);
  }

  @SuppressWarnings("ReferenceEquality") // Untouched elements are shared, which is what is asked.
  private static final class Search {
    private final Set<TagPath> elements = new HashSet<>();
    private final Set<TagPath> around = new HashSet<>();

    void compare(DataSet was, DataSet is, Function<Tag, TagPath> path) {
      if (was == is) {
        return;
      }
      List<DataElement> before = was.elements();
      List<DataElement> after = is.elements();
      int from = 0;
      int shorter = Math.min(before.size(), after.size());
      while (from < shorter && before.get(from) == after.get(from)) {
        from++;
      }
      int tail = 0;
      while (tail < shorter - from && before.reversed().get(tail) == after.reversed().get(tail)) {
        tail++;
      }
      Map<Tag, Deque<DataElement>> rest = new HashMap<>();
      before
          .subList(from, before.size() - tail)
          .forEach(e -> rest.computeIfAbsent(e.tag(), t -> new ArrayDeque<>()).add(e));
      for (DataElement now : after.subList(from, after.size() - tail)) {
        Deque<DataElement> then = rest.getOrDefault(now.tag(), new ArrayDeque<>());
        if (then.isEmpty()) {
          elements.add(path.apply(now.tag()));
        } else {
          compare(then.removeFirst(), now, path.apply(now.tag()));
        }
      }
      rest.forEach((tag, left) -> left.forEach(gone -> elements.add(path.apply(tag))));
    }

    private void compare(DataElement was, DataElement is, TagPath path) {
      if (was == is) {
        return;
      }
      if (was.value() instanceof Value.Items then
          && is.value() instanceof Value.Items now
          && then.items().size() == now.items().size()) {
        int known = elements.size();
        for (int i = 0; i < now.items().size(); i++) {
          compareItems(then.items().get(i).dataSet(), now.items().get(i).dataSet(), path, i);
        }
        if (elements.size() > known) {
          around.add(path);
        }
      } else if (!sameBytes(was, is)) {
        elements.add(path);
      }
    }

    private void compareItems(DataSet was, DataSet is, TagPath sequence, int item) {
      int known = elements.size();
      compare(was, is, tag -> sequence.child(item, tag));
      if (elements.size() > known) {
        around.add(sequence.child(item, Tag.ITEM));
      }
    }

    private static boolean sameBytes(DataElement was, DataElement is) {
      return was.vr() == is.vr()
          && was.value() instanceof Value.Bytes then
          && is.value() instanceof Value.Bytes now
          && Arrays.equals(then.bytes(), now.bytes());
    }
  }
}
