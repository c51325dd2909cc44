package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Item;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.Raw.Sequence;

/// What VR an element has where the file does not say it.
class ImplicitVrTest {
  private static final Encoding IMPLICIT = Encoding.IMPLICIT_LITTLE;
  private static final int REPRESENTATION = 0x00280103;
  private static final int SMALLEST = 0x00280106;

  @ParameterizedTest
  @CsvSource({"0, US, 63536", "1, SS, -2000"})
  void pixelRepresentationDecidesBetweenUsAndSs(int representation, Vr vr, int value)
      throws Exception {
    DataSet dataSet =
        read(
            Raw.us(REPRESENTATION, IMPLICIT, representation),
            Raw.us(SMALLEST, IMPLICIT, -2000),
            Raw.us(0x00280120, IMPLICIT, -2000));
    assertThat(vr(dataSet, SMALLEST)).isEqualTo(vr);
    assertThat(dataSet.integer(new Tag(SMALLEST))).hasValue(value);
    assertThat(dataSet.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(value);
  }

  @Test
  void anItemFollowsItsImageUnlessItSaysItsOwn() throws Exception {
    Node follows = Raw.us(0x00283002, IMPLICIT, -1);
    DataSet dataSet =
        read(
            Raw.us(REPRESENTATION, IMPLICIT, 1),
            new Sequence(
                0x00283000,
                false,
                List.of(
                    new Item(false, List.of(follows)),
                    new Item(false, List.of(Raw.us(REPRESENTATION, IMPLICIT, 0), follows)))),
            Raw.us(0x00409211, IMPLICIT, -1));
    List<DataSet> items = dataSet.items(new Tag(0x00283000));
    assertThat(vr(items.get(0), 0x00283002)).isEqualTo(Vr.SS);
    assertThat(vr(items.get(1), 0x00283002)).isEqualTo(Vr.US);
    assertThat(vr(dataSet, 0x00409211)).isEqualTo(Vr.SS);
  }

  @Test
  void standardElementsHaveTheUsualVrOfTheDictionary() throws Exception {
    DataSet dataSet =
        read(
            Raw.text(0x00080005, "CS", "ISO_IR 192"),
            Raw.text(0x00100010, "PN", "A^B"),
            Raw.us(0x00280010, IMPLICIT, 512),
            new Leaf(0x60003000, "OW", new byte[2]),
            new Leaf(0x7FE00010, "OW", new byte[2]));
    assertThat(dataSet.elements().stream().map(DataElement::vr))
        .containsExactly(Vr.CS, Vr.PN, Vr.US, Vr.OB, Vr.OW);
  }

  @Test
  void privateElementsHaveTheVrThatTheirCreatorHasPublished() throws Exception {
    DataSet dataSet =
        read(
            Raw.text(0x00190010, "LO", "1.2.840.113681"),
            Raw.text(0x00191010, "ST", "params"),
            Raw.text(0x00191099, "LO", "unpublished"),
            Raw.text(0x00192010, "LO", "no creator"));
    assertThat(dataSet.elements().stream().map(DataElement::vr))
        .containsExactly(Vr.LO, Vr.ST, Vr.UN, Vr.UN);
  }

  @Test
  void groupLengthsAreNumbersInEveryGroup() throws Exception {
    DataSet dataSet = read(new Leaf(0x00090000, "UL", new byte[] {7, 0, 0, 0}));
    assertThat(dataSet.integer(new Tag(0x00090000))).hasValue(7);
  }

  @Test
  void anElementSetInAnImplicitDataSetHasAnImplicitHeader() throws Exception {
    List<Node> nodes = List.of(Raw.text(0x00100020, "LO", "1234"));
    DicomFile file = DicomReader.read(Raw.file(IMPLICIT, Raw.bytes(IMPLICIT, nodes)));
    DataSet edited =
        file.dataSet().with(Tag.PATIENT_ID, Vr.LO, "123456").with(Tag.ROWS, Vr.US, "512");
    assertThat(DicomWriter.bytes(file.withDataSet(edited)))
        .isEqualTo(
            Raw.file(
                IMPLICIT,
                Raw.bytes(
                    IMPLICIT,
                    List.of(
                        Raw.text(0x00100020, "LO", "123456"), Raw.us(0x00280010, IMPLICIT, 512)))));
  }

  @Test
  void aDataSetCutOffInsidePixelRepresentationIsRead() throws Exception {
    byte[] whole =
        Raw.file(IMPLICIT, Raw.bytes(IMPLICIT, List.of(Raw.us(REPRESENTATION, IMPLICIT, 1))));
    for (int cut = 1; cut <= 2; cut++) {
      byte[] bytes = Arrays.copyOf(whole, whole.length - cut);
      DicomFile file = DicomReader.read(bytes);
      assertThat(file.problems().getFirst().code()).isEqualTo(Problem.Code.VALUE_TRUNCATED);
      assertThat(DicomWriter.bytes(file)).isEqualTo(bytes);
    }
  }

  private static DataSet read(Node... nodes) throws DicomException {
    var all = new ArrayList<Node>();
    all.add(Raw.text(0x00080060, "CS", "CT"));
    all.addAll(List.of(nodes));
    DataSet dataSet = DicomReader.read(Raw.file(IMPLICIT, Raw.bytes(IMPLICIT, all))).dataSet();
    return dataSet.without(Tag.MODALITY);
  }

  private static Vr vr(DataSet dataSet, int tag) {
    return dataSet.get(new Tag(tag)).orElseThrow().vr();
  }
}
