package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

class ModalityLutTest {
  private static final Tag SEQUENCE = Tag.of(0x0028, 0x3000);
  private static final Tag DATA = Tag.of(0x0028, 0x3006);
  private static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);

  @ParameterizedTest
  @CsvSource({"-5, 700", "9, 700", "10, 700", "11, 65535", "12, 3", "13, 3", "70000, 3"})
  void valuesOutsideTheTableGetItsFirstOrLastEntry(double stored, double output)
      throws DicomException {
    assertThat(transform(Images.lut(3, 10, 16, 700, 65535, 3)).apply(stored)).isEqualTo(output);
  }

  @Test
  void aTableTakesThePlaceOfSlopeAndIntercept() throws DicomException {
    DataSet both =
        EMPTY
            .with(Tag.RESCALE_SLOPE, Vr.DS, "0")
            .with(Images.sequence(SEQUENCE, Images.lut(2, 0, 16, 5, 6)));
    assertThat(ModalityTransform.of(both).apply(1)).isEqualTo(6);
  }

  @Test
  void theFirstValueHasTheSignOfThePixels() throws DicomException {
    DataSet item = Images.lut(2, -2, 16, 5, 6);
    DataSet signed = EMPTY.with(Tag.PIXEL_REPRESENTATION, Vr.US, "1");
    ModalityTransform negative = ModalityTransform.of(signed.with(Images.sequence(SEQUENCE, item)));
    assertThat(negative.apply(-2)).isEqualTo(5);
    assertThat(negative.apply(-1)).isEqualTo(6);
    assertThat(transform(item).apply(65535)).isEqualTo(6);
    assertThat(transform(item).apply(0)).isEqualTo(5);
  }

  @Test
  void noEntriesMeans65536OfThem() throws DicomException {
    int[] entries = new int[1 << 16];
    entries[65535] = 42;
    assertThat(transform(Images.lut(0, 0, 16, entries)).apply(65535)).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({"EXPLICIT_LITTLE, OW", "EXPLICIT_BIG, OW", "EXPLICIT_BIG, OB"})
  void entriesOf8BitsMayBePackedIntoWords(Encoding encoding, Vr vr) throws DicomException {
    boolean swapped = encoding == Encoding.EXPLICIT_BIG && vr == Vr.OW;
    byte[] packed = swapped ? new byte[] {2, 1, 0, -1} : new byte[] {1, 2, -1, 0};
    DataSet item =
        Images.lut(3, 0, 8)
            .with(DataElement.of(DATA, vr, encoding.order(), new Value.Bytes(packed)));
    ModalityTransform transform = transform(item);
    assertThat(transform.apply(0)).isEqualTo(1);
    assertThat(transform.apply(1)).isEqualTo(2);
    assertThat(transform.apply(2)).isEqualTo(255);
  }

  @Test
  void theUnitIsTheTypeOfTheTable() throws DicomException {
    DataSet item = Images.lut(1, 0, 16, 5);
    Tag type = Tag.of(0x0028, 0x3004);
    assertThat(transform(item.with(type, Vr.LO, "OD")).unit()).isEqualTo("OD");
    assertThat(transform(item.with(type, Vr.LO, "US")).unit()).isEmpty();
  }

  @Test
  void theStoredValueOfAnOutputIsTheFirstThatComesNearest() throws DicomException {
    ModalityTransform transform = transform(Images.lut(4, 10, 16, 100, 300, 300, 200));
    assertThat(transform.invert(300)).isEqualTo(11);
    assertThat(transform.invert(190)).isEqualTo(13);
    assertThat(transform.invert(-7)).isEqualTo(10);
  }

  @Test
  void aTableThatContradictsItselfIsRefused() {
    assertRefused(Images.lut(4, 0, 16, 1, 2), "(0028,3006) has 4 bytes where 8 are needed");
    assertRefused(Images.lut(4, 0, 8, 1), "(0028,3006) has 2 bytes where 4 are needed");
    assertRefused(Images.lut(0, 0, 16), "(0028,3006) has 0 bytes where 131072 are needed");
    assertRefused(Images.lut(1, 0, 0, 1), "(0028,3002) says 0 bits an entry");
    assertRefused(Images.lut(1, 0, 17, 1), "(0028,3002) says 17 bits an entry");
    assertRefused(Images.lut(1, 0, 16, 1).without(DATA), "(0028,3006) has 0 bytes");
    assertRefused(
        Images.lut(1, 0, 16, 1).without(Tag.of(0x0028, 0x3002)),
        "(0028,3002) should give the entries");
  }

  private static void assertRefused(DataSet item, String reason) {
    assertThatThrownBy(() -> transform(item))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith(reason);
  }

  private static ModalityTransform transform(DataSet item) throws DicomException {
    return ModalityTransform.of(EMPTY.with(Images.sequence(SEQUENCE, item)));
  }
}
