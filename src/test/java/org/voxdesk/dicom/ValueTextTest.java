package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTextTest {
  private static final Tag TAG = new Tag(0x00091001);
  private static final CharacterSet GB18030 = CharacterSet.of(List.of("GB18030")).orElseThrow();
  private static final CharacterSet LATIN_1 = CharacterSet.of(List.of("ISO_IR 100")).orElseThrow();

  /// Texts of every VR, as they are shown.
  private static final Map<Vr, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry(Vr.AE, List.of("STORE", "A\\B C")),
          Map.entry(Vr.AS, List.of("018M", "018M\\019Y")),
          Map.entry(Vr.AT, List.of("(0010,0020)", "(FFFE,E000)\\(7FE0,0010)")),
          Map.entry(Vr.CS, List.of("ORIGINAL\\PRIMARY\\AXIAL", "ODD")),
          Map.entry(Vr.DA, List.of("20240229", "20240229\\19000101")),
          Map.entry(Vr.DS, List.of("1.5", "-0.30\\+1e5\\0")),
          Map.entry(Vr.DT, List.of("20240229235960.123456+1400", "2024\\202402")),
          Map.entry(Vr.FD, List.of("1.5", "-1.0E-300\\4.9E-324", "1.7976931348623157E308")),
          Map.entry(Vr.FL, List.of("1.5", "3.4028235E38\\-1.4E-45")),
          Map.entry(Vr.IS, List.of("-2147483648", "1\\2\\3")),
          Map.entry(Vr.LO, List.of("ein Text", "a\\\\b", "\\")),
          Map.entry(Vr.LT, List.of(" indented \\ kept\r\nline two")),
          Map.entry(Vr.OB, List.of("00", "00\\FF\\10")),
          Map.entry(Vr.OD, List.of("00\\01\\02\\03\\04\\05\\06\\07")),
          Map.entry(Vr.OF, List.of("00\\01\\02\\03")),
          Map.entry(Vr.OL, List.of("00\\01\\02\\03")),
          Map.entry(Vr.OV, List.of("00\\01\\02\\03\\04\\05\\06\\07")),
          Map.entry(Vr.OW, List.of("00\\01")),
          Map.entry(Vr.PN, List.of("Doe^Jane", "A^B=C^D=E^F\\G", "odd")),
          Map.entry(Vr.SH, List.of("a", "a\\b")),
          Map.entry(Vr.SL, List.of("-2147483648", "2147483647\\-1")),
          Map.entry(Vr.SS, List.of("-32768", "32767\\-1")),
          Map.entry(Vr.ST, List.of("C:\\temp\\x", " a")),
          Map.entry(Vr.SV, List.of("-9223372036854775808", "9223372036854775807\\-1")),
          Map.entry(Vr.TM, List.of("235960.123456", "00\\2359")),
          Map.entry(Vr.UC, List.of(" leading is kept", "a\\b")),
          Map.entry(Vr.UI, List.of("1.2.840.10008.1.2", "1.2\\1.3.4")),
          Map.entry(Vr.UL, List.of("4294967295", "0\\2147483648")),
          Map.entry(Vr.UN, List.of("00", "00\\FF\\10")),
          Map.entry(Vr.UR, List.of("https://example.org/%20?a=b")),
          Map.entry(Vr.US, List.of("65535", "0\\32768\\1")),
          Map.entry(Vr.UT, List.of("line\r\nC:\\temp")),
          Map.entry(Vr.UV, List.of("18446744073709551615", "9223372036854775808\\0")));

  @ParameterizedTest
  @EnumSource(Vr.class)
  void aTextComesBackFromItsBytesInBothByteOrders(Vr vr) throws DicomException {
    if (vr == Vr.SQ) {
      assertThat(TEXTS).doesNotContainKey(vr);
      return;
    }
    for (String text : TEXTS.get(vr)) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        byte[] bytes = ValueText.encode(TAG, vr, text, CharacterSet.DEFAULT, order);
        assertThat(bytes.length % 2).isZero();
        String shown = ValueText.display(element(vr, order, bytes), CharacterSet.DEFAULT);
        boolean padded = vr.kind() == Vr.Kind.BINARY && text.length() % 6 == 2;
        assertThat(shown).as(vr.name()).isEqualTo(padded ? text + "\\00" : text);
      }
    }
  }

  @Test
  void anEmptyTextHasNoBytesInAnyVr() throws DicomException {
    for (Vr vr : EnumSet.complementOf(EnumSet.of(Vr.SQ))) {
      assertThat(ValueText.encode(TAG, vr, "", CharacterSet.DEFAULT, ByteOrder.LITTLE_ENDIAN))
          .as(vr.name())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LO, odd, 6F646420",
    "PN, odd, 6F646420",
    "UI, 1.2, 312E3200",
    "DS, 1.5, 312E3520",
    "OB, FF, FF00",
    "UN, FF, FF00",
    "US, 258, 0201",
    "UL, 4294967295, FFFFFFFF",
    "AT, '(0010,0020)', 10002000",
    "UV, 18446744073709551615, FFFFFFFFFFFFFFFF",
    "SV, -2, FEFFFFFFFFFFFFFF",
    "FL, 1, 0000803F",
    "FD, -2, 00000000000000C0"
  })
  void putsDownTheBytesOfTheStandard(Vr vr, String text, String hex) throws DicomException {
    byte[] bytes = encode(vr, text, CharacterSet.DEFAULT);
    assertThat(HexFormat.of().withUpperCase().formatHex(bytes)).isEqualTo(hex);
  }

  @Test
  void randomNumbersComeBackExactly() throws DicomException {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      long bits = random.nextLong() >>> random.nextInt(64);
      for (Vr vr : List.of(Vr.UV, Vr.SV, Vr.UL, Vr.SL, Vr.US, Vr.SS, Vr.FD, Vr.FL, Vr.AT)) {
        byte[] raw = Arrays.copyOf(ByteBuffer.allocate(8).putLong(bits).array(), vr.unit());
        DataElement element = element(vr, ByteOrder.BIG_ENDIAN, raw);
        String text = ValueText.display(element, CharacterSet.DEFAULT);
        if (!text.matches(".*(NaN|Infinity).*")) {
          assertThat(ValueText.encode(TAG, vr, text, CharacterSet.DEFAULT, ByteOrder.BIG_ENDIAN))
              .as("%s %s", vr, text)
              .isEqualTo(raw);
        }
      }
    }
  }

  @Test
  void aNameComesBackInEveryCharacterSetThatHasItsCharacters() throws DicomException {
    String chinese = "Wang^XiaoDong=王^小东";
    for (CharacterSet set : List.of(GB18030, CharacterSet.UTF_8)) {
      byte[] bytes = encode(Vr.PN, chinese, set);
      assertThat(new String(bytes, set.charset()).strip()).isEqualTo(chinese);
      assertThat(ValueText.values(element(Vr.PN, bytes), set)).containsExactly(chinese);
    }
    byte[] latin = encode(Vr.PN, "Äneas^Rüdiger", LATIN_1);
    assertThat(latin).hasSize(14).startsWith(0xC4, 'n').contains(0xFC);
    assertThat(ValueText.values(element(Vr.PN, latin), LATIN_1)).containsExactly("Äneas^Rüdiger");
  }

  @Test
  void aCharacterThatTheSetLacksIsRefusedInOneSentence() {
    assertThatThrownBy(() -> encode(Vr.PN, "王^小东", LATIN_1))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("ISO_IR 100");
    assertThatThrownBy(() -> encode(Vr.PN, "Äneas", CharacterSet.DEFAULT))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("ISO_IR 6");
  }

  /// In GBK and GB18030 the second byte of some characters is 5C, the code of the backslash.
  @ParameterizedTest
  @CsvSource({"GB18030", "GBK"})
  void theByte5cInsideACharacterSeparatesNoValues(String term) throws DicomException {
    CharacterSet set = CharacterSet.of(List.of(term)).orElseThrow();
    String character = new String(new byte[] {(byte) 0x81, 0x5C}, Charset.forName(term));
    assertThat(character).hasSize(1);
    String text = character + "^a\\b" + character + "c";
    byte[] bytes = encode(Vr.PN, text, set);
    assertThat(bytes).contains(0x5C);
    assertThat(ValueText.values(element(Vr.PN, bytes), set))
        .containsExactly(character + "^a", "b" + character + "c");
  }

  @Test
  void aByteThatCannotBeDecodedIsShownEscapedAndSeparatesNoValues() {
    byte[] bytes = "M\u00FCller^A\\b".getBytes(StandardCharsets.ISO_8859_1);
    for (CharacterSet set : List.of(CharacterSet.DEFAULT, CharacterSet.UTF_8)) {
      assertThat(ValueText.values(element(Vr.PN, bytes), set))
          .as(set.toString())
          .containsExactly("M\\xFCller^A", "b");
    }
  }

  @Test
  void anEscapedByteGoesBackAsItWasWhenTheRestIsEdited() throws DicomException {
    assertThat(encode(Vr.PN, "M\\xFCller^B\\c", CharacterSet.DEFAULT))
        .isEqualTo("M\u00FCller^B\\c".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(encode(Vr.LT, "D:\\xFC", CharacterSet.UTF_8)).containsExactly('D', ':', 0xFC, ' ');
    assertThat(encode(Vr.LT, "D:\\xFC", LATIN_1))
        .isEqualTo("D:\\xFC".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void everyByteStringIsShownAndComesBackInEveryMultiByteSet() {
    var random = new SplittableRandom(11);
    for (CharacterSet set : List.of(CharacterSet.DEFAULT, CharacterSet.UTF_8, GB18030, LATIN_1)) {
      for (int i = 0; i < 3_000; i++) {
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        String shown = set.decode(bytes);
        assertThat(set.encode(shown).map(set::decode)).as(shown).contains(shown);
      }
    }
  }

  @Test
  void paddingAndInsignificantSpacesAreNotPartOfAValue() {
    assertThat(values(Vr.UI, "1.2.3\0")).containsExactly("1.2.3");
    assertThat(values(Vr.UI, "1.2.3\0\0\0")).containsExactly("1.2.3");
    assertThat(values(Vr.UI, "1.2.3 ")).containsExactly("1.2.3");
    assertThat(values(Vr.CS, " A \\ B ")).containsExactly("A", "B");
    assertThat(values(Vr.LO, " a \0")).containsExactly("a");
    assertThat(values(Vr.DS, " 1.5 \\  2")).containsExactly("1.5", "2");
    assertThat(values(Vr.UT, " a ")).containsExactly(" a");
    assertThat(values(Vr.UC, " a \\ b ")).containsExactly(" a", " b");
  }

  @Test
  void aNumberMissingBetweenNumbersIsRefused() {
    for (Vr vr : List.of(Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.FL, Vr.FD, Vr.AT, Vr.UV, Vr.SV)) {
      for (String text : List.of("\\", "1\\", "\\1", "(0010,0010)\\")) {
        assertThatThrownBy(() -> encode(vr, text, CharacterSet.DEFAULT))
            .as("%s %s", vr, text)
            .isInstanceOf(DicomException.class);
      }
    }
  }

  @Test
  void textForASequenceIsRefused() {
    for (String text : List.of("", "x")) {
      assertThatThrownBy(() -> encode(Vr.SQ, text, CharacterSet.DEFAULT))
          .isInstanceOf(DicomException.class)
          .hasMessageContaining("a sequence has items");
    }
  }

  @Test
  void aRefusalNamesTheElementItsVrTheValueAndTheRule() {
    assertThatThrownBy(() -> encode(Vr.DA, "20230229", CharacterSet.DEFAULT))
        .hasMessage(
            "(0009,1001) DA does not allow “20230229”: a date is a real day written YYYYMMDD");
  }

  @Test
  void bytesLeftOverAfterTheLastWholeNumberAreNotShownAsANumber() {
    DataElement element = element(Vr.US, new byte[] {1, 0, 2});
    assertThat(ValueText.values(element, CharacterSet.DEFAULT)).containsExactly("1");
  }

  private static byte[] encode(Vr vr, String text, CharacterSet set) throws DicomException {
    return ValueText.encode(TAG, vr, text, set, ByteOrder.LITTLE_ENDIAN);
  }

  private static List<String> values(Vr vr, String raw) {
    return ValueText.values(
        element(vr, raw.getBytes(StandardCharsets.ISO_8859_1)), CharacterSet.DEFAULT);
  }

  private static DataElement element(Vr vr, byte[] bytes) {
    return element(vr, ByteOrder.LITTLE_ENDIAN, bytes);
  }

  private static DataElement element(Vr vr, ByteOrder order, byte[] bytes) {
    return DataElement.of(TAG, vr, order, new Value.Bytes(bytes));
  }
}
