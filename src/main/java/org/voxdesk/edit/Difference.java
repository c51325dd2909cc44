package org.voxdesk.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

/// One element, or item of a sequence, that is not the same in two data sets.
///
/// @param path where it is; of an item its sequence and number, and [Tag#ITEM]
/// @param before what it was; empty where it has been added
/// @param after what it is; empty where it has been deleted
public record Difference(TagPath path, Optional<Side> before, Optional<Side> after) {
  /// An element with what is needed to read it.
  ///
  /// @param holder the data set it is in, its character set inherited
  public record Side(DataElement element, DataSet holder) {
    /// Its value in one line, as [ValueText#display] has it; of what has no text how much there is,
    /// and of an item what is in it.
    public String text() {
      return switch (element.value()) {
        case Value.Items items when element.tag().equals(Tag.ITEM) ->
            items().stream().map(Side::contents).collect(Collectors.joining());
        case Value.Items items -> "(" + items.items().size() + ")";
        case Value.Bulk bulk -> "(" + bulk.data().length() + ")";
        case Value.Fragments f -> "(" + f.fragments().size() + ")";
        case Value.Bytes b -> ValueText.display(holder.understood(element), holder.characterSet());
      };
    }

    private static String contents(DataSet item) {
      return item.elements().stream()
          .map(e -> TagPath.of(e.tag()) + ": " + new Side(e, item).text())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    /// Its items, their character set inherited; none where it is no sequence.
    List<DataSet> items() {
      return element.value() instanceof Value.Items(List<Value.Item> items)
          ? items.stream().map(i -> i.dataSet().inheriting(holder.characterSet())).toList()
          : List.of();
    }

    /// One of its items, as an element.
    Side item(int number) {
      Value.Item item = ((Value.Items) element.value()).items().get(number);
      return new Side(
          DataElement.of(Tag.ITEM, Vr.SQ, element.order(), new Value.Items(List.of(item))), holder);
    }
  }

  /// Whether it is an item as a whole.
  public boolean isItem() {
    return path.tag().equals(Tag.ITEM);
  }

  /// Where it is in words: the path, of an item without the tag of items.
  public String place() {
    return place(path);
  }

  /// The same of a path.
  public static String place(TagPath path) {
    String text = path.toString();
    return path.tag().equals(Tag.ITEM) ? text.substring(0, text.lastIndexOf('.')) : text;
  }
}
