package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;

class DifferencesTest {
  private static final TagPath IMAGES = TagPath.of(new Tag(0x00081140));
  private static final TagPath REFERENCE = IMAGES.child(0, new Tag(0x00081155));

  private final DicomFile file;

  DifferencesTest() throws Exception {
    file = DicomReader.read(Images.bytes(Images.slice(0, 1)));
  }

  @Test
  void tellWhatWasChangedAddedAndDeleted() throws Exception {
    DicomFile changed = new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "P2").apply(file);
    changed = new SetValue(TagPath.of(Tag.STUDY_ID), Vr.SH, "S").apply(changed);
    changed = new DeleteElement(TagPath.of(Tag.MODALITY)).apply(changed);
    List<Difference> differences = Differences.between(file, changed);
    assertThat(differences)
        .extracting(d -> d.path() + " " + text(d.before()) + " " + text(d.after()))
        .containsExactly("Modality CT -", "PatientID P1 P2", "StudyID - S");
  }

  @Test
  void theInnermostElementIsTold() throws Exception {
    DicomFile before =
        new SetValue(REFERENCE, Vr.UI, "1.2").apply(ItemEdit.add(IMAGES, 0).apply(file));
    DicomFile after = new SetValue(REFERENCE, Vr.UI, "1.3").apply(before);
    List<Difference> differences = Differences.between(before, after);
    assertThat(differences).extracting(Difference::path).containsExactly(REFERENCE);
    assertThat(Differences.around(differences))
        .containsExactlyInAnyOrder(IMAGES, IMAGES.child(0, Tag.ITEM));
  }

  @Test
  void filesThatWereReadByThemselvesAreComparedByWhatIsInThem() throws Exception {
    DicomFile same = DicomReader.read(Images.bytes(Images.slice(0, 1)));
    DicomFile other = DicomReader.read(Images.bytes(Images.slice(1, 1)));
    assertThat(Differences.ofFiles(file, same)).isEmpty();
    assertThat(Differences.ofFiles(file, other)).isNotEmpty();
  }

  @Test
  void theSameValuesInAnotherEncodingAreTheSame() throws Exception {
    DicomFile big = Images.file(file.dataSet().in(Encoding.EXPLICIT_BIG));
    assertThat(Differences.ofFiles(file, big))
        .extracting(Difference::path)
        .allMatch(path -> path.tag().isMeta());
  }

  private static String text(java.util.Optional<Difference.Side> side) {
    return side.map(Difference.Side::text).orElse("-");
  }
}
