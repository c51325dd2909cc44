package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Elements that are written as UN, and what the dictionary makes of them.
class UnderstoodTest {
  private static final Tag CONTOUR_DATA = new Tag(0x30060050);
  private static final Tag GREY_TABLE = new Tag(0x00281200);

  @Test
  void anElementOfUnknownVrIsUnderstoodByTheDictionaryInLittleEndian() {
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_BIG)
            .with(unknown(CONTOUR_DATA, "1.25\\2".getBytes(StandardCharsets.US_ASCII)))
            .with(unknown(new Tag(0x00280010), new byte[] {7, 0}));
    DataElement contour = dataSet.understood(dataSet.get(CONTOUR_DATA).orElseThrow());
    assertThat(contour.vr()).isEqualTo(Vr.DS);
    assertThat(ValueText.display(contour, CharacterSet.DEFAULT)).isEqualTo("1.25\\2");
    DataElement rows = dataSet.understood(dataSet.get(new Tag(0x00280010)).orElseThrow());
    assertThat(ValueText.display(rows, CharacterSet.DEFAULT)).isEqualTo("7");
  }

  @Test
  void whatTheDictionaryLeavesOpenStaysUnknown() {
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_LITTLE).with(unknown(GREY_TABLE, new byte[2]));
    DataElement table = dataSet.get(GREY_TABLE).orElseThrow();
    assertThat(dataSet.understood(table)).isSameAs(table);
  }

  @Test
  void aValueThatWouldBecomeUnknownInBigEndianIsRefused() {
    String many = "7\\".repeat(39_999) + "7";
    assertThatThrownBy(
            () -> DataSet.empty(Encoding.EXPLICIT_BIG).with(new Tag(0x00281201), Vr.US, many))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("too long");
  }

  private static DataElement unknown(Tag tag, byte[] bytes) {
    return DataElement.of(tag, Vr.UN, ByteOrder.BIG_ENDIAN, new Value.Bytes(bytes));
  }
}
