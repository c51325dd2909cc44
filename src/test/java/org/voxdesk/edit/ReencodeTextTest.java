package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

class ReencodeTextTest {
  private static final Edit REENCODE = new ReencodeText();

  @Test
  void aNameThatTheSetLacksFitsAfterwardsAndUndoBringsTheOldBytesBack() throws Exception {
    DataSet latin =
        Images.slice(0, 1)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(Tag.PATIENT_NAME, Vr.PN, "Äneas^Rüdiger");
    Instance instance = new Instance(Path.of("1.dcm"), Images.file(latin));
    Edit name = new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "Hong^Gildong=洪^吉洞=홍^길동");
    assertThatThrownBy(() -> EditHistory.EMPTY.with(name, List.of(instance)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("ISO_IR 192");
    EditHistory history = EditHistory.EMPTY.with(REENCODE, List.of(instance));
    assertThat(history.current(instance).file().dataSet().text(Tag.PATIENT_NAME))
        .contains("Äneas^Rüdiger");
    EditHistory named = history.with(name, List.of(instance));
    DicomFile saved = DicomReader.read(DicomWriter.bytes(named.current(instance).file()));
    assertThat(saved.dataSet().text(Tag.PATIENT_NAME)).contains("Hong^Gildong=洪^吉洞=홍^길동");
    assertThat(DicomWriter.bytes(named.undo().undo().current(instance).file()))
        .isEqualTo(DicomWriter.bytes(instance.file()));
  }

  @Test
  void aFileThatIsInUtf8AlreadyDoesNotCountAsEdited() throws DicomException {
    DataSet utf8 = Images.slice(0, 1).with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
    Instance instance = new Instance(Path.of("1.dcm"), Images.file(utf8));
    assertThat(EditHistory.EMPTY.with(REENCODE, List.of(instance)).editedPaths()).isEmpty();
  }

  @Test
  void textThatCouldNotBeDecodedIsRefusedInOneSentence() throws DicomException {
    var bytes = new Value.Bytes("\u00C4neas ".getBytes(StandardCharsets.ISO_8859_1));
    DataElement name =
        DataElement.of(Tag.PATIENT_NAME, Vr.PN, Encoding.EXPLICIT_LITTLE.order(), bytes);
    DicomFile file = Images.file(Images.slice(0, 1).with(name));
    assertThatThrownBy(() -> REENCODE.apply(file))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "(0010,0010) has bytes that its character set (ISO_IR 6) does not allow; its text"
                + " cannot be re-encoded");
  }

  @Test
  void textInsideItemsComesBackFromTheSavedFile() throws Exception {
    DicomFile file =
        DicomReader.read(TestData.data("conformance/pydicom/charset_files/chrSQEncoding.dcm"));
    DicomFile saved = DicomReader.read(DicomWriter.bytes(REENCODE.apply(file)));
    DataSet item = saved.dataSet().items(new Tag(0x00321064)).getFirst();
    assertThat(item.text(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
    assertThat(item.text(Tag.PATIENT_NAME)).contains("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
  }

  @Test
  void itsLabelSaysWhatItDoesInBothLanguages() {
    assertThat(REENCODE.label()).hasToString("re-encode all text as ISO_IR 192 (UTF-8)");
    assertThat(REENCODE.label().in(Locale.SIMPLIFIED_CHINESE)).contains("重新编码", "ISO_IR 192");
  }
}
