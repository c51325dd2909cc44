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
import org.voxdesk.io.DicomWriter;

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
  void itemsThatWereAddedAndDeletedAreToldEachByItself() throws Exception {
    DicomFile two = file;
    for (int i = 0; i < 2; i++) {
      two = ItemEdit.add(IMAGES, i).apply(two);
      two = new SetValue(IMAGES.child(i, REFERENCE.tag()), Vr.UI, "1." + i).apply(two);
    }
    DicomFile three = ItemEdit.add(IMAGES, 1).apply(two);
    three = new SetValue(IMAGES.child(1, REFERENCE.tag()), Vr.UI, "1.9").apply(three);
    List<Difference> added = Differences.between(two, three);
    assertThat(added)
        .extracting(d -> d.place() + " " + text(d.before()) + " " + text(d.after()))
        .containsExactly("ReferencedImageSequence[1] - {ReferencedSOPInstanceUID: 1.9}");
    assertThat(Differences.around(added)).contains(IMAGES, IMAGES.child(1, Tag.ITEM));
    List<Difference> deleted = Differences.between(three, two);
    assertThat(deleted)
        .extracting(d -> d.place() + " " + text(d.before()) + " " + text(d.after()))
        .containsExactly("ReferencedImageSequence[1] {ReferencedSOPInstanceUID: 1.9} -");
    // What is in its place now is as it was.
    assertThat(Differences.around(deleted)).containsExactly(IMAGES);
    DicomFile changed = new SetValue(IMAGES.child(0, REFERENCE.tag()), Vr.UI, "1.7").apply(three);
    assertThat(Differences.between(two, changed))
        .extracting(Difference::place)
        .containsExactly(
            "ReferencedImageSequence[0].ReferencedSOPInstanceUID", "ReferencedImageSequence[1]");
  }

  @Test
  void privateElementsOfUnknownVrAgreeWithThoseThatSayIt() throws Exception {
    Tag text = Tag.of(0x0009, 0x1001);
    Tag number = Tag.of(0x0009, 0x1002);
    DicomFile explicit =
        new SetValue(TagPath.of(Tag.of(0x0009, 0x0010)), Vr.LO, "UNPUBLISHED").apply(file);
    explicit = new SetValue(TagPath.of(text), Vr.LO, "one").apply(explicit);
    explicit = new SetValue(TagPath.of(number), Vr.US, "258").apply(explicit);
    DicomFile implicit = implicit(explicit);
    assertThat(implicit.dataSet().get(text).orElseThrow().vr()).isEqualTo(Vr.UN);
    DicomFile big = Images.file(explicit.dataSet().in(Encoding.EXPLICIT_BIG));
    for (DicomFile known : List.of(explicit, big)) {
      assertThat(ofData(known, implicit)).isEmpty();
      assertThat(ofData(implicit, known)).isEmpty();
    }
    DicomFile other = new SetValue(TagPath.of(number), Vr.US, "513").apply(explicit);
    assertThat(ofData(other, implicit)).extracting(d -> d.path().tag()).containsExactly(number);
    assertThat(ofData(implicit(other), big))
        .extracting(d -> d.path().tag())
        .containsExactly(number);
  }

  private static DicomFile implicit(DicomFile file) throws Exception {
    DicomFile implicit = Images.file(file.dataSet().in(Encoding.IMPLICIT_LITTLE));
    return DicomReader.read(DicomWriter.bytes(implicit));
  }

  private static List<Difference> ofData(DicomFile one, DicomFile other) {
    return Differences.ofFiles(one, other).stream().filter(d -> !d.path().tag().isMeta()).toList();
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
