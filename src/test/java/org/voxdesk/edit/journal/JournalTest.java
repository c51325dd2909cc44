package org.voxdesk.edit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

class JournalTest {
  @TempDir Path temporary;

  private final Edit first = set(Tag.PATIENT_ID, Vr.LO, "first");
  private final Edit second = set(Tag.PATIENT_ID, Vr.LO, "second");
  private final Edit third = set(Tag.STUDY_ID, Vr.SH, "third");

  private static Edit set(Tag tag, Vr vr, String text) {
    return new SetValue(TagPath.of(tag), vr, text);
  }

  @Test
  void theEditsOfADeadProgramAreMadeAgain() throws Exception {
    List<Instance> images = images(3);
    List<Edit> edits =
        List.of(first, new ThresholdPixels(1, 0, ThresholdPixels.Units.STORED), second, third);
    EditHistory history = EditHistory.EMPTY;
    var journal = new Journal(folder());
    for (Edit edit : edits) {
      history = history.with(edit, images.subList(0, 2));
      journal.made(edit, paths(images.subList(0, 2)));
    }
    die(journal);
    try (LostEdits lost = only()) {
      assertThat(lost.images()).containsExactlyInAnyOrderElementsOf(paths(images.subList(0, 2)));
      assertThat(lost.steps()).isEqualTo(4);
      Recovery recovery = replay(lost);
      assertThat(recovery.leftOut()).isEmpty();
      assertThat(recovery.history().made()).hasSize(4);
      assertThat(recovery.history().made().getFirst().edit()).isEqualTo(first);
      for (Instance image : images) {
        Instance read = open(image.path());
        assertThat(DicomWriter.bytes(recovery.history().current(read).file()))
            .isEqualTo(DicomWriter.bytes(history.current(image).file()));
      }
    }
  }

  @Test
  void whatWasUndoneStaysUndone() throws Exception {
    List<Instance> images = images(1);
    var journal = new Journal(folder());
    journal.made(first, paths(images));
    journal.made(second, paths(images));
    journal.goneTo(0);
    journal.goneTo(1);
    journal.made(third, paths(images));
    journal.goneTo(1);
    journal.goneTo(2);
    die(journal);
    try (LostEdits lost = only()) {
      Instance edited = edited(replay(lost), images.getFirst());
      assertThat(edited.text(Tag.PATIENT_ID)).isEqualTo("first");
      assertThat(edited.text(Tag.STUDY_ID)).isEqualTo("third");
      assertThat(lost.steps()).isEqualTo(2);
    }
  }

  @Test
  void whatWasUndoneCanBeRedone() throws Exception {
    List<Instance> images = images(2);
    List<Instance> one = images.subList(0, 1);
    var journal = new Journal(folder());
    journal.made(first, paths(one));
    journal.made(second, paths(one));
    journal.made(third, paths(images));
    journal.goneTo(1);
    die(journal);
    try (LostEdits lost = only()) {
      EditHistory history = replay(lost).history();
      assertThat(history.done()).isEqualTo(1);
      // The last one was made in an image that has nothing to recover.
      assertThat(history.steps()).hasSize(2);
      Instance read = open(one.getFirst().path());
      assertThat(history.current(read).text(Tag.PATIENT_ID)).isEqualTo("first");
      assertThat(history.redo().current(read).text(Tag.PATIENT_ID)).isEqualTo("second");
    }
  }

  @Test
  void aLineThatWasBeingWrittenCostsOnlyItself() throws Exception {
    List<Instance> images = images(1);
    var journal = new Journal(folder());
    journal.made(first, paths(images));
    journal.made(second, paths(images));
    die(journal);
    Path file = file();
    byte[] all = Files.readAllBytes(file);
    int secondLine = new String(all, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int length = secondLine; length < all.length - 1; length += 7) {
      Files.write(file, Arrays.copyOf(all, length));
      try (LostEdits lost = only()) {
        assertThat(edited(replay(lost), images.getFirst()).text(Tag.PATIENT_ID)).isEqualTo("first");
      }
    }
  }

  @Test
  void whatWasSavedIsNotMadeTwice() throws Exception {
    List<Instance> images = images(2);
    var journal = new Journal(folder());
    journal.made(first, paths(images));
    EditHistory history = EditHistory.EMPTY.with(first, images);
    Instance saved = images.getFirst();
    DicomWriter.save(history.current(saved).file(), saved.path(), Existing.REPLACE);
    journal.saved(List.of(saved.path()));
    journal.made(third, List.of(saved.path()));
    die(journal);
    try (LostEdits lost = only()) {
      Recovery recovery = replay(lost);
      assertThat(recovery.leftOut()).isEmpty();
      assertThat(recovery.history().made().getFirst().paths())
          .containsExactly(images.getLast().path());
      assertThat(edited(recovery, saved).text(Tag.STUDY_ID)).isEqualTo("third");
      assertThat(edited(recovery, images.getLast()).text(Tag.PATIENT_ID)).isEqualTo("first");
    }
  }

  @Test
  void filesThatOthersChangedOrTookAwayAreToldAndLeftOut() throws Exception {
    List<Instance> images = images(4);
    var journal = new Journal(folder());
    journal.made(first, paths(images));
    journal.made(new DeleteElement(TagPath.of(Tag.PATIENT_ID)), paths(images));
    Files.delete(images.get(0).path());
    Files.write(images.get(1).path(), new byte[] {1});
    DicomWriter.save(images.get(2).file(), images.get(2).path(), Existing.REPLACE);
    journal.saved(List.of(images.get(2).path()));
    journal.goneTo(0);
    journal.made(second, paths(images.subList(3, 4)));
    journal.made(third, paths(images.subList(0, 2)));
    die(journal);
    try (LostEdits lost = only()) {
      Recovery recovery = replay(lost);
      assertThat(recovery.leftOut())
          .extracting(Sentence::key)
          .containsExactly("file.missing", "journal.changed", "journal.undone");
      assertThat(edited(recovery, images.get(3)).text(Tag.PATIENT_ID)).isEqualTo("second");
    }
  }

  @Test
  void anEditWithoutAFormIsToldForItsFilesOnly() throws Exception {
    List<Instance> images = images(2);
    DataElement pixels =
        DataElement.of(
            Tag.PIXEL_DATA, Vr.OB, ByteOrder.LITTLE_ENDIAN, new Value.Fragments(List.of()));
    var journal = new Journal(folder());
    journal.made(first, paths(images));
    journal.made(PutElement.of(TagPath.of(Tag.PIXEL_DATA), pixels), paths(images.subList(0, 1)));
    die(journal);
    try (LostEdits lost = only()) {
      Recovery recovery = replay(lost);
      assertThat(recovery.leftOut()).extracting(Sentence::key).containsExactly("journal.no.form");
      assertThat(edited(recovery, images.getLast()).text(Tag.PATIENT_ID)).isEqualTo("first");
    }
  }

  @Test
  void aFileThatDoesNotAllowAnEditAnyMoreIsToldAndTheOthersGoOn() throws Exception {
    List<Instance> images = images(2);
    var journal = new Journal(folder());
    Edit inside = set(Tag.PATIENT_ID, Vr.LO, "x");
    TagPath nowhere = TagPath.of(new Tag(0x00101002)).child(0, Tag.PATIENT_ID);
    journal.made(inside, paths(images));
    journal.made(new SetValue(nowhere, Vr.LO, "x"), paths(images.subList(0, 1)));
    journal.made(third, paths(images));
    die(journal);
    try (LostEdits lost = only()) {
      Recovery recovery = replay(lost);
      assertThat(recovery.leftOut()).extracting(Sentence::key).containsExactly("journal.stopped");
      assertThat(edited(recovery, images.getLast()).text(Tag.STUDY_ID)).isEqualTo("third");
    }
  }

  @Test
  void aJournalGoesWhenNothingIsUnsavedAndStaysWhenSomethingIs() throws Exception {
    List<Instance> images = images(1);
    var nothing = new Journal(folder());
    nothing.close();
    assertThat(folder()).doesNotExist();
    var undone = new Journal(folder());
    undone.made(first, paths(images));
    undone.goneTo(0);
    undone.close();
    assertThat(folder()).isEmptyDirectory();
    var saved = new Journal(folder());
    saved.made(first, paths(images));
    saved.saved(paths(images));
    saved.close();
    assertThat(folder()).isEmptyDirectory();
    var discarded = new Journal(folder());
    discarded.made(first, paths(images));
    discarded.discard();
    assertThat(folder()).isEmptyDirectory();
    var unsaved = new Journal(folder());
    unsaved.made(first, paths(images));
    unsaved.close();
    assertThat(folder()).isNotEmptyDirectory();
    try (LostEdits lost = only()) {
      lost.discard();
    }
    assertThat(folder()).isEmptyDirectory();
  }

  @Test
  void theJournalOfAProgramThatRunsIsNotTouchedAndNobodyElseReadsIt() throws Exception {
    List<Instance> images = images(1);
    var running = new Journal(folder());
    running.made(first, paths(images));
    assertThat(LostEdits.in(folder())).isEmpty();
    var another = new Journal(folder());
    another.made(second, paths(images));
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files).hasSize(2);
    }
    if (folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
    running.discard();
    another.discard();
  }

  @Test
  void theJournalOfAKilledProgramIsFreeOnceItIsDead() throws Exception {
    Path image = images(1).getFirst().path();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Editing.class.getName(),
                folder().toString(),
                image.toString())
            .redirectErrorStream(true)
            .start();
    try (var said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("edited");
      assertThat(LostEdits.in(folder())).isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (LostEdits lost = only()) {
      Recovery recovery = replay(lost);
      assertThat(recovery.history().current(open(image)).text(Tag.PATIENT_ID)).isEqualTo("killed");
    }
  }

  /// The process that is killed.
  static final class Editing {
    private Editing() {}

    static void main(String[] arguments) throws Exception {
      var journal = new Journal(Path.of(arguments[0]));
      journal.made(set(Tag.PATIENT_ID, Vr.LO, "killed"), List.of(Path.of(arguments[1])));
      System.out.println("edited");
      Thread.sleep(60_000);
      journal.close();
    }
  }

  private Path folder() {
    return temporary.resolve("journals");
  }

  private Path file() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      return files.findFirst().orElseThrow();
    }
  }

  /// What is left when the program is killed: the file, and no lock.
  private static void die(Journal journal) throws Exception {
    journal.close();
  }

  private LostEdits only() throws Exception {
    List<LostEdits> lost = LostEdits.in(folder());
    assertThat(lost).hasSize(1);
    return lost.getFirst();
  }

  private static Recovery replay(LostEdits lost) {
    return lost.replay(JournalTest::open, Progress.NONE);
  }

  private static Instance open(Path path) throws ExplainedException {
    return new Instance(path, DicomReader.read(path));
  }

  private static Instance edited(Recovery recovery, Instance image) {
    return recovery.images().stream()
        .filter(i -> i.path().equals(image.path()))
        .map(recovery.history()::current)
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> paths(List<Instance> images) {
    return images.stream().map(Instance::path).toList();
  }

  private List<Instance> images(int count) throws Exception {
    var images = new ArrayList<Instance>();
    for (int i = 0; i < count; i++) {
      images.add(open(Images.write(temporary.resolve("image" + i + ".dcm"), Images.slice(i, i))));
    }
    return images;
  }
}
