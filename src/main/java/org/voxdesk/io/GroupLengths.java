package org.voxdesk.io;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;

/// Group lengths (gggg,0000) in data sets that were changed (PS3.5 7.2). They enclose their group:
/// each is moved by as much as its group has grown, one that was wrong stays wrong by as much.
final class GroupLengths {
  private GroupLengths() {}

  /// `after`, with the group lengths it shares with `before` put right, those inside items too. One
  /// that differs was set on purpose, and stays. Where a tag is there several times, the first is
  /// compared with the first, the second with the second.
  static DataSet moved(DataSet before, DataSet after) {
    var old = new HashMap<Tag, Deque<DataElement>>();
    for (DataElement element : before.elements()) {
      old.computeIfAbsent(element.tag(), tag -> new ArrayDeque<>()).add(element);
    }
    boolean same = true;
    var elements = new ArrayList<DataElement>();
    for (DataElement element : after.elements()) {
      Optional<DataElement> was = Optional.ofNullable(old.get(element.tag())).map(Deque::pollFirst);
      DataElement now =
          was.filter(w -> !w.equals(element) || element.tag().isGroupLength())
              .map(w -> moved(w, element, before, after))
              .orElse(element);
      same &= now.equals(element);
      elements.add(now);
    }
    return same ? after : after.withElements(elements);
  }

  private static DataElement moved(
      DataElement was, DataElement now, DataSet before, DataSet after) {
    if (now.tag().isGroupLength()
        && now.value() instanceof Value.Bytes(byte[] stated)
        && stated.length == 4
        && was.value() instanceof Value.Bytes(byte[] stood)
        && Arrays.equals(stated, stood)) {
      int group = now.tag().group();
      long growth = length(after, group) - length(before, group);
      return growth == 0 ? now : moved(now, stated, growth, length(after, group));
    }
    return was.value() instanceof Value.Items(List<Value.Item> old)
            && now.value() instanceof Value.Items(List<Value.Item> items)
            && old.size() == items.size()
        ? now.withValue(new Value.Items(moved(old, items)))
        : now;
  }

  private static List<Value.Item> moved(List<Value.Item> before, List<Value.Item> after) {
    var items = new ArrayList<Value.Item>();
    for (int i = 0; i < after.size(); i++) {
      Value.Item item = after.get(i);
      items.add(
          before.get(i).equals(item)
              ? item
              : new Value.Item(moved(before.get(i).dataSet(), item.dataSet()), item.framing()));
    }
    return items;
  }

  private static DataElement moved(DataElement element, byte[] stated, long growth, long actual) {
    byte[] bytes = new byte[4];
    var order = element.order();
    long moved = Integer.toUnsignedLong(ByteBuffer.wrap(stated).order(order).getInt()) + growth;
    boolean possible = moved >= 0 && moved < ElementHeader.UNDEFINED;
    ByteBuffer.wrap(bytes).order(order).putInt((int) (possible ? moved : actual));
    return new DataElement(
        element.tag(), element.vr(), order, new Value.Bytes(bytes), element.framing());
  }

  private static long length(DataSet dataSet, int group) {
    return dataSet.elements().stream()
        .filter(e -> e.tag().group() == group && !e.tag().isGroupLength())
        .mapToLong(e -> ElementWriter.length(e, dataSet.encoding()))
        .sum();
  }
}
