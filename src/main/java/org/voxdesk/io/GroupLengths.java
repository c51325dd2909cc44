package org.voxdesk.io;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Value;

/// Group lengths (gggg,0000) in data sets that were changed (PS3.5 7.2). They enclose their group:
/// each is moved by as much as its group has grown, one that was wrong stays wrong by as much.
final class GroupLengths {
  private GroupLengths() {}

  /// `after`, with the group lengths it shares with `before` put right, those inside items too. One
  /// that differs was set on purpose, and stays.
  static DataSet moved(DataSet before, DataSet after) {
    DataSet result = after;
    for (DataElement element : after.elements()) {
      Optional<DataElement> old = before.get(element.tag());
      if (old.isEmpty()) {
        continue;
      }
      if (element.tag().isGroupLength()
          && element.value() instanceof Value.Bytes(byte[] stated)
          && stated.length == 4
          && old.get().value() instanceof Value.Bytes(byte[] was)
          && Arrays.equals(stated, was)) {
        int group = element.tag().group();
        long growth = length(after, group) - length(before, group);
        if (growth != 0) {
          result = result.with(moved(element, stated, growth));
        }
      } else if (!old.get().equals(element)
          && old.get().value() instanceof Value.Items was
          && element.value() instanceof Value.Items now
          && was.items().size() == now.items().size()) {
        result = result.with(element.withValue(new Value.Items(moved(was.items(), now.items()))));
      }
    }
    return result;
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

  private static DataElement moved(DataElement element, byte[] stated, long growth) {
    byte[] bytes = new byte[4];
    var order = element.order();
    int old = ByteBuffer.wrap(stated).order(order).getInt();
    ByteBuffer.wrap(bytes).order(order).putInt((int) (old + growth));
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
