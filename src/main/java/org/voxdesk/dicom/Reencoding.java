package org.voxdesk.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.text.Sentence;

/// Takes the text of a data set over to another character set. Elements whose bytes mean the same
/// in both, and everything that is no text, stay the very same; so does UN, whatever it holds.
///
/// @param target what the text is to be in
record Reencoding(CharacterSet target) {
  private static final long LONGEST = 1L << 28;

  /// The data set with all its text, that of its items included, in the target and declared so.
  ///
  /// @throws DicomException if bytes of a text could not be decoded or read, or the target lacks
  ///   their characters
  DataSet declared(DataSet dataSet) throws DicomException {
    DataSet changed = textOf(dataSet);
    return changed.characterSet().equals(target)
        ? changed
        : changed.with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, target.term());
  }

  /// The data set with all its text in the target, which whoever holds it declares; items that
  /// declare a character set themselves declare the target.
  ///
  /// @throws DicomException if bytes of a text could not be decoded or read, or the target lacks
  ///   their characters
  DataSet textOf(DataSet dataSet) throws DicomException {
    CharacterSet set = dataSet.characterSet();
    var elements = new ArrayList<DataElement>();
    boolean same = true;
    for (DataElement element : dataSet.elements()) {
      DataElement changed = changed(element, set);
      elements.add(changed);
      same &= changed.equals(element);
    }
    return same ? dataSet : dataSet.withElements(elements);
  }

  private DataElement changed(DataElement element, CharacterSet set) throws DicomException {
    boolean text = element.vr().kind() == Vr.Kind.LOCAL_TEXT;
    return switch (element.value()) {
      case Value.Items(List<Value.Item> items) -> changedItems(element, items, set);
      case Value.Bytes(byte[] bytes) when text -> changedText(element, bytes, set);
      case Value.Bulk(BulkData data) when text -> changedText(element, data, set);
      case Value.Bytes b -> element;
      case Value.Bulk b -> element;
      case Value.Fragments f -> element;
    };
  }

  private DataElement changedItems(DataElement element, List<Value.Item> items, CharacterSet set)
      throws DicomException {
    var result = new ArrayList<Value.Item>();
    boolean same = true;
    for (Value.Item item : items) {
      DataSet inner = item.dataSet();
      DataSet inherited = inner.inheriting(set);
      DataSet changed =
          inner.contains(Tag.SPECIFIC_CHARACTER_SET) ? declared(inherited) : textOf(inherited);
      boolean kept = inner.elements().equals(changed.elements());
      result.add(kept ? item : new Value.Item(changed, item.framing()));
      same &= kept;
    }
    return same ? element : element.withValue(new Value.Items(result));
  }

  private DataElement changedText(DataElement element, BulkData data, CharacterSet set)
      throws DicomException {
    Tag tag = element.tag();
    try {
      if (isPlainAscii(data)) {
        return element;
      }
      if (data.length() > LONGEST) {
        throw new DicomException(tag, Sentence.of("value.too.big", tag, data.length()));
      }
      return changedText(element, data.bytes(), set);
    } catch (IOException e) {
      throw new DicomException(tag, Sentence.of("file.unreadable", tag, e.getMessage()));
    }
  }

  private static boolean isPlainAscii(BulkData data) throws IOException {
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = data.open()) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (!CharacterSet.isPlainAscii(Arrays.copyOf(chunk, count))) {
          return false;
        }
      }
    }
    return true;
  }

  private DataElement changedText(DataElement element, byte[] bytes, CharacterSet set)
      throws DicomException {
    DecodedText text = set.decode(bytes, element.vr());
    if (!text.complete()) {
      throw new DicomException(
          element.tag(), Sentence.of("value.undecodable", element.tag(), set.toString()));
    }
    Optional<byte[]> encoded = target.encode(text.text(), element.vr());
    if (encoded.isEmpty()) {
      throw new DicomException(
          element.tag(), Sentence.of("value.reencode.first", element.tag(), target.toString()));
    }
    byte[] changed = even(encoded.get());
    return Arrays.equals(changed, bytes) ? element : element.withValue(new Value.Bytes(changed));
  }

  /// Takes the padding that was there away before more is added.
  private static byte[] even(byte[] bytes) {
    if (bytes.length % 2 == 0) {
      return bytes;
    }
    if (bytes[bytes.length - 1] == ' ') {
      return Arrays.copyOf(bytes, bytes.length - 1);
    }
    byte[] padded = Arrays.copyOf(bytes, bytes.length + 1);
    padded[bytes.length] = ' ';
    return padded;
  }
}
