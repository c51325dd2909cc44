package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Item;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.Raw.Sequence;

/// Files that are unusual or slightly wrong: they open, say what is wrong, and are kept as they
/// are.
class OddFilesTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final Node NAME = Raw.text(0x00100010, "PN", "Doe^Jane");
  private static final Node ID = Raw.text(0x00100020, "LO", "1234");

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void duplicatesDisorderOddLengthsAndPaddingAreKept(Encoding encoding) throws Exception {
    List<Node> nodes =
        List.of(
            Raw.text(0x00080060, "CS", "CT"),
            ID,
            NAME,
            ID,
            new Leaf(0x00104000, "LT", new byte[] {'o', 'd', 'd'}),
            new Leaf(0xFFFCFFFC, "OB", new byte[33]));
    DicomFile file = identical(Raw.file(encoding, Raw.bytes(encoding, nodes)));
    assertThat(codes(file))
        .containsExactly(
            Problem.Code.ELEMENT_ORDER, Problem.Code.ODD_LENGTH, Problem.Code.ODD_LENGTH);
    assertThat(file.dataSet().elements().stream().map(e -> e.tag().value()))
        .containsExactly(0x00080060, 0x00100020, 0x00100010, 0x00100020, 0x00104000, 0xFFFCFFFC);
    assertThat(file.dataSet().text(new Tag(0x00104000))).contains("odd");
  }

  @Test
  void bytesThatAreNoElementAreKeptAndReported() throws Exception {
    byte[] whole = Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, List.of(NAME)));
    for (int extra : new int[] {1, 7, 8, 100}) {
      DicomFile file = identical(Raw.join(whole, new byte[extra]));
      assertThat(file.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
      assertThat(file.dataSet().elements()).hasSize(1);
      assertThat(codes(file)).containsExactly(Problem.Code.TRAILING_BYTES);
    }
  }

  @Test
  void itemsWithoutTheirDelimitersAreKeptAndReported() throws Exception {
    byte[] item = Raw.bytes(EXPLICIT, List.of(ID));
    byte[] sequence =
        Raw.join(
            Raw.header(EXPLICIT, 0x00081140, "SQ", -1),
            Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0xFFFEE000, -1),
            item,
            Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0xFFFEE000, -1),
            item,
            Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0xFFFEE0DD, 0));
    DicomFile file =
        identical(Raw.file(EXPLICIT, Raw.join(sequence, Raw.bytes(EXPLICIT, List.of(NAME)))));
    assertThat(codes(file)).containsOnly(Problem.Code.MISSING_DELIMITER);
    assertThat(file.dataSet().items(new Tag(0x00081140))).hasSize(2);
    assertThat(file.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
  }

  @Test
  void anUnknownVrIsKeptAndReported() throws Exception {
    byte[] odd = Raw.bytes(EXPLICIT, List.of(new Leaf(0x00091001, "ZZ", new byte[] {1, 2})));
    byte[] questionMarks = odd.clone();
    questionMarks[4] = '?';
    questionMarks[5] = '?';
    for (byte[] bytes : List.of(odd, questionMarks)) {
      DicomFile file =
          identical(Raw.file(EXPLICIT, Raw.join(bytes, Raw.bytes(EXPLICIT, List.of(NAME)))));
      assertThat(codes(file)).contains(Problem.Code.UNKNOWN_VR);
      assertThat(file.dataSet().get(new Tag(0x00091001)).map(DataElement::vr)).contains(Vr.UN);
      assertThat(file.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
    }
  }

  @Test
  void anUnknownSequenceOfUndefinedLengthHoldsImplicitItems() throws Exception {
    Encoding implicit = Encoding.IMPLICIT_LITTLE;
    byte[] items =
        Raw.bytes(
            implicit,
            List.of(new Sequence(0x00091001, true, List.of(new Item(true, List.of(ID))))));
    items = Arrays.copyOfRange(items, 8, items.length);
    byte[] dataSet =
        Raw.join(
            Raw.header(EXPLICIT, 0x00091001, "UN", -1), items, Raw.bytes(EXPLICIT, List.of(NAME)));
    DicomFile file = identical(Raw.file(EXPLICIT, dataSet));
    assertThat(file.problems()).isEmpty();
    TagPath inside = new TagPath(List.of(new TagPath.Step(new Tag(0x00091001), 0)), Tag.PATIENT_ID);
    assertThat(inside.find(file.dataSet()).map(DataElement::vr)).contains(Vr.LO);
    DataSet longer = inside.change(file.dataSet(), h -> h.with(Tag.PATIENT_ID, Vr.LO, "123456"));
    DicomFile again = DicomReader.read(DicomWriter.bytes(file.withDataSet(longer)));
    assertThat(inside.holder(again.dataSet()).flatMap(h -> h.text(Tag.PATIENT_ID)))
        .contains("123456");
    assertThat(again.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
  }

  @Test
  void aSequenceThatHoldsNoItemsIsShownAsBytesAndReported() throws Exception {
    byte[] junk = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    byte[] dataSet =
        Raw.join(
            Raw.header(EXPLICIT, 0x00081140, "SQ", junk.length),
            junk,
            Raw.bytes(EXPLICIT, List.of(NAME)));
    DicomFile file = identical(Raw.file(EXPLICIT, dataSet));
    assertThat(codes(file)).containsExactly(Problem.Code.UNREADABLE_SEQUENCE);
    assertThat(file.dataSet().get(new Tag(0x00081140)).orElseThrow().bytes()).isEqualTo(junk);
    assertThat(file.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
  }

  @Test
  void fragmentsAreKeptOneByOne() throws Exception {
    byte[] dataSet =
        Raw.join(
            Raw.header(EXPLICIT, 0x7FE00010, "OB", -1),
            Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0xFFFEE000, 0),
            Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0xFFFEE000, 3),
            new byte[] {1, 2, 3},
            Raw.plainHeader(ByteOrder.LITTLE_ENDIAN, 0xFFFEE0DD, 0));
    DicomFile file = identical(Raw.file(EXPLICIT, dataSet));
    Value value = file.dataSet().get(Tag.PIXEL_DATA).orElseThrow().value();
    assertThat(value)
        .isInstanceOfSatisfying(
            Value.Fragments.class, fragments -> assertThat(fragments.fragments()).hasSize(2));
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aDataSetWithoutPreambleAndMetaHeaderOpensInEveryEncoding(Encoding encoding)
      throws Exception {
    List<Node> nodes = List.of(Raw.text(0x00080060, "CS", "CT"), NAME, ID);
    DicomFile file = identical(Raw.bytes(encoding, nodes));
    assertThat(file.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
    assertThat(codes(file))
        .containsExactly(Problem.Code.NO_PREAMBLE, Problem.Code.NO_TRANSFER_SYNTAX);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aWronglyDeclaredEncodingIsReadAsWhatItIs(Encoding actual) throws Exception {
    List<Node> nodes = List.of(Raw.text(0x00080060, "CS", "CT"), NAME, ID);
    for (Encoding declared : List.of(Encoding.EXPLICIT_LITTLE, Encoding.IMPLICIT_LITTLE)) {
      DicomFile file = identical(Raw.file(declared, Raw.bytes(actual, nodes)));
      assertThat(file.dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
      assertThat(codes(file))
          .isEqualTo(declared == actual ? List.of() : List.of(Problem.Code.WRONG_TRANSFER_SYNTAX));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.12345678901234567", "1.0", "1\\\\3", "3000000000", " 1e400 ", "abc"})
  void numbersThatBreakTheirRulesAreShownAsTheyAreAndKept(String number) throws Exception {
    List<Node> nodes =
        List.of(
            Raw.text(0x00100010, "PN", "Doe^Jane"),
            Raw.text(0x00181041, "DS", number),
            Raw.text(0x00200013, "IS", number));
    DicomFile file = identical(Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, nodes)));
    for (int tag : new int[] {0x00181041, 0x00200013}) {
      assertThat(String.join("\\", file.dataSet().texts(new Tag(tag)))).isEqualTo(number.strip());
    }
    DataSet edited = file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^John");
    byte[] written = DicomWriter.bytes(file.withDataSet(edited));
    byte[] kept = Raw.bytes(EXPLICIT, nodes.subList(1, 3));
    assertThat(Arrays.copyOfRange(written, written.length - kept.length, written.length))
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12})
  void aGroupLengthIsMovedByWhatItsGroupGrows(int error) throws Exception {
    byte[] group = Raw.bytes(EXPLICIT, List.of(NAME, ID));
    byte[] patient = Raw.join(length(0x00100000, group.length + error), group);
    byte[] image = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00200013, "IS", "7")));
    byte[] original =
        Raw.file(EXPLICIT, Raw.join(patient, length(0x00200000, image.length), image));
    DicomFile file = identical(original);
    DataSet longer = file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Janet Mary");
    byte[] grown = Raw.bytes(EXPLICIT, List.of(Raw.text(0x00100010, "PN", "Doe^Janet Mary"), ID));
    byte[] expected =
        Raw.file(
            EXPLICIT,
            Raw.join(
                length(0x00100000, grown.length + error),
                grown,
                length(0x00200000, image.length),
                image));
    assertThat(DicomWriter.bytes(file.withDataSet(longer))).isEqualTo(expected);
    DataSet back = file.withDataSet(longer).dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Jane");
    assertThat(DicomWriter.bytes(file.withDataSet(longer).withDataSet(back))).isEqualTo(original);
  }

  @Test
  void aGroupLengthInsideAnItemIsMovedToo() throws Exception {
    byte[] group = Raw.bytes(EXPLICIT, List.of(ID));
    var length = new Leaf(0x00100000, "UL", little(group.length));
    Node sequence = new Sequence(0x00081140, false, List.of(new Item(false, List.of(length, ID))));
    DicomFile file = identical(Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, List.of(sequence))));
    TagPath path = new TagPath(List.of(new TagPath.Step(new Tag(0x00081140), 0)), Tag.PATIENT_ID);
    DataSet longer = path.change(file.dataSet(), h -> h.with(Tag.PATIENT_ID, Vr.LO, "123456"));
    Node expected =
        new Sequence(
            0x00081140,
            false,
            List.of(
                new Item(
                    false,
                    List.of(
                        new Leaf(0x00100000, "UL", little(group.length + 2)),
                        Raw.text(0x00100020, "LO", "123456")))));
    assertThat(DicomWriter.bytes(file.withDataSet(longer)))
        .isEqualTo(Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, List.of(expected))));
  }

  @Test
  void aSequenceThatIsThereTwiceIsKeptTwiceWhenSomethingElseIsEdited() throws Exception {
    Node first = new Sequence(0x00081140, false, List.of(new Item(false, List.of(ID))));
    Node second = new Sequence(0x00081140, false, List.of(new Item(false, List.of(NAME))));
    DicomFile file =
        identical(Raw.file(EXPLICIT, Raw.bytes(EXPLICIT, List.of(first, second, NAME))));
    DataSet longer = file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Janet");
    assertThat(DicomWriter.bytes(file.withDataSet(longer)))
        .isEqualTo(
            Raw.file(
                EXPLICIT,
                Raw.bytes(
                    EXPLICIT, List.of(first, second, Raw.text(0x00100010, "PN", "Doe^Janet")))));
  }

  private static byte[] length(int tag, int length) {
    return Raw.bytes(EXPLICIT, List.of(new Leaf(tag, "UL", little(length))));
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /// What the bytes are read as, once it is sure that they are written back as they were.
  private static DicomFile identical(byte[] original) throws Exception {
    DicomFile file = DicomReader.read(original);
    assertThat(DicomWriter.bytes(file)).isEqualTo(original);
    return file;
  }

  private static List<Problem.Code> codes(DicomFile file) {
    return file.problems().stream().map(Problem::code).toList();
  }
}
