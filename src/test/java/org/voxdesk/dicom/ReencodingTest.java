package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReencodingTest {
  private static final Encoding ENCODING = Encoding.EXPLICIT_LITTLE;
  private static final Tag SEQUENCE = new Tag(0x00101002);
  private static final Tag COMMENTS = new Tag(0x00104000);
  private static final String JAPANESE = "Yamada^Tarou=山田^太郎=やまだ^たろう";

  private final DataSet japanese;

  ReencodingTest() throws DicomException {
    japanese =
        DataSet.empty(ENCODING)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "\\ISO 2022 IR 87")
            .with(Tag.PATIENT_NAME, Vr.PN, JAPANESE)
            .with(Tag.PATIENT_ID, Vr.LO, "plain")
            .with(new Tag(0x00091001), Vr.OB, "1B\\24\\42\\FF");
  }

  @Test
  void textIsTheSameInUtf8AndNothingElseChanges() throws DicomException {
    DataSet utf8 = japanese.inUtf8();
    assertThat(utf8.characterSet()).isEqualTo(CharacterSet.UTF_8);
    assertThat(utf8.texts(Tag.SPECIFIC_CHARACTER_SET)).containsExactly("ISO_IR 192");
    assertThat(utf8.text(Tag.PATIENT_NAME)).contains(JAPANESE);
    assertThat(bytes(utf8, Tag.PATIENT_NAME)).isEqualTo(even(JAPANESE));
    for (Tag tag : List.of(Tag.PATIENT_ID, new Tag(0x00091001))) {
      assertThat(utf8.get(tag)).as(tag.toString()).isEqualTo(japanese.get(tag));
    }
    assertThat(utf8.inUtf8()).isSameAs(utf8);
    assertThat(utf8.with(Tag.PATIENT_NAME, Vr.PN, "홍^길동").text(Tag.PATIENT_NAME)).contains("홍^길동");
  }

  @Test
  void itemsAreReadWithTheirOwnSetElseWithTheOneAround() throws DicomException {
    DataSet inheriting =
        DataSet.empty(ENCODING).with(raw(Tag.PATIENT_NAME, Vr.PN, "\u001B$B;3ED\u001B(B"));
    DataSet own =
        DataSet.empty(ENCODING)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(raw(Tag.PATIENT_NAME, Vr.PN, "\u00C4neas"));
    DataSet plain = DataSet.empty(ENCODING).with(Tag.PATIENT_ID, Vr.LO, "1");
    DataSet utf8 = japanese.with(sequence(inheriting, own, plain)).inUtf8();
    List<DataSet> items = utf8.items(SEQUENCE);
    assertThat(items.get(0).text(Tag.PATIENT_NAME)).contains("山田");
    assertThat(items.get(0).contains(Tag.SPECIFIC_CHARACTER_SET)).isFalse();
    assertThat(items.get(1).text(Tag.PATIENT_NAME)).contains("Äneas");
    assertThat(items.get(1).text(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
    assertThat(items.get(2).elements()).isEqualTo(plain.elements());
  }

  @Test
  void duplicatesAndRemainderStay() throws DicomException {
    byte[] remainder = {1, 2, 3};
    DataSet odd =
        DataSet.of(
            ENCODING,
            List.of(
                raw(Tag.PATIENT_NAME, Vr.PN, "\u00C4"),
                raw(Tag.PATIENT_NAME, Vr.PN, "\u00D6"),
                raw(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")),
            remainder);
    DataSet utf8 = odd.inUtf8();
    assertThat(utf8.elements().stream().map(e -> ValueText.display(e, CharacterSet.UTF_8)))
        .containsExactly("Ä", "Ö", "ISO_IR 192");
    assertThat(utf8.remainder()).isEqualTo(odd.remainder());
    assertThat(utf8.remainder()).isEqualTo(new Value.Bytes(remainder));
  }

  @Test
  void paddingIsNotDoubled() throws DicomException {
    DataSet latin =
        DataSet.empty(ENCODING)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(raw(COMMENTS, Vr.LT, "\u00C4b "));
    assertThat(bytes(latin.with(raw(COMMENTS, Vr.LT, "\u00C4bc ")).inUtf8(), COMMENTS))
        .isEqualTo("Äbc".getBytes(StandardCharsets.UTF_8));
    assertThat(bytes(latin.with(raw(COMMENTS, Vr.LT, "\u00C4b")).inUtf8(), COMMENTS))
        .isEqualTo("Äb ".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textThatCouldNotBeDecodedIsRefusedWhereverItIs() {
    DataElement bad = raw(Tag.PATIENT_NAME, Vr.PN, "\u00C4neas");
    DataSet item = DataSet.empty(ENCODING).with(bad);
    for (DataSet dataSet :
        List.of(
            japanese.with(bad), japanese.with(sequence(item)), DataSet.empty(ENCODING).with(bad))) {
      assertThatThrownBy(dataSet::inUtf8)
          .isInstanceOf(DicomException.class)
          .hasMessageMatching(
              "\\(0010,0010\\) has bytes that its character set \\(.*\\) does not allow; "
                  + "its text cannot be re-encoded");
    }
  }

  @Test
  void bigTextIsReadOnlyWhereItIsNotPlain() throws DicomException {
    String big = "山田".repeat(20_000);
    byte[] encoded = japanese.characterSet().encode(big).orElseThrow();
    DataElement plain = bulk(new Memory("x".repeat(100_000).getBytes(StandardCharsets.US_ASCII)));
    assertThat(japanese.with(plain).inUtf8().get(COMMENTS)).contains(plain);
    DataSet utf8 = japanese.with(bulk(new Memory(encoded))).inUtf8();
    assertThat(utf8.text(COMMENTS)).contains(big);
  }

  /// Big data in memory.
  @SuppressWarnings("ArrayRecordComponent")
  private record Memory(byte[] all) implements BulkData {
    @Override
    public long length() {
      return all.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(all);
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int length) throws IOException {
      System.arraycopy(all, (int) offset, target, targetOffset, length);
    }
  }

  private static DataElement bulk(BulkData data) {
    return DataElement.of(COMMENTS, Vr.UT, ENCODING.order(), new Value.Bulk(data));
  }

  private static DataElement sequence(DataSet... items) {
    List<Value.Item> all =
        List.of(items).stream().map(item -> new Value.Item(item, Framing.NONE)).toList();
    return DataElement.of(SEQUENCE, Vr.SQ, ENCODING.order(), new Value.Items(all));
  }

  private static DataElement raw(Tag tag, Vr vr, String latin) {
    return DataElement.of(
        tag, vr, ENCODING.order(), new Value.Bytes(latin.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static byte[] bytes(DataSet dataSet, Tag tag) {
    return ((Value.Bytes) dataSet.get(tag).orElseThrow().value()).bytes();
  }

  private static byte[] even(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length % 2 == 0 ? bytes : (text + " ").getBytes(StandardCharsets.UTF_8);
  }
}
