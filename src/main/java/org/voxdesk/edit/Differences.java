package org.voxdesk.edit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;

/// Which elements of two files are not the same: the innermost ones that were changed, added or
/// deleted, in the order of their tags. Where a sequence has another number of items, those at both
/// ends that are alike belong together, and of the others as many as both have; each that is left
/// is one of them, with [Tag#ITEM] as the tag of its path. The group length of the meta header,
/// which follows the others, does not count.
///
/// Elements that are the same objects in both are not looked into, which is what makes it quick for
/// a file and its edited form.
public final class Differences {
  /// Paths in the order of their tags, those of the meta header first.
  public static final Comparator<TagPath> BY_PATH =
      Comparator.comparing((TagPath path) -> !path.steps().isEmpty() || !path.tag().isMeta())
          .thenComparing(Differences::byTags);

  private final boolean reading;
  private final List<Difference> found = new ArrayList<>();

  /// @param reading whether big values are compared byte by byte
  private Differences(boolean reading) {
    this.reading = reading;
  }

  /// Between a file and what edits have made of it; big values that are not known to be the same
  /// count as changed.
  public static List<Difference> between(DicomFile was, DicomFile is) {
    return new Differences(false).compare(was, is);
  }

  /// Between two files that were read by themselves, whatever each is encoded in; big values are
  /// read to compare them.
  public static List<Difference> ofFiles(DicomFile one, DicomFile other) {
    return new Differences(true)
        .compare(one, other.withDataSet(other.dataSet().in(one.dataSet().encoding())));
  }

  /// The sequences and items that hold one of `differences`.
  public static Set<TagPath> around(List<Difference> differences) {
    var around = new HashSet<TagPath>();
    for (Difference difference : differences) {
      around.addAll(difference.path().around());
      // Where a deleted item was, there is another one now.
      if (difference.isItem() && difference.after().isPresent()) {
        around.add(difference.path());
      }
    }
    return around;
  }

  private List<Difference> compare(DicomFile was, DicomFile is) {
    compare(was.meta(), is.meta(), TagPath::of);
    compare(was.dataSet(), is.dataSet(), TagPath::of);
    found.removeIf(d -> d.path().equals(TagPath.of(Tag.META_GROUP_LENGTH)));
    found.sort(Comparator.comparing(Difference::path, BY_PATH));
    return List.copyOf(found);
  }

  private static int byTags(TagPath one, TagPath other) {
    int shared = Math.min(one.steps().size(), other.steps().size());
    for (int i = 0; i < shared; i++) {
      TagPath.Step left = one.steps().get(i);
      TagPath.Step right = other.steps().get(i);
      int order = left.sequence().compareTo(right.sequence());
      if (order == 0) {
        order = Integer.compare(left.item(), right.item());
      }
      if (order != 0) {
        return order;
      }
    }
    Tag left = one.steps().size() > shared ? one.steps().get(shared).sequence() : one.tag();
    Tag right = other.steps().size() > shared ? other.steps().get(shared).sequence() : other.tag();
    return left.compareTo(right);
  }

  @SuppressWarnings("ReferenceEquality") // Untouched elements are shared, which is what is asked.
  private void compare(DataSet was, DataSet is, Function<Tag, TagPath> path) {
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
      var side = new Difference.Side(now, is);
      if (then.isEmpty()) {
        add(path.apply(now.tag()), Optional.empty(), Optional.of(side));
      } else {
        compare(new Difference.Side(then.removeFirst(), was), side, path.apply(now.tag()));
      }
    }
    rest.forEach(
        (tag, left) ->
            left.forEach(
                gone ->
                    add(
                        path.apply(tag),
                        Optional.of(new Difference.Side(gone, was)),
                        Optional.empty())));
  }

  private void add(
      TagPath path, Optional<Difference.Side> before, Optional<Difference.Side> after) {
    found.add(new Difference(path, before, after));
  }

  @SuppressWarnings("ReferenceEquality") // As above.
  private void compare(Difference.Side was, Difference.Side is, TagPath path) {
    if (was.element() == is.element()) {
      return;
    }
    if (was.element().value() instanceof Value.Items
        && is.element().value() instanceof Value.Items) {
      compareItems(was, is, path);
    } else if (!isSame(was.element(), is.element())) {
      add(path, Optional.of(was), Optional.of(is));
    }
  }

  private void compareItems(Difference.Side was, Difference.Side is, TagPath path) {
    List<DataSet> then = was.items();
    List<DataSet> now = is.items();
    int shorter = Math.min(then.size(), now.size());
    int from = 0;
    int tail = 0;
    if (then.size() != now.size()) {
      while (from < shorter && isSame(then.get(from), now.get(from))) {
        from++;
      }
      while (tail < shorter - from
          && isSame(then.get(then.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
        tail++;
      }
    }
    int pairs = shorter - tail;
    for (int i = from; i < pairs; i++) {
      int item = i;
      compare(then.get(i), now.get(i), tag -> path.child(item, tag));
    }
    for (int i = pairs; i < then.size() - tail; i++) {
      add(path.child(i, Tag.ITEM), Optional.of(was.item(i)), Optional.empty());
    }
    for (int i = pairs; i < now.size() - tail; i++) {
      add(path.child(i, Tag.ITEM), Optional.empty(), Optional.of(is.item(i)));
    }
  }

  private boolean isSame(DataSet was, DataSet is) {
    var within = new Differences(reading);
    within.compare(was, is, TagPath::of);
    return within.found.isEmpty();
  }

  /// In files that were read by themselves an unknown VR (UN) agrees with any other of the same
  /// bytes: it says that whoever wrote the file did not know, and its bytes are in little endian
  /// (PS3.5 6.2.2).
  private boolean isSame(DataElement was, DataElement is) {
    if (was.vr() == is.vr()) {
      return isSame(was.value(), is.value());
    }
    boolean unknown = was.vr() == Vr.UN || is.vr() == Vr.UN;
    return reading && unknown && isSame(littleEndian(was), littleEndian(is));
  }

  private static Value littleEndian(DataElement element) {
    Encoding encoding =
        element.order() == ByteOrder.BIG_ENDIAN ? Encoding.EXPLICIT_BIG : Encoding.EXPLICIT_LITTLE;
    return DataSet.of(encoding, List.of(element), new byte[0])
        .in(Encoding.EXPLICIT_LITTLE)
        .get(element.tag())
        .orElse(element)
        .value();
  }

  private boolean isSame(Value was, Value is) {
    return switch (was) {
      case Value.Bytes(byte[] then) ->
          is instanceof Value.Bytes(byte[] now) && Arrays.equals(then, now);
      case Value.Bulk(BulkData then) ->
          is instanceof Value.Bulk(BulkData now)
              && (was.equals(is) || (reading && isSame(then, now)));
      case Value.Fragments(List<Value.Fragment> then) ->
          is instanceof Value.Fragments(List<Value.Fragment> now)
              && then.size() == now.size()
              && isSame(then, now);
      case Value.Items i -> false;
    };
  }

  private boolean isSame(List<Value.Fragment> was, List<Value.Fragment> is) {
    for (int i = 0; i < was.size(); i++) {
      if (!isSame(was.get(i).value(), is.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  /// False for values that cannot be read any more: nobody can say that they are the same.
  private static boolean isSame(BulkData was, BulkData is) {
    if (was.length() != is.length()) {
      return false;
    }
    try (InputStream then = was.open();
        InputStream now = is.open()) {
      byte[] left = new byte[1 << 16];
      byte[] right = new byte[1 << 16];
      int count = then.readNBytes(left, 0, left.length);
      while (count > 0) {
        if (now.readNBytes(right, 0, count) != count
            || !Arrays.equals(left, 0, count, right, 0, count)) {
          return false;
        }
        count = then.readNBytes(left, 0, left.length);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
