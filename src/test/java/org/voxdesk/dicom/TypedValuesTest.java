package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypedValuesTest {
  private static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);
  private static final Tag STUDY_TIME = new Tag(0x00080030);
  private static final Tag ACQUISITION_DATE_TIME = new Tag(0x0008002A);
  private static final Tag FRAME_INCREMENT_POINTER = new Tag(0x00280009);
  private static final Tag PRIVATE = new Tag(0x00091001);

  @Test
  void datesTimesAndNamesAreReadFromTheFirstValue() throws DicomException {
    DataSet dataSet =
        EMPTY
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "\\ISO 2022 IR 87")
            .with(Tag.STUDY_DATE, Vr.DA, "20240229")
            .with(STUDY_TIME, Vr.TM, "2359")
            .with(ACQUISITION_DATE_TIME, Vr.DT, "2024")
            .with(Tag.PATIENT_NAME, Vr.PN, "Yamada^Tarou=山田^太郎");
    assertThat(dataSet.date(Tag.STUDY_DATE)).contains(LocalDate.of(2024, 2, 29));
    assertThat(dataSet.time(STUDY_TIME))
        .contains(new PartialTime(LocalTime.of(23, 59), ChronoUnit.MINUTES, 0));
    assertThat(dataSet.dateTime(ACQUISITION_DATE_TIME).map(PartialDateTime::precision))
        .contains(ChronoUnit.YEARS);
    assertThat(dataSet.personName(Tag.PATIENT_NAME).map(name -> name.ideographic().given()))
        .contains("太郎");
  }

  @Test
  void absentEmptyAndMeaninglessValuesAreNone() throws DicomException {
    DataSet dataSet =
        EMPTY.with(Tag.STUDY_DATE, Vr.LO, "yesterday").with(Tag.PATIENT_NAME, Vr.PN, "");
    assertThat(dataSet.date(Tag.STUDY_DATE)).isEmpty();
    assertThat(dataSet.time(Tag.STUDY_DATE)).isEmpty();
    assertThat(dataSet.dateTime(STUDY_TIME)).isEmpty();
    assertThat(dataSet.personName(Tag.PATIENT_NAME)).isEmpty();
    assertThat(dataSet.integers(Tag.STUDY_DATE)).isEmpty();
    assertThat(dataSet.longInteger(Tag.ROWS)).isEmpty();
    assertThat(dataSet.tags(Tag.STUDY_DATE)).isEmpty();
  }

  @Test
  void tagsAreReadAsTags() throws DicomException {
    DataSet dataSet = EMPTY.with(FRAME_INCREMENT_POINTER, Vr.AT, "(0018,1063)\\(FFFE,E000)");
    assertThat(dataSet.tags(FRAME_INCREMENT_POINTER))
        .containsExactly(new Tag(0x00181063), Tag.ITEM);
  }

  @Test
  void integersOf64BitsAreExact() throws DicomException {
    DataSet dataSet = EMPTY.with(PRIVATE, Vr.UV, "18446744073709551615\\9007199254740993");
    assertThat(dataSet.integers(PRIVATE))
        .containsExactly(
            new BigInteger("18446744073709551615"), BigInteger.valueOf(9_007_199_254_740_993L));
    assertThat(dataSet.longInteger(PRIVATE)).isEmpty();
    assertThat(EMPTY.with(PRIVATE, Vr.SV, "-9223372036854775808").longInteger(PRIVATE))
        .hasValue(Long.MIN_VALUE);
    assertThat(EMPTY.with(PRIVATE, Vr.IS, "+7\\-1").integers(PRIVATE))
        .containsExactly(BigInteger.valueOf(7), BigInteger.valueOf(-1));
    assertThat(EMPTY.with(PRIVATE, Vr.DS, "7").integers(PRIVATE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Vr.class,
      names = {"OW", "OL", "OV"})
  void wordsAreUnsignedInTheirByteOrder(Vr vr) {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      var buffer = ByteBuffer.allocate(2 * vr.unit() + 1).order(order);
      buffer.put(order == ByteOrder.LITTLE_ENDIAN ? 0 : vr.unit() - 1, (byte) 5);
      buffer.put(vr.unit() + (order == ByteOrder.LITTLE_ENDIAN ? vr.unit() - 1 : 0), (byte) 0x80);
      DataElement element = DataElement.of(PRIVATE, vr, order, new Value.Bytes(buffer.array()));
      assertThat(EMPTY.with(element).integers(PRIVATE))
          .containsExactly(BigInteger.valueOf(5), BigInteger.ONE.shiftLeft(8 * vr.unit() - 1));
    }
  }
}
