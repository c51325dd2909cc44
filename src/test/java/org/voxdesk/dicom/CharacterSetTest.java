package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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
    "' ISO_IR 101 ', ISO-8859-2",
    "ISO 2022 100, ISO-8859-1",
    "ISO_IR 2022 144, ISO-8859-5",
    "ISO-8859-1, ISO-8859-1",
    "ISO8859-15, ISO-8859-15",
    "IR 192, UTF-8",
    "ISO 2022 GBK, GBK",
    "ISO2022IR149, EUC-KR"
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
    assertThat(CharacterSet.of(List.of("?"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\\ISO 2022 IR 87', ISO 2022 IR 6\\ISO 2022 IR 87",
    "ISO_IR 6\\ISO-2022-IR-149, ISO 2022 IR 6\\ISO 2022 IR 149",
    "ISO_IR 100\\ISO_IR_144, ISO 2022 IR 100\\ISO 2022 IR 144",
    "ISO 2022 IR 13\\KLINGON\\ISO 2022 IR 87, ISO 2022 IR 13\\ISO 2022 IR 87",
    "ISO_IR 100\\KLINGON, ISO_IR 100",
    "ISO_IR 192\\ISO 2022 IR 87, ISO_IR 192",
    "'\\ISO_IR 192', ISO_IR 192",
    "ISO_IR 6\\GB18030, GB18030",
    "ISO_IR 87, ISO 2022 IR 87"
  })
  void severalTermsAllowCodeExtensionsButThoseThatStandAlone(String values, String term) {
    assertThat(CharacterSet.of(List.of(values.split("\\\\", -1))).map(CharacterSet::term))
        .contains(term);
  }

  @Test
  void aCharacterThatWouldBeReadAsAnotherIsNotWritten() {
    for (String term : List.of("ISO_IR 13", "ISO 2022 IR 13")) {
      CharacterSet set = CharacterSet.of(List.of(term)).orElseThrow();
      assertThat(set.encode("5\u00A5")).as(term).isEmpty();
      assertThat(set.encode("5\uFF71")).as(term).isPresent();
    }
  }

  @Test
  void aCharacterThatNoneOfSeveralSetsHasIsNotWritten() {
    CharacterSet set =
        CharacterSet.of(List.of("", "ISO 2022 IR 87", "ISO 2022 IR 149")).orElseThrow();
    assertThat(set.encode("\u5C71\uAE38")).isPresent();
    assertThat(set.encode("\u5C71\u0E01")).isEmpty();
    assertThat(set.encode("\uD83D\uDE00")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\\ISO 2022 IR 87\\ISO 2022 IR 159', $B (B (J $(D $@",
    "'ISO 2022 IR 100\\ISO 2022 IR 149', -A $)C $(C (B"
  })
  void whateverIsReadOfTheDeclaredSetsCanBeWritten(String terms, String designations) {
    CharacterSet set = CharacterSet.of(List.of(terms.split("\\\\", -1))).orElseThrow();
    var pieces =
        new ArrayList<>(List.of("0!", ";3", "=", "^", "\\", " ", "\r", "\u00C8", "\u00AB"));
    Stream.of(designations.split(" ")).map(d -> "\u001B" + d).forEach(pieces::add);
    var random = new SplittableRandom(5);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      var raw = new StringBuilder();
      for (int k = random.nextInt(9); k > 0; k--) {
        raw.append(pieces.get(random.nextInt(pieces.size())));
      }
      DecodedText decoded = set.decode(raw.toString().getBytes(StandardCharsets.ISO_8859_1), Vr.PN);
      if (decoded.complete()) {
        read++;
        String text = decoded.text();
        assertThat(set.encode(text, Vr.PN).map(b -> set.decode(b, Vr.PN).text()))
            .as(text)
            .contains(text);
      }
    }
    assertThat(read).isGreaterThan(1_000);
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
