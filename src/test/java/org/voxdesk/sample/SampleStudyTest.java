package org.voxdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.Peers;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.ModuleAttributes;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

class SampleStudyTest {
  private static final Parallel PARALLEL =
      (count, piece) -> IntStream.range(0, count).parallel().forEach(piece);

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws ExplainedException {
    SampleStudy.write(folder, Existing.REFUSE, PARALLEL, Progress.NONE);
  }

  @Test
  void everySliceIsAFileOfItsName() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, Phantom.SLICES).mapToObj("CT_%04d.dcm"::formatted).toList());
    }
  }

  @Test
  void aFileHasWhatItsModulesDemand() throws Exception {
    DataSet data = DicomReader.read(folder.resolve("CT_0058.dcm")).dataSet();
    assertThat(ModuleAttributes.of(data)).isEmpty();
  }

  @Test
  void aFileReadBackHasThePhantomsHuAndPlace() throws Exception {
    int k = 57;
    DicomFile file = DicomReader.read(folder.resolve("CT_0058.dcm"));
    assertThat(file.problems()).isEmpty();
    DataSet data = file.dataSet();
    Frame frame = new FrameReader().read(data, file.transferSyntax(), 0);
    short[] expected = new short[Phantom.COLUMNS * Phantom.ROWS];
    new Phantom().slice(k, expected);
    assertThat(Images.shorts(frame)).isEqualTo(expected);
    assertThat(ModalityTransform.of(data).apply(17)).isEqualTo(17);
    assertThat(data.texts(Tag.IMAGE_POSITION_PATIENT))
        .containsExactly("-178.85", "-178.85", "-6.25");
    assertThat(data.numbers(Tag.PIXEL_SPACING)).containsExactly(0.7, 0.7);
    assertThat(data.text(Tag.PATIENT_NAME)).contains("Voxdesk^Sample");
    assertThat(data.text(Tag.PATIENT_ID)).contains("VOXDESK-SAMPLE");
    assertThat(data.text(Tag.SOP_CLASS_UID)).contains(Uids.CT_IMAGE_STORAGE);
  }

  @Test
  void positionsFollowTheSlicesAndUidsAreDistinct() throws Exception {
    var uids = new java.util.HashSet<String>();
    for (int k = 0; k < Phantom.SLICES; k++) {
      DataSet data = DicomReader.read(folder.resolve(SampleStudy.fileName(k))).dataSet();
      assertThat(data.numbers(Tag.IMAGE_POSITION_PATIENT)[2]).isEqualTo(Phantom.z(k));
      assertThat(data.integer(Tag.INSTANCE_NUMBER)).hasValue(k + 1);
      uids.add(data.text(Tag.SOP_INSTANCE_UID).orElseThrow());
    }
    assertThat(uids)
        .hasSize(Phantom.SLICES)
        .allMatch(uid -> uid.matches("2\\.25\\.[1-9]\\d{1,38}"));
  }

  @Test
  void theSameFilesAreMadeEveryTime() throws Exception {
    byte[] again = DicomWriter.bytes(SampleStudy.file(new Phantom(), 3));
    assertThat(Files.readAllBytes(folder.resolve("CT_0004.dcm"))).isEqualTo(again);
  }

  @Test
  void onlyWhatIsMissingOrDamagedIsWrittenAgain(@TempDir Path copy) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    Path whole = copy.resolve("CT_0001.dcm");
    Path damaged = copy.resolve("CT_0002.dcm");
    SampleStudy.write(copy, Existing.REPLACE, Parallel.SEQUENTIAL, Progress.NONE);
    Object kept = Files.readAttributes(whole, BasicFileAttributes.class).fileKey();
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Files.delete(copy.resolve("CT_0003.dcm"));
    SampleStudy.write(copy, Existing.REPLACE, Parallel.SEQUENTIAL, Progress.NONE);
    assertThat(Files.readAttributes(whole, BasicFileAttributes.class).fileKey()).isEqualTo(kept);
    assertThat(Files.readAllBytes(damaged)).isEqualTo(bytes);
    assertThat(copy.resolve("CT_0003.dcm")).hasSameBinaryContentAs(folder.resolve("CT_0003.dcm"));
  }

  @Test
  void whatWasEditedInTheSampleThatIsKeptIsGoneTheNextTime(@TempDir Path cache) throws Exception {
    SampleStudy.write(cache, Existing.REPLACE, PARALLEL, Progress.NONE);
    Path edited = cache.resolve("CT_0001.dcm");
    byte[] made = Files.readAllBytes(edited);
    DicomFile file = DicomReader.read(edited);
    DataSet renamed = file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Jane");
    DicomWriter.save(file.withDataSet(renamed), edited, Existing.REPLACE);
    SampleStudy.write(cache, Existing.REFUSE, PARALLEL, Progress.NONE);
    assertThat(DicomReader.read(edited).dataSet().text(Tag.PATIENT_NAME)).contains("Doe^Jane");
    SampleStudy.write(cache, Existing.REPLACE, PARALLEL, Progress.NONE);
    assertThat(edited).hasBinaryContent(made);
  }

  @Test
  void aForeignFileOfTheSameNameIsNotLost(@TempDir Path other) throws Exception {
    Path mine = Files.writeString(other.resolve("CT_0001.dcm"), "my notes");
    assertThatThrownBy(
            () -> SampleStudy.write(other, Existing.REFUSE, Parallel.SEQUENTIAL, Progress.NONE))
        .isInstanceOf(ExplainedException.class);
    assertThat(mine).hasContent("my notes");
  }

  @Test
  void aCancelledRunStops(@TempDir Path other) throws IOException {
    var cancelled =
        new Progress() {
          private long last;

          @Override
          public void report(long done, long total) {
            last = done;
          }

          @Override
          public boolean isCancelled() {
            return last >= 2;
          }
        };
    assertThatThrownBy(
            () -> SampleStudy.write(other, Existing.REFUSE, Parallel.SEQUENTIAL, cancelled))
        .isInstanceOf(CancellationException.class);
    try (Stream<Path> files = Files.list(other)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void dciodvfyFindsNoError() throws Exception {
    for (String name : List.of("CT_0001.dcm", "CT_0058.dcm", "CT_0120.dcm")) {
      assertThat(Peers.dciodvfyErrors(folder.resolve(name))).isEmpty();
    }
  }
}
