package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Problem.Code;

/// Encapsulated pixel data that is not as PS3.5 A.4 has it: no fragment is lost.
class MalformedFragmentsTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final String JPEG = "1.2.840.10008.1.2.4.70";
  private static final int PIXELS = 0x7FE00010;
  private static final byte[] NAME =
      Raw.bytes(EXPLICIT, List.of(Raw.text(0x00100010, "PN", "Doe^Jane")));
  private static final byte[] OPEN = Raw.header(EXPLICIT, PIXELS, "OB", -1);
  private static final byte[] TABLE = marker(0xFFFEE000, 0);
  private static final byte[] END = marker(0xFFFEE0DD, 0);
  private static final byte[] PADDING =
      Raw.bytes(EXPLICIT, List.of(new Raw.Leaf(0xFFFCFFFC, "OB", new byte[6])));

  @ParameterizedTest
  @MethodSource
  void fragmentsAreFound(Malformed file) throws Exception {
    file.check();
  }

  static Stream<Malformed> fragmentsAreFound() {
    var cases = new ArrayList<Malformed>();
    byte[] two = Raw.join(TABLE, fragment(10), fragment(12));
    cases.add(three("as they should be", file(JPEG, OPEN, two, END, PADDING)));
    cases.add(three("no delimiter", file(JPEG, OPEN, two), Code.MISSING_DELIMITER));
    cases.add(
        three(
            "no delimiter, and an element behind",
            file(JPEG, OPEN, two, PADDING),
            Code.MISSING_DELIMITER));
    cases.add(
        three(
            "a delimiter with a length",
            file(JPEG, OPEN, two, marker(0xFFFEE0DD, 0x1234), PADDING),
            Code.STRAY_DELIMITER));
    cases.add(
        three("an odd fragment", file(JPEG, OPEN, TABLE, fragment(9), fragment(12), END, PADDING)));
    cases.add(
        three(
            "an odd fragment with an uncounted zero",
            file(JPEG, OPEN, TABLE, fragment(9), new byte[1], fragment(12), END, PADDING),
            Code.WRONG_LENGTH));
    cases.add(
        three(
            "a fragment longer than it says",
            file(JPEG, OPEN, TABLE, fragment(10), new byte[40], fragment(12), END, PADDING),
            Code.WRONG_LENGTH));
    byte[] cut = Raw.join(marker(0xFFFEE000, 0x7FFFFFF0), new byte[30]);
    cases.add(
        three(
            "the last fragment cut off",
            file(JPEG, OPEN, TABLE, fragment(10), cut),
            Code.VALUE_TRUNCATED,
            Code.MISSING_DELIMITER));
    byte[] length = Raw.header(EXPLICIT, PIXELS, "OB", two.length);
    cases.add(three("a stated length", file(JPEG, length, two, PADDING), Code.WRONG_ENCAPSULATION));
    byte[] withEnd = Raw.header(EXPLICIT, PIXELS, "OB", two.length + 8);
    cases.add(
        three(
            "a stated length with the delimiter in it",
            file(JPEG, withEnd, two, END, PADDING),
            Code.WRONG_ENCAPSULATION));
    cases.add(
        three(
            "a native transfer syntax",
            file("1.2.840.10008.1.2.1", OPEN, two, END, PADDING),
            Code.WRONG_ENCAPSULATION));
    byte[] offsets = Raw.join(marker(0xFFFEE000, 8), new byte[] {0, 0, 0, 0, 99, 99, 99, 99});
    cases.add(
        three(
            "a wrong offset table",
            file(JPEG, OPEN, offsets, fragment(10), fragment(12), END, PADDING)));
    byte[] extended =
        Raw.bytes(
            EXPLICIT,
            List.of(
                new Raw.Leaf(0x7FE00001, "OV", new byte[16]),
                new Raw.Leaf(0x7FE00002, "OV", new byte[16])));
    cases.add(three("an extended offset table", file(JPEG, extended, OPEN, two, END, PADDING)));
    cases.add(
        new Malformed(
            "native pixels under an encapsulated transfer syntax",
            file(JPEG, Raw.bytes(EXPLICIT, List.of(new Raw.Leaf(PIXELS, "OB", new byte[30])))),
            List.of(Code.WRONG_ENCAPSULATION),
            d -> d.get(Tag.PIXEL_DATA).orElseThrow().length() == 30));
    return cases.stream();
  }

  @Test
  void aFragmentThatGrowsMovesTheStatedLength() throws Exception {
    byte[] two = Raw.join(TABLE, fragment(10), fragment(12));
    byte[] length = Raw.header(EXPLICIT, PIXELS, "OB", two.length);
    DicomFile file = DicomReader.read(file(JPEG, length, two, PADDING));
    DataElement pixels = file.dataSet().get(Tag.PIXEL_DATA).orElseThrow();
    var fragments = new ArrayList<>(((Value.Fragments) pixels.value()).fragments());
    fragments.add(new Value.Fragment(new Value.Bytes(new byte[4]), org.voxdesk.dicom.Framing.NONE));
    DataSet changed = file.dataSet().with(pixels.withValue(new Value.Fragments(fragments)));
    byte[] longer = Raw.header(EXPLICIT, PIXELS, "OB", two.length + 12);
    byte[] added = Raw.join(marker(0xFFFEE000, 4), new byte[4]);
    assertThat(DicomWriter.bytes(file.withDataSet(changed)))
        .isEqualTo(file(JPEG, longer, two, added, PADDING));
    assertThat(pixels.vr()).isEqualTo(Vr.OB);
  }

  private static Malformed three(String name, byte[] bytes, Code... codes) {
    return new Malformed(
        name, bytes, List.of(codes), MalformedFragmentsTest::hasTableAndTwoFragments);
  }

  private static boolean hasTableAndTwoFragments(DataSet dataSet) {
    return dataSet.get(Tag.PIXEL_DATA).orElseThrow().value()
            instanceof Value.Fragments(List<Value.Fragment> fragments)
        && fragments.size() == 3
        && dataSet.text(Tag.PATIENT_NAME).filter("Doe^Jane"::equals).isPresent();
  }

  private static byte[] file(String syntax, byte[]... parts) {
    byte[] whole = Raw.file(EXPLICIT, new byte[0]);
    byte[] meta =
        Raw.bytes(
            EXPLICIT,
            List.of(
                Raw.text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.2"),
                Raw.text(0x00020010, "UI", syntax)));
    return Raw.join(java.util.Arrays.copyOf(whole, 132), meta, NAME, Raw.join(parts));
  }

  private static byte[] fragment(int length) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) 0x55);
    return Raw.join(marker(0xFFFEE000, length), bytes);
  }

  private static byte[] marker(int tag, int length) {
    return Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, tag, length);
  }
}
