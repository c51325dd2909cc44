package org.voxdesk.app.tags;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// What the elements of one tag are in the images that a line of the table stands for. Nothing is
/// compared before it is asked for.
final class Spread {
  private final List<DataSet> holders;
  private final int images;
  private final Tag tag;
  private final int occurrence;
  private volatile Optional<List<Kind>> kinds = Optional.empty();

  /// Images in which the value is the same.
  ///
  /// @param element the first of them
  /// @param set what decodes its text
  record Kind(DataElement element, CharacterSet set, int images) {}

  /// What makes two values the same, whatever they mean.
  private record Content(Vr vr, ByteOrder order, Object value) {}

  /// @param holders one data set of each image that has the place
  /// @param images how many images there are
  /// @param occurrence how many elements of the same tag come before it
  Spread(List<DataSet> holders, int images, Tag tag, int occurrence) {
    this.holders = holders;
    this.images = images;
    this.tag = tag;
    this.occurrence = occurrence;
  }

  /// How many images there are.
  int images() {
    return images;
  }

  /// In how many of them it is.
  int present() {
    return holders.size() == 1 ? 1 : elements().size();
  }

  /// The elements, of each image that has it.
  List<DataElement> elements() {
    var elements = new ArrayList<DataElement>(holders.size());
    for (DataSet holder : holders) {
      element(holder).ifPresent(elements::add);
    }
    return elements;
  }

  /// The first data set that has it.
  DataSet holder() {
    return holders.stream()
        .filter(holder -> element(holder).isPresent())
        .findFirst()
        .orElseGet(holders::getFirst);
  }

  /// The data sets that have it.
  List<DataSet> holders() {
    return holders.stream().filter(holder -> element(holder).isPresent()).toList();
  }

  private Optional<DataElement> element(DataSet holder) {
    return occurrence == 0
        ? holder.get(tag)
        : holder.elements().stream().filter(e -> e.tag().equals(tag)).skip(occurrence).findFirst();
  }

  /// Its different values, in the order of the images.
  List<Kind> kinds() {
    if (kinds.isEmpty()) {
      kinds = Optional.of(List.copyOf(counted().values()));
    }
    return kinds.get();
  }

  private Map<Content, Kind> counted() {
    Map<Content, Kind> counted = new LinkedHashMap<>();
    for (DataSet holder : holders) {
      element(holder)
          .ifPresent(
              e ->
                  counted.merge(
                      content(e),
                      new Kind(e, holder.characterSet(), 1),
                      (known, more) -> new Kind(known.element(), known.set(), known.images() + 1)));
    }
    return counted;
  }

  private static Content content(DataElement element) {
    return new Content(element.vr(), element.order(), content(element.value()));
  }

  private static Object content(Value value) {
    return switch (value) {
      case Value.Bytes(byte[] bytes) -> ByteBuffer.wrap(bytes);
      case Value.Bulk bulk -> bulk;
      case Value.Fragments(List<Value.Fragment> fragments) ->
          fragments.stream().map(f -> content(f.value())).toList();
      case Value.Items(List<Value.Item> items) ->
          items.stream()
              .map(i -> i.dataSet().elements().stream().map(Spread::tagged).toList())
              .toList();
    };
  }

  private static Map.Entry<Tag, Content> tagged(DataElement element) {
    return Map.entry(element.tag(), content(element));
  }

  /// Whether it is not the same in all images that have it.
  boolean isMixed() {
    return holders.size() > 1 && kinds().size() > 1;
  }

  /// Whether `other`, of the same place, has the very same elements.
  boolean isSame(Spread other) {
    return images == other.images
        && ((holders.size() == 1 && other.holders.size() == 1)
            ? element(holders.getFirst()).equals(other.element(other.holders.getFirst()))
            : elements().equals(other.elements()));
  }
}
