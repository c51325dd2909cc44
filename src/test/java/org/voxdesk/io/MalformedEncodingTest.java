package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Problem.Code;
import org.voxdesk.io.Raw.Item;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.Raw.Sequence;

/// Files whose encoding is undeclared, wrongly declared or mixed.
class MalformedEncodingTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final Encoding IMPLICIT = Encoding.IMPLICIT_LITTLE;
  private static final Node MODALITY = Raw.text(0x00080060, "CS", "CT");
  private static final Node NAME = Raw.text(0x00100010, "PN", "Doe^Jane");
  private static final Node ID = Raw.text(0x00100020, "LO", "1234");
  private static final List<Node> ALL = List.of(MODALITY, NAME, ID);

  @ParameterizedTest
  @MethodSource
  void opensAndSaysWhatIsWrong(Malformed file) throws Exception {
    file.check();
  }

  static Stream<Malformed> opensAndSaysWhatIsWrong() {
    var cases = new ArrayList<Malformed>();
    for (Encoding encoding : Encoding.values()) {
      byte[] dataSet = Raw.bytes(encoding, ALL);
      cases.add(
          Malformed.named("bare " + encoding, dataSet, Code.NO_PREAMBLE, Code.NO_TRANSFER_SYNTAX));
      cases.add(
          Malformed.named(
              "DICM and " + encoding,
              Raw.join(magic(), dataSet),
              Code.NO_PREAMBLE,
              Code.NO_TRANSFER_SYNTAX));
      cases.add(
          Malformed.named(
              "no meta header, " + encoding,
              Raw.join(new byte[128], magic(), dataSet),
              Code.NO_TRANSFER_SYNTAX));
      for (Encoding declared : List.of(EXPLICIT, IMPLICIT, Encoding.EXPLICIT_BIG)) {
        if (declared != encoding) {
          cases.add(
              Malformed.named(
                  encoding + " declared as " + declared,
                  Raw.file(declared, dataSet),
                  Code.WRONG_TRANSFER_SYNTAX));
        }
      }
    }
    cases.add(
        Malformed.named(
            "a stray byte in front",
            Raw.join(new byte[] {' '}, Raw.bytes(EXPLICIT, longer())),
            Code.NO_PREAMBLE,
            Code.NO_TRANSFER_SYNTAX));
    cases.addAll(metaHeaders());
    cases.addAll(mixed());
    cases.addAll(unknownVrs());
    return cases.stream();
  }

  private static List<Node> longer() {
    return List.of(MODALITY, NAME, ID, Raw.text(0x00100040, "CS", "F"));
  }

  private static byte[] magic() {
    return "DICM".getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Malformed> metaHeaders() {
    byte[] dataSet = Raw.bytes(EXPLICIT, ALL);
    byte[] whole = Raw.file(EXPLICIT, dataSet);
    byte[] wrong = whole.clone();
    wrong[132 + 8] ^= 6;
    byte[] absent =
        Raw.join(Arrays.copyOf(whole, 132), Arrays.copyOfRange(whole, 144, whole.length));
    List<Node> group =
        List.of(
            Raw.text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.2"),
            Raw.text(0x00020010, "UI", "1.2.840.10008.1.2.1"));
    byte[] implicit = Raw.join(new byte[128], magic(), Raw.bytes(IMPLICIT, group), dataSet);
    byte[] big = Raw.join(new byte[128], magic(), Raw.bytes(Encoding.EXPLICIT_BIG, group), dataSet);
    byte[] program = whole.clone();
    System.arraycopy(new byte[] {'M', 'Z', (byte) 0x90, 0}, 0, program, 0, 4);
    byte[] elf = whole.clone();
    System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F'}, 0, elf, 0, 4);
    return List.of(
        Malformed.named("meta group length wrong", wrong, Code.WRONG_LENGTH),
        Malformed.named("meta group length absent", absent),
        Malformed.named("meta header in implicit VR", implicit),
        Malformed.named("meta header in big endian", big),
        Malformed.named("a Windows program in the preamble", program, Code.EXECUTABLE_PREAMBLE),
        Malformed.named("a Unix program in the preamble", elf, Code.EXECUTABLE_PREAMBLE));
  }

  private static List<Malformed> mixed() {
    var cases = new ArrayList<Malformed>();
    for (Encoding outer : List.of(EXPLICIT, IMPLICIT, Encoding.EXPLICIT_BIG)) {
      Encoding inner = Encoding.of(!outer.isExplicit(), outer.order());
      byte[] between =
          Raw.join(
              Raw.bytes(outer, List.of(MODALITY)),
              Raw.bytes(inner, List.of(NAME)),
              Raw.bytes(outer, List.of(ID)));
      Code code = outer.isExplicit() ? Code.UNKNOWN_VR : Code.MIXED_ENCODING;
      cases.add(Malformed.named("one " + inner + " in " + outer, Raw.file(outer, between), code));
      for (boolean undefined : new boolean[] {true, false}) {
        byte[] dataSet = sequence(outer, inner, undefined);
        cases.add(
            new Malformed(
                inner + " items in " + outer + (undefined ? ", undefined" : ""),
                Raw.file(outer, dataSet),
                List.of(Code.MIXED_ENCODING),
                MalformedEncodingTest::hasItemAndName));
      }
    }
    for (Encoding inner : List.of(EXPLICIT, IMPLICIT)) {
      byte[] items = Raw.bytes(inner, List.of(item(true)));
      byte[] unknown =
          Raw.join(
              Raw.header(EXPLICIT, 0x00081140, "UN", -1),
              Arrays.copyOfRange(items, inner.isExplicit() ? 12 : 8, items.length),
              Raw.bytes(EXPLICIT, List.of(NAME)));
      List<Code> codes = inner.isExplicit() ? List.of(Code.MIXED_ENCODING) : List.of();
      cases.add(
          new Malformed(
              "UN of undefined length with " + inner + " items",
              Raw.file(EXPLICIT, unknown),
              codes,
              MalformedEncodingTest::hasItemAndName));
    }
    return cases;
  }

  /// A sequence whose header is in one encoding and whose items are in another.
  private static byte[] sequence(Encoding outer, Encoding inner, boolean undefined) {
    byte[] whole = Raw.bytes(inner, List.of(item(undefined)));
    byte[] content = Arrays.copyOfRange(whole, inner.isExplicit() ? 12 : 8, whole.length);
    return Raw.join(
        Raw.header(outer, 0x00081140, "SQ", undefined ? -1 : content.length),
        content,
        Raw.bytes(outer, List.of(NAME)));
  }

  private static Node item(boolean undefined) {
    return new Sequence(0x00081140, undefined, List.of(new Item(undefined, List.of(NAME, ID))));
  }

  private static boolean hasItemAndName(DataSet dataSet) {
    List<DataSet> items = dataSet.items(new Tag(0x00081140));
    return items.size() == 1
        && items.getFirst().text(Tag.PATIENT_ID).filter("1234"::equals).isPresent()
        && dataSet.text(Tag.PATIENT_NAME).filter("Doe^Jane"::equals).isPresent();
  }

  private static List<Malformed> unknownVrs() {
    var cases = new ArrayList<Malformed>();
    for (String vr : List.of("ZZ", "??", "\0\0", "--", "xy")) {
      for (int length : new int[] {0, 2, 5, 300}) {
        byte[] odd = Raw.bytes(EXPLICIT, List.of(new Leaf(0x00091001, "SH", new byte[length])));
        System.arraycopy(vr.getBytes(StandardCharsets.US_ASCII), 0, odd, 4, 2);
        byte[] dataSet =
            Raw.join(
                Raw.bytes(EXPLICIT, List.of(MODALITY)), odd, Raw.bytes(EXPLICIT, List.of(NAME)));
        List<Code> codes =
            length == 5 ? List.of(Code.UNKNOWN_VR, Code.ODD_LENGTH) : List.of(Code.UNKNOWN_VR);
        cases.add(
            Malformed.named(
                "VR " + vr.replace('\0', '0') + " with " + length + " bytes",
                Raw.file(EXPLICIT, dataSet),
                codes.toArray(Code[]::new)));
      }
    }
    byte[] future = Raw.bytes(EXPLICIT, List.of(new Leaf(0x00091001, "OB", new byte[70_000])));
    future[4] = 'Z';
    cases.add(
        Malformed.named(
            "a future VR with a long header",
            Raw.file(EXPLICIT, Raw.join(future, Raw.bytes(EXPLICIT, List.of(NAME)))),
            Code.UNKNOWN_VR));
    byte[] shortened = Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0x00091001, 0x0004_4E55);
    cases.add(
        Malformed.named(
            "UN with a short header",
            Raw.file(
                EXPLICIT, Raw.join(shortened, new byte[4], Raw.bytes(EXPLICIT, List.of(NAME)))),
            Code.WRONG_LENGTH));
    byte[] misspelt = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00080005, "CS", "NO SUCH SET"), NAME));
    cases.add(
        Malformed.named(
            "an unknown character set", Raw.file(EXPLICIT, misspelt), Code.UNKNOWN_CHARACTER_SET));
    return cases;
  }

  @Test
  void editedElementsOfAnItemAreWrittenAsTheOthersInIt() throws Exception {
    byte[] dataSet = sequence(EXPLICIT, IMPLICIT, false);
    DicomFile file = DicomReader.read(Raw.file(EXPLICIT, dataSet));
    var path = org.voxdesk.dicom.TagPath.of(new Tag(0x00081140)).child(0, Tag.PATIENT_ID);
    DataSet changed = path.change(file.dataSet(), d -> d.with(Tag.PATIENT_ID, Vr.LO, "987654"));
    byte[] written = DicomWriter.bytes(file.withDataSet(changed));
    DicomFile again = DicomReader.read(written);
    assertThat(again.dataSet().items(new Tag(0x00081140)).getFirst().text(Tag.PATIENT_ID))
        .contains("987654");
    assertThat(again.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
    assertThat(again.problems()).hasSameSizeAs(file.problems());
    assertThat(path.find(again.dataSet()).map(DataElement::framing).orElseThrow().header())
        .hasSize(8);
  }

  @Test
  void aProgramInThePreambleCanBeEmptied() throws Exception {
    byte[] whole = Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, ALL));
    byte[] program = whole.clone();
    System.arraycopy(new byte[] {'M', 'Z', (byte) 0x90, 0}, 0, program, 0, 4);
    assertThat(DicomWriter.bytes(DicomReader.read(program).withEmptyPreamble())).isEqualTo(whole);
  }
}
