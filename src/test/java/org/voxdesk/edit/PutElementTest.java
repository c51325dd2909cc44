package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

class PutElementTest {
  private static final Tag PHYSICIANS = new Tag(0x00080096);

  private final DicomFile file;

  PutElementTest() throws Exception {
    file = DicomReader.read(Images.bytes(Images.slice(0, 1)));
  }

  @Test
  void bytesComeBackAsTheyWerePut() throws Exception {
    TagPath icon = TagPath.of(new Tag(0x00091001));
    DicomFile put = PutElement.ofBytes(icon, Vr.OB, new byte[] {1, 2, 3, 4}).apply(file);
    DicomFile again = DicomReader.read(DicomWriter.bytes(put));
    assertThat(again.dataSet().get(icon.tag()).orElseThrow().bytes()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void puttingWhatIsThereChangesNothing() throws Exception {
    DataElement rows = file.dataSet().get(Tag.ROWS).orElseThrow();
    DicomFile put = PutElement.ofBytes(TagPath.of(Tag.ROWS), rows.vr(), rows.bytes()).apply(file);
    assertThat(put).isEqualTo(file);
  }

  @Test
  void textIsTakenOverToTheCharacterSetOfWhereItGoes() throws Exception {
    DataSet latin =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(Tag.PATIENT_NAME, Vr.PN, "Jérôme");
    DicomFile utf8 = file.withDataSet(file.dataSet().inUtf8());
    DicomFile put = new PutElement(TagPath.of(Tag.PATIENT_NAME), latin).apply(utf8);
    DicomFile again = DicomReader.read(DicomWriter.bytes(put));
    assertThat(again.dataSet().text(Tag.PATIENT_NAME)).contains("Jérôme");
    assertThat(again.dataSet().text(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
  }

  @Test
  void textThatTheTargetLacksCharactersForIsRefused() throws Exception {
    DataSet utf8 =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
            .with(Tag.PATIENT_NAME, Vr.PN, "王^小东");
    PutElement put = new PutElement(TagPath.of(Tag.PATIENT_NAME), utf8);
    assertThatThrownBy(() -> put.apply(file)).isInstanceOf(DicomException.class);
  }

  @Test
  void sequencesGoWithTheirItems() throws Exception {
    DataSet item = DataSet.empty(Encoding.IMPLICIT_LITTLE).with(Tag.ROWS, Vr.US, "7");
    DataElement sequence =
        DataElement.of(
            PHYSICIANS,
            Vr.SQ,
            Encoding.IMPLICIT_LITTLE.order(),
            new Value.Items(List.of(new Value.Item(item, Framing.NONE))));
    DataSet source = DataSet.of(Encoding.IMPLICIT_LITTLE, List.of(sequence), new byte[0]);
    DicomFile put = new PutElement(TagPath.of(PHYSICIANS), source).apply(file);
    DicomFile again = DicomReader.read(DicomWriter.bytes(put));
    assertThat(again.dataSet().items(PHYSICIANS).getFirst().integer(Tag.ROWS)).hasValue(7);
    assertThat(again.problems()).isEmpty();
  }

  @Test
  void uidsAreReplacedWhereverTheyAre() throws Exception {
    String old = file.dataSet().text(Tag.SOP_INSTANCE_UID).orElseThrow();
    TagPath reference = TagPath.of(new Tag(0x00081140)).child(0, new Tag(0x00081155));
    DicomFile referring =
        new SetValue(reference, Vr.UI, old)
            .apply(ItemEdit.add(TagPath.of(new Tag(0x00081140)), 0).apply(file));
    DicomFile mapped =
        new RemapUids(TagPath.of(Tag.SOP_INSTANCE_UID), Map.of(old, "1.2.3")).apply(referring);
    assertThat(mapped.dataSet().text(Tag.SOP_INSTANCE_UID)).contains("1.2.3");
    assertThat(mapped.meta().text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).contains("1.2.3");
    assertThat(reference.find(mapped.dataSet())).isPresent();
    assertThat(reference.holder(mapped.dataSet()).orElseThrow().text(reference.tag()))
        .contains("1.2.3");
    assertThat(DicomReader.read(DicomWriter.bytes(mapped)).problems()).isEmpty();
    assertThat(new RemapUids(TagPath.of(Tag.SOP_INSTANCE_UID), Map.of("9.9", "1")).apply(file))
        .isEqualTo(file);
  }

  @Test
  void aRuleOfTheVrIsBrokenOnlyKnowingly() throws Exception {
    TagPath sex = TagPath.of(Tag.PATIENT_SEX);
    assertThatThrownBy(() -> new SetValue(sex, Vr.CS, "female").apply(file))
        .isInstanceOf(DicomException.class);
    DicomFile set = new SetValue(sex, Vr.CS, "female", Checking.STORABLE).apply(file);
    assertThat(DicomReader.read(DicomWriter.bytes(set)).dataSet().text(Tag.PATIENT_SEX))
        .contains("female");
    assertThatThrownBy(
            () -> new SetValue(TagPath.of(Tag.ROWS), Vr.US, "70000", Checking.STORABLE).apply(file))
        .isInstanceOf(DicomException.class);
  }
}
