package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetTest {
  @ParameterizedTest
  @CsvSource({
    "ISO_IR 6, US-ASCII",
    "ISO_IR 100, ISO-8859-1",
    "ISO 2022 IR 100, ISO-8859-1",
    "ISO IR 100, ISO-8859-1",
    "ISO-IR 192, UTF-8",
    "ISO_IR_192, UTF-8",
    "iso_ir 192, UTF-8",
    "utf8, UTF-8",
    "GB18030, GB18030",
    "GB 18030, GB18030",
    "GBK, GBK",
    "ISO_IR 144, ISO-8859-5",
    "' ISO_IR 101 ', ISO-8859-2"
  })
  void understandsTheTermAndItsUsualMisspellings(String term, String charset) {
    assertThat(CharacterSet.of(List.of(term)))
        .hasValueSatisfying(set -> assertThat(set.charset().name()).isEqualTo(charset));
  }

  @Test
  void absentOrEmptyIsTheDefaultRepertoire() {
    assertThat(CharacterSet.of(List.of())).contains(CharacterSet.DEFAULT);
    assertThat(CharacterSet.of(List.of(""))).contains(CharacterSet.DEFAULT);
  }

  @Test
  void anUnknownTermIsNoSet() {
    assertThat(CharacterSet.of(List.of("ISO_IR 999"))).isEmpty();
    assertThat(CharacterSet.of(List.of("KLINGON"))).isEmpty();
  }

  @Test
  void aCharacterCutOffAtTheEndIsEscaped() {
    byte[] cut = {'a', (byte) 0xE7, (byte) 0x8E};
    assertThat(CharacterSet.UTF_8.decode(cut)).isEqualTo("a\\xE7\\x8E");
  }

  @Test
  void anItemIsDecodedByItsOwnSetElseByTheOneAround() throws DicomException {
    byte[] latin = "Äneas".getBytes(StandardCharsets.ISO_8859_1);
    Encoding encoding = Encoding.EXPLICIT_LITTLE;
    DataSet plain = DataSet.empty(encoding).with(name(latin));
    DataSet own =
        DataSet.empty(encoding)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
            .with(name("王".getBytes(StandardCharsets.UTF_8)));
    var items =
        new Value.Items(
            List.of(new Value.Item(plain, Framing.NONE), new Value.Item(own, Framing.NONE)));
    Tag sequence = new Tag(0x00101002);
    DataSet root =
        DataSet.empty(encoding)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(DataElement.of(sequence, Vr.SQ, encoding.order(), items));
    assertThat(root.items(sequence).stream().flatMap(item -> item.text(Tag.PATIENT_NAME).stream()))
        .containsExactly("Äneas", "王");
  }

  private static DataElement name(byte[] bytes) {
    return DataElement.of(
        Tag.PATIENT_NAME, Vr.PN, Encoding.EXPLICIT_LITTLE.order(), new Value.Bytes(bytes));
  }
}
