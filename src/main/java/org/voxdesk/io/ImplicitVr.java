package org.voxdesk.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.PrivateDictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

/// The VR of elements that do not say it: by the dictionaries, and by what was read before.
final class ImplicitVr {
  /// Pixel Representation decides between US and SS (PS3.5 A.1); items follow their image.
  private boolean signed;

  /// Where each private creator of `searched` is, so that a data set of nothing but private
  /// elements is not gone through again for every one of them.
  private final Map<Tag, Integer> places = new HashMap<>();

  private List<DataElement> searched = List.of();

  boolean signed() {
    return signed;
  }

  /// What an item says of its own pixels is not true of the image around it.
  void signed(boolean pixels) {
    signed = pixels;
  }

  /// The VR of `tag` in a data set of which `before` has been read.
  Vr of(List<DataElement> before, Tag tag) {
    if (tag.isPrivate() && tag.element() > 0xFF) {
      return textBefore(before, Tag.of(tag.group(), tag.element() >>> 8))
          .flatMap(creator -> PrivateDictionary.instance().entry(creator, tag))
          .flatMap(entry -> entry.vrs().stream().findFirst())
          .orElse(Vr.UN);
    }
    if (tag.equals(Tag.PIXEL_DATA)) {
      return Vr.OW;
    }
    Vr usual = Dictionary.standard().vr(tag);
    return usual == Vr.US && signed && mayBeSigned(tag) ? Vr.SS : usual;
  }

  private static boolean mayBeSigned(Tag tag) {
    return Dictionary.standard().entry(tag).map(DictionaryEntry::vrs).stream()
        .anyMatch(vrs -> vrs.contains(Vr.SS));
  }

  @SuppressWarnings("ReferenceEquality") // The list grows; what counts is that it is the same.
  private Optional<String> textBefore(List<DataElement> before, Tag tag) {
    if (searched != before) {
      searched = before;
      places.clear();
    }
    int from = places.getOrDefault(tag, 0);
    while (from < before.size() && !before.get(from).tag().equals(tag)) {
      from++;
    }
    places.put(tag, from);
    return from == before.size()
        ? Optional.empty()
        : ValueText.values(before.get(from), CharacterSet.DEFAULT).stream().findFirst();
  }
}
