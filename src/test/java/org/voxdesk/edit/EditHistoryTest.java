package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.voxdesk.task.Progress;

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
  void savingMakesAnotherVersionTheOneOnTheDiskAndEndsNoStep() throws Exception {
    EditHistory named = EditHistory.EMPTY.with(new SetValue(NAME, Vr.PN, "A"), both());
    EditHistory saved = named.saved(List.of(first));
    Instance firstAgain = named.current(first);
    assertThat(saved.editedPaths()).containsExactly(second.path());
    assertThat(saved.undoable()).isEqualTo(named.undoable());

    EditHistory undone = saved.undo();
    assertThat(undone.editedPaths()).containsExactly(first.path());
    assertThat(undone.current(firstAgain).file()).isSameAs(first.file());
    EditHistory redone = undone.redo();
    assertThat(redone.editedPaths()).containsExactly(second.path());
    assertThat(redone.current(firstAgain)).isSameAs(firstAgain);
  }

  @Test
  void whatWasUndoneBeforeSavingCanBeRedoneAfterIt() throws Exception {
    EditHistory history =
        EditHistory.EMPTY
            .with(new SetValue(NAME, Vr.PN, "A"), both())
            .with(new SetValue(NAME, Vr.PN, "B"), both())
            .undo()
            .saved(both());
    assertThat(history.editedPaths()).isEmpty();
    Instance onDisk = history.redo().undo().current(first);
    assertThat(onDisk).isSameAs(first);
    assertThat(history.redo().current(first).text(Tag.PATIENT_NAME)).isEqualTo("B");
    assertThat(history.undo().current(first).text(Tag.PATIENT_NAME)).isEmpty();
    assertThat(history.undo().isEdited(first)).isTrue();
  }

  @Test
  void savingAVersionThatWasUndoneToMakesItTheOneOnTheDiskAgain() throws Exception {
    EditHistory named = EditHistory.EMPTY.with(new SetValue(NAME, Vr.PN, "A"), both());
    Instance saved = named.current(first);
    EditHistory back = named.saved(both()).undo().saved(List.of(saved, named.current(second)));
    assertThat(back.editedPaths()).isEmpty();
    assertThat(back.redo().current(first).file()).isSameAs(saved.file());
    assertThat(back.redo().isEdited(first)).isTrue();
  }

  @Test
  void savingAnImageThatIsAsOnTheDiskChangesNothing() throws Exception {
    EditHistory history = EditHistory.EMPTY.with(new SetValue(NAME, Vr.PN, "A"), List.of(second));
    EditHistory saved = history.saved(List.of(first));
    assertThat(saved.editedPaths()).containsExactly(second.path());
    assertThat(saved.undo().editedPaths()).isEmpty();
  }

  @Test
  void stepsAreListedAndAnyOfThemCanBeGoneTo() throws Exception {
    EditHistory history =
        EditHistory.EMPTY
            .with(new SetValue(NAME, Vr.PN, "A"), both())
            .with(new SetValue(NAME, Vr.PN, "B"), List.of(first))
            .with(new SetValue(NAME, Vr.PN, "C"), both());
    assertThat(history.steps()).extracting(EditStep::images).containsExactly(2, 1, 2);
    assertThat(history.done()).isEqualTo(3);
    EditHistory one = history.goTo(1);
    assertThat(one.steps()).isEqualTo(history.steps());
    assertThat(one.done()).isEqualTo(1);
    assertSame(state(one), state(history.undo().undo()));
    assertSame(state(one.goTo(3)), state(history));
    assertThat(history.goTo(0).editedPaths()).isEmpty();
    assertThatThrownBy(() -> history.goTo(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void filesThatSomethingElseReplacedAreForgottenWithTheStepsThatWereOnlyAboutThem()
      throws Exception {
    EditHistory history =
        EditHistory.EMPTY
            .with(new SetValue(NAME, Vr.PN, "A"), both())
            .with(new SetValue(NAME, Vr.PN, "B"), List.of(first))
            .with(new SetValue(NAME, Vr.PN, "C"), List.of(second))
            .undo()
            .forgotten(Set.of(first.path()));
    assertThat(history.editedPaths()).containsExactly(second.path());
    assertThat(history.steps()).hasSize(2);
    assertThat(history.done()).isEqualTo(1);
    assertThat(history.redo().current(second).text(Tag.PATIENT_NAME)).isEqualTo("C");
  }

  @Test
  void aStepIsMadeOnlyOfFilesThatAreAsItFoundThem() throws Exception {
    EditHistory before = EditHistory.EMPTY;
    EditStep step =
        before.step(new SetValue(NAME, Vr.PN, "A"), List.of(first), Progress.NONE).orElseThrow();
    EditHistory other = before.with(new SetValue(NAME, Vr.PN, "B"), List.of(second));
    assertThat(other.with(step).steps()).hasSize(2);
    EditHistory same = before.with(new SetValue(NAME, Vr.PN, "B"), List.of(first));
    assertThatThrownBy(() -> same.with(step)).isInstanceOf(IllegalArgumentException.class);
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
