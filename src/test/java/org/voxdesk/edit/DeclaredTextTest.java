package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;

/// What another declaration of the character set does to text that is there.
class DeclaredTextTest {
  private static final TagPath SET = TagPath.of(Tag.SPECIFIC_CHARACTER_SET);

  @Test
  void aDeclarationThatMakesTextUnreadableIsRefused() throws Exception {
    DicomFile latin = file("ISO_IR 100", (byte) 0xC4);
    assertThatThrownBy(() -> new SetValue(SET, Vr.CS, "ISO_IR 192").apply(latin))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(0010,0010) could no longer be read");
    assertThatThrownBy(() -> new DeleteElement(SET).apply(latin))
        .isInstanceOf(DicomException.class);
  }

  @Test
  void aWrongDeclarationIsMended() throws Exception {
    DicomFile utf8SaidToBeAscii = file("ISO_IR 6", (byte) 0xC3, (byte) 0x84);
    DicomFile mended = new SetValue(SET, Vr.CS, "ISO_IR 192").apply(utf8SaidToBeAscii);
    assertThat(mended.dataSet().text(Tag.PATIENT_NAME)).contains("Ä");
  }

  @Test
  void textThatReadsDifferentlyIsToldInItemsToo() throws Exception {
    byte[] korean = {0x1B, '$', ')', 'C', (byte) 0xB1, (byte) 0xE8};
    DicomFile file = file("\\ISO 2022 IR 149", korean);
    TagPath item = TagPath.of(new Tag(0x00081140)).child(0, Tag.PATIENT_NAME);
    file = ItemEdit.add(TagPath.of(new Tag(0x00081140)), 0).apply(file);
    file = new SetValue(item, Vr.PN, "金").apply(file);
    DicomFile latin = new SetValue(SET, Vr.CS, "ISO_IR 100").apply(file);
    assertThat(DeclaredText.readDifferently(file, latin))
        .extracting(Difference::path)
        .containsExactly(item, TagPath.of(Tag.PATIENT_NAME));
    DicomFile reencoded = new ReencodeText().apply(file);
    assertThat(DeclaredText.readDifferently(file, reencoded)).isEmpty();
    TagPath itsOwn = new TagPath(item.steps(), Tag.SPECIFIC_CHARACTER_SET);
    DicomFile declared = new SetValue(itsOwn, Vr.CS, "ISO_IR 100").apply(file);
    assertThat(DeclaredText.readDifferently(file, declared))
        .extracting(Difference::path)
        .containsExactly(item);
  }

  @Test
  void whereAllTextIsAsciiAnythingMayBeDeclared() throws Exception {
    DicomFile ascii = file("ISO_IR 100", (byte) 'A');
    assertThat(new DeleteElement(SET).apply(ascii).dataSet().text(Tag.PATIENT_NAME)).contains("A");
  }

  private static DicomFile file(String set, byte... name) throws DicomException {
    return Images.file(
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, set)
            .with(
                DataElement.of(
                    Tag.PATIENT_NAME, Vr.PN, ByteOrder.LITTLE_ENDIAN, new Value.Bytes(name))));
  }
}
