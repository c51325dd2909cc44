package org.voxdesk.edit.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

final class RecordingTest {
  private static final Tag CREATOR = Tag.of(0x0029, 0x0010);
  private static final Tag OWNED = Tag.of(0x0029, 0x1010);
  private static final Tag NEXT = Tag.of(0x0029, 0x1110);
  private static final Tag ROIS = Tag.of(0x3006, 0x0020);
  private static final Tag ROI_NAME = Tag.of(0x3006, 0x0026);

  private final DataSet slice;

  RecordingTest() throws DicomException {
    slice = Images.slice(0, 1);
  }

  @Test
  void aPrivateElementNeverReplacesThatOfAnotherOwner() throws Exception {
    Edit added =
        new EditsTogether(
            List.of(
                new SetValue(TagPath.of(CREATOR), Vr.LO, "MYLAB 1.0"),
                new SetValue(TagPath.of(OWNED), Vr.ST, "hello")));
    Recipe recipe = recorded(List.of(slice), List.of(), new Done(added, 0));
    assertThat(recipe.yaml()).contains("(0029,xx10 MYLAB 1.0)");
    DataSet theirs = slice.with(CREATOR, Vr.LO, "SIEMENS").with(OWNED, Vr.OB, "07");
    DataSet now = recipe.applyTo(Images.file(theirs)).dataSet();
    assertThat(now.text(CREATOR)).contains("SIEMENS");
    assertThat(now.get(OWNED)).isEqualTo(theirs.get(OWNED));
    assertThat(now.text(Tag.of(0x0029, 0x0011))).contains("MYLAB 1.0");
    assertThat(now.text(NEXT)).contains("hello");
  }

  @Test
  void whatAPrivateElementBecomesIsLookedUpByItsOwner() throws Exception {
    DataSet mine = slice.with(CREATOR, Vr.LO, "MYLAB 1.0").with(OWNED, Vr.LO, "a");
    Recipe recipe =
        recorded(
            List.of(mine),
            List.of(),
            new Done(new SetValue(TagPath.of(OWNED), Vr.LO, "b"), 0),
            new Done(
                PutElement.ofBytes(
                    TagPath.of(OWNED), Vr.LO, "c ".getBytes(StandardCharsets.US_ASCII)),
                0),
            new Done(new DeleteElement(TagPath.of(OWNED)), 0),
            new Done(new DeleteElement(TagPath.of(CREATOR)), 0));
    DataSet theirs =
        slice
            .with(CREATOR, Vr.LO, "SIEMENS")
            .with(OWNED, Vr.LO, "keep")
            .with(Tag.of(0x0029, 0x0011), Vr.LO, "MYLAB 1.0")
            .with(NEXT, Vr.LO, "x");
    DataSet now = recipe.applyTo(Images.file(theirs)).dataSet();
    assertThat(now.text(CREATOR)).contains("SIEMENS");
    assertThat(now.text(OWNED)).contains("keep");
    assertThat(now.contains(NEXT)).isFalse();
  }

  @Test
  void privateElementsWithoutOwnerAreOnlyThoseWithoutOwnerElsewhere() throws Exception {
    Recipe recipe =
        recorded(
            List.of(slice.with(OWNED, Vr.LO, "a")),
            List.of(),
            new Done(new SetValue(TagPath.of(OWNED), Vr.LO, "b"), 0),
            new Done(new DeleteElement(TagPath.of(OWNED)), 0));
    DataSet theirs = slice.with(CREATOR, Vr.LO, "SIEMENS").with(OWNED, Vr.LO, "keep");
    assertThat(recipe.applyTo(Images.file(theirs)).dataSet()).isEqualTo(theirs);
    // Deleting the owner first, and what it owned after that, is the same by script.
    Recipe block =
        recorded(
            List.of(theirs),
            List.of(),
            new Done(
                new EditsTogether(
                    List.of(
                        new DeleteElement(TagPath.of(CREATOR)),
                        new DeleteElement(TagPath.of(OWNED)))),
                0));
    assertThat(block.applyTo(Images.file(theirs)).dataSet().contains(OWNED)).isFalse();
  }

  @Test
  void everyStepIsForTheImagesThatItWasMadeInAndNoOthers() throws Exception {
    DataSet structures =
        Images.slice(9, 9)
            .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.6")
            .with(Tag.PATIENT_ID, Vr.LO, "P2")
            .with(Tag.MODALITY, Vr.CS, "RTSTRUCT")
            .with(
                Images.sequence(
                    ROIS, DataSet.empty(slice.encoding()).with(ROI_NAME, Vr.LO, "old")));
    TagPath roi = TagPath.of(ROIS).child(0, ROI_NAME);
    TagPath id = TagPath.of(Tag.PATIENT_ID);
    recorded(
        List.of(slice, Images.slice(1, 2), structures),
        List.of("PatientID: \"P1\"", "PatientID: \"P2\"", "PatientID: \"Q\"", "SOPInstanceUID"),
        new Done(new SetValue(id, Vr.LO, "Q"), 0, 1),
        new Done(new SetValue(roi, Vr.LO, "new"), 2),
        new Done(ItemEdit.duplicate(TagPath.of(ROIS), 0), 2),
        new Done(new SetValue(TagPath.of(Tag.STUDY_ID), Vr.SH, "1"), 0, 1),
        new Done(new SetValue(TagPath.of(Tag.STUDY_ID), Vr.SH, "2"), 1),
        new Done(new DeleteElement(id), 0, 1, 2));
  }

  @Test
  void aStepInEveryImageHasNoCondition() throws Exception {
    Edit named = new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "A");
    DataSet already = Images.slice(1, 2).with(Tag.PATIENT_NAME, Vr.PN, "A");
    Recipe recipe = recorded(List.of(slice, already), List.of(), new Done(named, 0, 1));
    assertThat(recipe.yaml()).doesNotContain("when");
  }

  /// What was done to which of the images.
  private record Done(Edit edit, List<Integer> images) {
    Done(Edit edit, Integer... images) {
      this(edit, List.of(images));
    }
  }

  /// The recipe, which has been seen to do in the originals what was done by hand.
  private static Recipe recorded(List<DataSet> originals, List<String> words, Done... done)
      throws Exception {
    List<Instance> open =
        originals.stream()
            .map(each -> new Instance(Path.of(originals.indexOf(each) + ".dcm"), Images.file(each)))
            .toList();
    EditHistory history = EditHistory.EMPTY;
    for (Done each : done) {
      List<Instance> images = each.images().stream().map(open::get).toList();
      history = history.with(each.edit(), images);
    }
    Recipe recipe = Recipe.parse(Recording.of("r", history, open).yaml(), "r");
    String yaml = recipe.yaml();
    words.forEach(word -> assertThat(yaml).contains(word));
    for (Instance image : open) {
      DicomFile again = recipe.applyTo(image.file());
      assertThat(DicomWriter.bytes(again))
          .isEqualTo(DicomWriter.bytes(history.current(image).file()));
    }
    return recipe;
  }
}
