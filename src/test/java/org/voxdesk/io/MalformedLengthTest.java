package org.voxdesk.io;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.Problem.Code;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.io.Raw.Node;

/// Files with lengths and delimiters that are wrong or missing: what follows is found all the same.
class MalformedLengthTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final List<Encoding> ENCODINGS =
      List.of(EXPLICIT, Encoding.IMPLICIT_LITTLE, Encoding.EXPLICIT_BIG);
  private static final int SEQUENCE = 0x00081140;
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final Node INNER = Raw.text(0x00081150, "UI", "1.2.3.4");
  private static final Node INNER_TOO = Raw.text(0x00081155, "UI", "1.2.3.5");
  private static final List<Node> AFTER =
      List.of(
          Raw.text(0x00100010, "PN", "Doe^Jane"),
          Raw.text(0x0020000D, "UI", "1.2.3"),
          Raw.text(0x00200011, "IS", "12"));

  @ParameterizedTest
  @MethodSource
  void whatFollowsAWrongLengthIsFound(Malformed file) throws Exception {
    file.check();
  }

  static Stream<Malformed> whatFollowsAWrongLengthIsFound() {
    var cases = new ArrayList<Malformed>();
    for (Encoding encoding : ENCODINGS) {
      cases.addAll(values(encoding));
      cases.addAll(sequenceLengths(encoding));
      cases.addAll(itemLengths(encoding));
      cases.addAll(delimiters(encoding));
    }
    return cases.stream();
  }

  private static List<Malformed> values(Encoding encoding) {
    var cases = new ArrayList<Malformed>();
    byte[] after = Raw.bytes(encoding, AFTER);
    for (int length : new int[] {0xFFFFFFFE, 0x7FFFFFF0, 0x3FFFFFFF, 0x80000000}) {
      for (String vr : List.of("UT", "OB", "UN", "SQ")) {
        byte[] value = Raw.header(encoding, vr.equals("SQ") ? SEQUENCE : 0x00091010, vr, length);
        cases.add(
            Malformed.named(
                "%s of %08X bytes, %s".formatted(vr, length, encoding),
                Raw.file(encoding, Raw.join(value, new byte[20], after)),
                Code.WRONG_LENGTH));
      }
    }
    for (int length : new int[] {1, 3, 11}) {
      byte[] odd = Raw.bytes(encoding, List.of(new Leaf(0x00080070, "LO", new byte[length])));
      cases.add(
          Malformed.named(
              "a value of " + length + " bytes, " + encoding,
              Raw.file(encoding, Raw.join(odd, after)),
              Code.ODD_LENGTH));
    }
    byte[] pixels = Raw.header(encoding, 0x7FE00010, "OW", 0x7FFFFFFE);
    cases.add(
        Malformed.named(
            "pixels that are not all there, " + encoding,
            Raw.file(encoding, Raw.join(after, pixels, new byte[500])),
            Code.VALUE_TRUNCATED));
    byte[] twice = Raw.join(after, Raw.bytes(encoding, List.of(Raw.text(0x00100010, "PN", "Roe"))));
    cases.add(
        Malformed.named(
            "an element twice, " + encoding, Raw.file(encoding, twice), Code.ELEMENT_ORDER));
    for (int zeros : new int[] {1, 9, 500, 70_000}) {
      cases.add(
          Malformed.named(
              zeros + " zeros behind the end, " + encoding,
              Raw.file(encoding, Raw.join(after, new byte[zeros])),
              Code.TRAILING_BYTES));
    }
    byte[] junk = new byte[60];
    Arrays.fill(junk, (byte) 0xA5);
    cases.add(
        Malformed.named(
            "garbage behind the end, " + encoding,
            Raw.file(encoding, Raw.join(after, junk)),
            Code.TRAILING_BYTES));
    byte[] first = Raw.bytes(encoding, List.of(Raw.text(0x00080060, "CS", "CT")));
    cases.add(
        Malformed.named(
            "garbage between elements, " + encoding,
            Raw.file(encoding, Raw.join(first, Arrays.copyOf(junk, 7), after)),
            Code.TRAILING_BYTES));
    return cases;
  }

  /// Two items of stated length.
  private static byte[] items(Encoding encoding) {
    byte[] content = Raw.bytes(encoding, List.of(INNER, INNER_TOO));
    byte[] item = Raw.join(marker(encoding, ITEM, content.length), content);
    return Raw.join(item, item);
  }

  private static List<Malformed> sequenceLengths(Encoding encoding) {
    var cases = new ArrayList<Malformed>();
    byte[] items = items(encoding);
    byte[] after = Raw.bytes(encoding, AFTER);
    int first = Raw.bytes(encoding, List.of(AFTER.getFirst())).length;
    int inner = Raw.bytes(encoding, List.of(INNER_TOO)).length;
    List<Integer> errors =
        List.of(-items.length, -items.length / 2, -inner, -7, -2, 2, 8, first, first + 3, 5000);
    for (int error : errors) {
      byte[] header = Raw.header(encoding, SEQUENCE, "SQ", items.length + error);
      cases.add(
          twoItems(
              "a sequence length wrong by " + error + ", " + encoding,
              Raw.file(encoding, Raw.join(header, items, after)),
              Code.WRONG_LENGTH));
    }
    return cases;
  }

  private static List<Malformed> itemLengths(Encoding encoding) {
    var cases = new ArrayList<Malformed>();
    byte[] content = Raw.bytes(encoding, List.of(INNER, INNER_TOO));
    byte[] item = Raw.join(marker(encoding, ITEM, content.length), content);
    byte[] after = Raw.bytes(encoding, AFTER);
    int inner = Raw.bytes(encoding, List.of(INNER_TOO)).length;
    for (int error : new int[] {-inner, -5, -2, 2, 9, item.length, 0x7FFFFF00}) {
      byte[] wrong = Raw.join(marker(encoding, ITEM, content.length + error), content);
      byte[] undefined =
          Raw.join(
              Raw.header(encoding, SEQUENCE, "SQ", -1),
              wrong,
              item,
              marker(encoding, SEQUENCE_END, 0),
              after);
      byte[] defined =
          Raw.join(Raw.header(encoding, SEQUENCE, "SQ", 2 * item.length), wrong, item, after);
      cases.add(
          twoItems(
              "an item length wrong by " + error + ", " + encoding,
              Raw.file(encoding, undefined),
              Code.WRONG_LENGTH));
      cases.add(
          twoItems(
              "an item length wrong by " + error + " in a defined sequence, " + encoding,
              Raw.file(encoding, defined),
              Code.WRONG_LENGTH));
    }
    return cases;
  }

  private static List<Malformed> delimiters(Encoding encoding) {
    byte[] sequence = Raw.header(encoding, SEQUENCE, "SQ", -1);
    byte[] content = Raw.bytes(encoding, List.of(INNER, INNER_TOO));
    byte[] open = Raw.join(marker(encoding, ITEM, -1), content);
    byte[] item = Raw.join(open, marker(encoding, ITEM_END, 0));
    byte[] stated = Raw.join(marker(encoding, ITEM, content.length), content);
    byte[] end = marker(encoding, SEQUENCE_END, 0);
    byte[] after = Raw.bytes(encoding, AFTER);
    var cases = new ArrayList<Malformed>();
    cases.add(
        twoItems(
            "no item delimiters, " + encoding,
            Raw.file(encoding, Raw.join(sequence, open, open, end, after)),
            Code.MISSING_DELIMITER));
    cases.add(
        twoItems(
            "no sequence delimiter, " + encoding,
            Raw.file(encoding, Raw.join(sequence, item, item, after)),
            Code.MISSING_DELIMITER));
    cases.add(
        twoItems(
            "no sequence delimiter behind stated items, " + encoding,
            Raw.file(encoding, Raw.join(sequence, stated, stated, after)),
            Code.MISSING_DELIMITER));
    cases.add(
        twoItems(
            "no delimiter at all, " + encoding,
            Raw.file(encoding, Raw.join(sequence, open, open, after)),
            Code.MISSING_DELIMITER));
    cases.add(
        twoItems(
            "a delimiter behind stated items, " + encoding,
            Raw.file(
                encoding,
                Raw.join(
                    sequence,
                    stated,
                    marker(encoding, ITEM_END, 0),
                    stated,
                    marker(encoding, ITEM_END, 0),
                    end,
                    after)),
            Code.STRAY_DELIMITER));
    byte[] length = Raw.header(encoding, SEQUENCE, "SQ", 2 * stated.length);
    cases.add(
        twoItems(
            "a delimiter behind a stated sequence, " + encoding,
            Raw.file(encoding, Raw.join(length, stated, stated, end, after)),
            Code.STRAY_DELIMITER,
            Code.ELEMENT_ORDER));
    byte[] longer = Raw.header(encoding, SEQUENCE, "SQ", 2 * stated.length + 8);
    cases.add(
        twoItems(
            "a delimiter inside a stated sequence, " + encoding,
            Raw.file(encoding, Raw.join(longer, stated, stated, end, after)),
            Code.STRAY_DELIMITER));
    for (int bytes : new int[] {0, 4}) {
      byte[] itemEnd = Raw.join(marker(encoding, ITEM_END, 4), new byte[bytes]);
      byte[] sequenceEnd = Raw.join(marker(encoding, SEQUENCE_END, 4), new byte[bytes]);
      cases.add(
          twoItems(
              "delimiters with a length and " + bytes + " bytes, " + encoding,
              Raw.file(
                  encoding, Raw.join(sequence, open, itemEnd, open, itemEnd, sequenceEnd, after)),
              Code.STRAY_DELIMITER));
    }
    return cases;
  }

  /// A file in which both items and the patient's name must be found.
  private static Malformed twoItems(String name, byte[] bytes, Code... codes) {
    return new Malformed(name, bytes, List.of(codes), MalformedLengthTest::hasItemsAndName);
  }

  private static boolean hasItemsAndName(DataSet dataSet) {
    List<DataSet> items = dataSet.items(new Tag(SEQUENCE));
    return items.size() == 2
        && items.stream().allMatch(MalformedLengthTest::isWhole)
        && dataSet.text(Tag.PATIENT_NAME).filter("Doe^Jane"::equals).isPresent()
        && dataSet.integer(Tag.SERIES_NUMBER).orElse(0) == 12;
  }

  private static boolean isWhole(DataSet item) {
    return item.elements().size() == 2
        && item.text(new Tag(0x00081150)).filter("1.2.3.4"::equals).isPresent()
        && item.text(new Tag(0x00081155)).filter("1.2.3.5"::equals).isPresent();
  }

  private static byte[] marker(Encoding encoding, int tag, int length) {
    ByteOrder order = encoding.order();
    return Raw.plainHeader(order, tag, length);
  }
}
