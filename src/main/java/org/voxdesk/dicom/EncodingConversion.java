package org.voxdesk.dicom;

import java.util.ArrayList;
import java.util.List;

/// Takes a data set over to another encoding: other headers, other byte order, the same values.
/// Group lengths, retired and true of one encoding only, are left out.
final class EncodingConversion {
  private EncodingConversion() {}

  /// The data set with every element, those of its items included, in `encoding`.
  static DataSet convert(DataSet dataSet, Encoding encoding) {
    if (isAll(dataSet, encoding)) {
      return dataSet;
    }
    var elements = new ArrayList<DataElement>();
    for (DataElement element : dataSet.elements()) {
      if (!element.tag().isGroupLength()) {
        elements.add(convert(element, encoding));
      }
    }
    return DataSet.of(encoding, elements, dataSet.remainder());
  }

  /// Whether the data set and its items are in this encoding already.
  private static boolean isAll(DataSet dataSet, Encoding encoding) {
    return dataSet.encoding() == encoding
        && dataSet.elements().stream()
            .allMatch(
                e ->
                    e.order() == encoding.order()
                        && (!(e.value() instanceof Value.Items items)
                            || items.items().stream()
                                .allMatch(item -> isAll(item.dataSet(), encoding))));
  }

  private static DataElement convert(DataElement element, Encoding encoding) {
    // A tag is two numbers of 16 bits.
    int unit = element.vr() == Vr.AT ? 2 : element.vr().unit();
    boolean swap = element.order() != encoding.order() && unit > 1;
    Value value =
        switch (element.value()) {
          case Value.Bytes(byte[] bytes) when swap -> {
            byte[] swapped = bytes.clone();
            SwappedBulk.swap(swapped, unit);
            yield new Value.Bytes(swapped);
          }
          case Value.Bulk(BulkData data) when swap -> new Value.Bulk(new SwappedBulk(data, unit));
          case Value.Items(List<Value.Item> items) -> new Value.Items(convert(items, encoding));
          case Value.Bytes same -> same;
          case Value.Bulk same -> same;
          case Value.Fragments fragments -> fragments;
        };
    Framing framing = value instanceof Value.Fragments ? element.framing() : Framing.NONE;
    // The items of UN are in implicit little endian whatever is around them (PS3.5 6.2.2).
    Vr vr = value instanceof Value.Items ? Vr.SQ : element.vr();
    return new DataElement(element.tag(), vr, encoding.order(), value, framing);
  }

  private static List<Value.Item> convert(List<Value.Item> items, Encoding encoding) {
    var converted = new ArrayList<Value.Item>();
    for (Value.Item item : items) {
      converted.add(new Value.Item(convert(item.dataSet(), encoding), Framing.NONE));
    }
    return converted;
  }
}
