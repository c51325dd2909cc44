package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.Problem.Code;

/// Files that are deep or full: they open, and what is too much is kept as bytes.
class MalformedNestingTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final Encoding IMPLICIT = Encoding.IMPLICIT_LITTLE;
  private static final int SEQUENCE = 0x00081140;
  private static final byte[] ITEM = marker(0xFFFEE000, -1);
  private static final byte[] CLOSED = Raw.join(marker(0xFFFEE00D, 0), marker(0xFFFEE0DD, 0));

  @ParameterizedTest
  @MethodSource
  void whatIsDeepIsReadUpToTheLimitAndKeptBeyondIt(Malformed file) throws Exception {
    file.check();
  }

  static Stream<Malformed> whatIsDeepIsReadUpToTheLimitAndKeptBeyondIt() {
    var cases = new ArrayList<Malformed>();
    for (Encoding encoding : List.of(EXPLICIT, IMPLICIT)) {
      for (int depth : new int[] {60, 100, 128}) {
        cases.add(Malformed.named(depth + " deep, " + encoding, closed(encoding, depth)));
        cases.add(Malformed.named(depth + " stated, " + encoding, stated(encoding, depth)));
      }
      for (int depth : new int[] {129, 1_000}) {
        cases.add(
            Malformed.named(depth + " deep, " + encoding, closed(encoding, depth), Code.TOO_DEEP));
        cases.add(
            Malformed.named(
                depth + " stated, " + encoding, stated(encoding, depth), Code.TOO_DEEP));
      }
      cases.add(
          Malformed.named("500,000 deep, " + encoding, closed(encoding, 500_000), Code.TOO_DEEP));
      cases.add(
          Malformed.opening(
              "500,000 deep and never closed, " + encoding,
              Raw.file(encoding, repeat(level(encoding), 500_000)),
              Code.TOO_DEEP,
              Code.MISSING_DELIMITER));
    }
    cases.add(Malformed.named("20,000 stated", stated(EXPLICIT, 20_000), Code.TOO_DEEP));
    return cases.stream();
  }

  @Test
  void aMillionEmptyItemsAreKeptInLittleMemory() throws Exception {
    byte[] items = repeat(marker(0xFFFEE000, 0), 1_000_000);
    byte[] undefined =
        Raw.join(Raw.header(EXPLICIT, SEQUENCE, "SQ", -1), items, marker(0xFFFEE0DD, 0));
    DataSet dataSet =
        Malformed.named("a million empty items", around(EXPLICIT, undefined)).check().dataSet();
    assertThat(dataSet.items(new Tag(SEQUENCE))).hasSize(1_000_000);
    byte[] delimited = repeat(Raw.join(ITEM, marker(0xFFFEE00D, 0)), 1_000_000);
    byte[] defined = Raw.join(Raw.header(EXPLICIT, SEQUENCE, "SQ", delimited.length), delimited);
    Malformed.named("a million empty items with delimiters", around(EXPLICIT, defined)).check();
  }

  @Test
  void moreThanMemoryIsForIsKeptAsBytesAndTheRestIsRead() throws Exception {
    byte[] inner = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00081150, "UI", "1")));
    byte[] item = Raw.join(marker(0xFFFEE000, inner.length), inner);
    byte[] items = repeat(item, 2_000_000);
    byte[] stated = Raw.join(Raw.header(EXPLICIT, SEQUENCE, "SQ", items.length), items);
    Malformed.named("two million items", around(EXPLICIT, stated), Code.TOO_MANY_ITEMS).check();
    byte[] open = Raw.join(Raw.header(EXPLICIT, SEQUENCE, "SQ", -1), items, marker(0xFFFEE0DD, 0));
    Malformed.named("two million items, open", around(EXPLICIT, open), Code.TOO_MANY_ITEMS).check();
  }

  @Test
  void moreElementsThanMemoryIsForAreRefusedInOneSentence() {
    byte[] element = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00091010, "LO", "")));
    Malformed.opening("two million elements", Raw.file(EXPLICIT, repeat(element, 2_000_000)))
        .checkRefused("file.memory.budget");
  }

  @Test
  void aFileFullOfProblemsListsAThousand() throws Exception {
    byte[] element = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00091010, "LO", "")));
    DicomFile file =
        Malformed.opening(
                "100,000 times the same element",
                Raw.file(EXPLICIT, repeat(element, 100_000)),
                Code.ELEMENT_ORDER,
                Code.TOO_MANY_PROBLEMS)
            .check();
    assertThat(file.problems()).hasSize(1_001);
  }

  private static byte[] around(Encoding encoding, byte[] sequence) {
    byte[] name = Raw.bytes(encoding, List.of(Raw.text(0x00100010, "PN", "Doe^Jane")));
    return Raw.file(encoding, Raw.join(sequence, name));
  }

  private static byte[] level(Encoding encoding) {
    return Raw.join(Raw.header(encoding, SEQUENCE, "SQ", -1), ITEM);
  }

  private static byte[] closed(Encoding encoding, int depth) {
    return around(encoding, Raw.join(repeat(level(encoding), depth), repeat(CLOSED, depth)));
  }

  /// Sequences and items of stated length, from the outside in: lengths can be worked out.
  private static byte[] stated(Encoding encoding, int depth) {
    int header = encoding.isExplicit() ? 12 : 8;
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < depth; i++) {
      int length = (depth - i) * (header + 8) - header;
      out.writeBytes(Raw.header(encoding, SEQUENCE, "SQ", length));
      out.writeBytes(marker(0xFFFEE000, length - 8));
    }
    return around(encoding, out.toByteArray());
  }

  private static byte[] repeat(byte[] part, int times) {
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  private static byte[] marker(int tag, int length) {
    return Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, tag, length);
  }
}
