package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// The conformance files of character sets: names as an independent toolkit reads them, which are
/// written back with the bytes they have.
class CharacterSetFilesTest {
  private static final Tag OTHER_NAMES = new Tag(0x00101001);
  private static final Tag HISTORY = new Tag(0x001021B0);
  private static final Tag CODES = new Tag(0x00321064);

  @ParameterizedTest
  @CsvSource({
    "chrArab, قباني^لنزار, true",
    "chrFren, Buc^Jérôme, true",
    "chrFrenMulti, Buc^Jérôme, true",
    "chrGerm, Äneas^Rüdiger, true",
    "chrGreek, Διονυσιος, true",
    "chrH31, Yamada^Tarou=山田^太郎=やまだ^たろう, true",
    "chrH32, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう, true",
    "chrHbrw, שרון^דבורה, true",
    "chrI2, Hong^Gildong=洪^吉洞=홍^길동, true",
    "chrJapMulti, やまだ^たろう, true",
    "chrJapMultiExplicitIR6, やまだ^たろう, true",
    "chrKoreanMulti, 김희중, false",
    "chrRuss, Люкceмбypг, true",
    "chrX1, Wang^XiaoDong=王^小東=, true",
    "chrX2, Wang^XiaoDong=王^小东=, true"
  })
  void thePatientsNameIsReadAndWrittenAsItWas(String file, String name, boolean same)
      throws Exception {
    DataSet dataSet = read(file);
    assertThat(dataSet.text(Tag.PATIENT_NAME)).contains(name);
    DataSet written = dataSet.without(Tag.PATIENT_NAME).with(Tag.PATIENT_NAME, Vr.PN, name);
    assertThat(written.text(Tag.PATIENT_NAME)).contains(name);
    byte[] was = dataSet.get(Tag.PATIENT_NAME).orElseThrow().bytes();
    byte[] now = written.get(Tag.PATIENT_NAME).orElseThrow().bytes();
    // The Korean file has an escape sequence at the end, which is not needed.
    assertThat(Arrays.equals(was, now)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "chrJapMulti, やまだ^たろう, たろう",
    "chrJapMultiExplicitIR6, やまだ^たろう, たろう",
    "chrKoreanMulti, 김희중, 김희중"
  })
  void severalNamesAndLongTextAreRead(String file, String name, String text) throws Exception {
    assertThat(read(file).texts(OTHER_NAMES)).containsExactly(name, name);
    assertThat(read(file).text(HISTORY)).contains(text);
  }

  @Test
  void anItemHasItsOwnSetOrTheOneAround() throws Exception {
    for (String file : new String[] {"chrSQEncoding", "chrSQEncoding1"}) {
      DataSet item = read(file).items(CODES).getFirst();
      assertThat(item.text(Tag.PATIENT_NAME)).contains("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
    }
  }

  private static DataSet read(String file) throws Exception {
    String path = "conformance/pydicom/charset_files/" + file + ".dcm";
    return DicomReader.read(TestData.data(path)).dataSet();
  }
}
