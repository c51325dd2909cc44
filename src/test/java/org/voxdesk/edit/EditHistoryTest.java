package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

class EditHistoryTest {
  private static final TagPath NAME = TagPath.of(Tag.PATIENT_NAME);

  private final Instance first;
  private final Instance second;

  EditHistoryTest() throws DicomException {
    first = new Instance(Path.of("1.dcm"), Images.file(Images.slice(0, 1)));
    second = new Instance(Path.of("2.dcm"), Images.file(Images.slice(1, 2)));
  }

  @Test
  void undoAndRedoGoThroughTheSameBytesInBothDirections() throws Exception {
    var random = new SplittableRandom(40);
    var histories = new ArrayList<EditHistory>(List.of(EditHistory.EMPTY));
    var states = new ArrayList<List<byte[]>>(List.of(state(EditHistory.EMPTY)));
    for (int step = 0; step < 40; step++) {
      List<Instance> some =
          random.nextInt(3) == 0
              ? List.of(first)
              : random.nextInt(2) == 0 ? List.of(second) : both();
      EditHistory next = histories.getLast().with(edit(random, step), some);
      histories.add(next);
      states.add(state(next));
    }
    EditHistory history = histories.getLast();
    for (int step = 39; step >= 0; step--) {
      history = history.undo();
      assertSame(state(history), states.get(step));
      assertThat(history.editedPaths()).isEqualTo(histories.get(step).editedPaths());
    }
    assertThat(history.undoable()).isEmpty();
    assertThat(history.undo()).isSameAs(history);
    for (int step = 1; step <= 40; step++) {
      history = history.redo();
      assertSame(state(history), states.get(step));
    }
    assertThat(history.redoable()).isEmpty();
    assertThat(history.redo()).isSameAs(history);
  }

  /// Every one of them changes something: each has a text of its own.
  private static Edit edit(SplittableRandom random, int step) {
    return switch (random.nextInt(3)) {
      case 0 -> new SetValue(NAME, Vr.PN, "Name^" + step);
      case 1 -> new SetValue(TagPath.of(Tag.STUDY_DESCRIPTION), Vr.LO, "Step " + step);
      default -> new ThresholdPixels(step * 10, step * 10 + 1, Units.STORED);
    };
  }

  @Test
  void anEditThatOneInstanceRefusesChangesNone() throws Exception {
    EditHistory history = EditHistory.EMPTY.with(new SetValue(NAME, Vr.PN, "A"), both());
    Instance noPixels =
        new Instance(Path.of("3.dcm"), Images.file(Images.slice(2, 3).without(Tag.PIXEL_DATA)));
    List<Instance> all = List.of(first, second, noPixels);
    var threshold = new ThresholdPixels(300, 0, Units.STORED);
    List<byte[]> before = state(history);
    assertThatThrownBy(() -> history.with(threshold, all)).isInstanceOf(DicomException.class);
    assertSame(state(history), before);
    assertThat(history.undoable())
        .hasValueSatisfying(label -> assertThat(label).hasToString("set PatientName"));
  }

  @Test
  void aNewStepEndsWhatCouldBeRedone() throws Exception {
    EditHistory history =
        EditHistory.EMPTY
            .with(new SetValue(NAME, Vr.PN, "A"), both())
            .undo()
            .with(new SetValue(NAME, Vr.PN, "B"), List.of(first));
    assertThat(history.redoable()).isEmpty();
    assertThat(history.current(first).text(Tag.PATIENT_NAME)).isEqualTo("B");
    assertThat(history.current(second).text(Tag.PATIENT_NAME)).isEmpty();
    assertThat(history.isEdited(first)).isTrue();
    assertThat(history.isEdited(second)).isFalse();
  }

  @Test
  void whatAnEditLeavesAsItIsDoesNotCountAsEdited() throws Exception {
    var delete = new DeleteElement(NAME);
    assertThat(EditHistory.EMPTY.with(delete, both())).isSameAs(EditHistory.EMPTY);
    EditHistory one = EditHistory.EMPTY.with(new SetValue(NAME, Vr.PN, "A"), List.of(first));
    EditHistory deleted = one.with(delete, both());
    assertThat(deleted.editedPaths()).containsExactly(first.path());
    assertThat(one.with(new SetValue(NAME, Vr.PN, "A"), List.of(first))).isSameAs(one);
    assertSame(state(deleted.undo()), state(one));
  }

  @Test
  void afterSavingNothingIsEditedAndNothingCanBeUndone() throws Exception {
    EditHistory saved =
        EditHistory.EMPTY.with(new SetValue(NAME, Vr.PN, "A"), both()).saved(List.of(first.path()));
    assertThat(saved.editedPaths()).containsExactly(second.path());
    assertThat(saved.undoable()).isEmpty();
    assertThat(saved.redoable()).isEmpty();
  }

  @Test
  void anEditSeesWhatTheEditsBeforeItMade() throws Exception {
    DataSet sequence = Images.slice(0, 1).with(new Tag(0x00101002), Vr.SQ, "");
    Instance instance = new Instance(Path.of("s.dcm"), Images.file(sequence));
    TagPath inside = TagPath.of(new Tag(0x00101002)).child(0, Tag.PATIENT_ID);
    assertThatThrownBy(
            () -> EditHistory.EMPTY.with(new SetValue(inside, Vr.LO, "1"), List.of(instance)))
        .isInstanceOf(DicomException.class)
        .hasMessage("there is no OtherPatientIDsSequence[0]");
    EditHistory history =
        EditHistory.EMPTY
            .with(new SetValue(TagPath.of(Tag.SPECIFIC_CHARACTER_SET), Vr.CS, "ISO_IR 192"), both())
            .with(new SetValue(NAME, Vr.PN, "王^小东"), both());
    assertThat(history.current(first).text(Tag.PATIENT_NAME)).isEqualTo("王^小东");
  }

  private List<Instance> both() {
    return List.of(first, second);
  }

  private List<byte[]> state(EditHistory history) throws Exception {
    return List.of(
        DicomWriter.bytes(history.current(first).file()),
        DicomWriter.bytes(history.current(second).file()));
  }

  private static void assertSame(List<byte[]> actual, List<byte[]> expected) {
    assertThat(actual.get(0)).isEqualTo(expected.get(0));
    assertThat(actual.get(1)).isEqualTo(expected.get(1));
  }
}
