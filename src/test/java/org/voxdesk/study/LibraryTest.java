package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class LibraryTest {
  @TempDir Path folder;

  @Test
  void slicesComeAlongTheNormalWhateverTheirNamesAndNumbers() throws Exception {
    Images.write(folder.resolve("c.dcm"), Images.slice(0, 3));
    Images.write(folder.resolve("a"), Images.slice(5, 1));
    Images.write(
        Files.createDirectory(folder.resolve("deep")).resolve("b.txt"), Images.slice(2.5, 2));
    Library library = scan(folder);
    assertThat(library.leftOut()).isEmpty();
    assertThat(library.patients()).hasSize(1);
    assertThat(library.series()).hasSize(1);
    assertThat(library.instances().stream().map(i -> i.number().orElseThrow()))
        .containsExactly(3, 2, 1);
  }

  @Test
  void patientsStudiesAndSeriesAreToldApartByTheirIdentifiers() throws Exception {
    DataSet slice = Images.slice(0, 1);
    Images.write(folder.resolve("1"), slice);
    Images.write(folder.resolve("2"), slice.with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.5.2"));
    Images.write(folder.resolve("3"), slice.with(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.4.2"));
    Images.write(folder.resolve("4"), slice.with(Tag.PATIENT_ID, Vr.LO, "P2"));
    Images.write(folder.resolve("5"), slice.with(Tag.ISSUER_OF_PATIENT_ID, Vr.LO, "OTHER"));
    DataSet nameless = slice.without(Tag.PATIENT_ID);
    Images.write(folder.resolve("6"), nameless.with(Tag.PATIENT_NAME, Vr.PN, "A"));
    Images.write(folder.resolve("7"), nameless.with(Tag.PATIENT_NAME, Vr.PN, "B"));
    Library library = scan(folder);
    assertThat(library.instances()).hasSize(7);
    assertThat(library.patients()).hasSize(5);
    Patient first =
        library.patients().stream()
            .filter(patient -> patient.studies().size() > 1)
            .findFirst()
            .orElseThrow();
    assertThat(first.id()).isEqualTo("P1");
    assertThat(first.studies().stream().map(Study::uid)).containsExactly("1.2.4", "1.2.4.2");
    assertThat(first.studies().getFirst().series().stream().map(Series::uid))
        .containsExactly("1.2.5", "1.2.5.2");
  }

  @Test
  void aFolderWithoutDicomGivesNoPatientAndSaysWhy() throws Exception {
    Path text = Files.writeString(folder.resolve("x.dcm"), "text\n".repeat(100));
    Path empty = Files.createFile(folder.resolve("y.dcm"));
    Library library = scan(folder);
    assertThat(library.patients()).isEmpty();
    assertThat(library.leftOut().stream().map(out -> out.reason().toString()))
        .containsExactly(text + " is not a DICOM file", empty + " is empty");
    assertThat(scan(Files.createDirectory(folder.resolve("empty")))).isEqualTo(Library.EMPTY);
  }

  @Test
  void oneBadFileDoesNotKeepTheOthersFromOpening() throws Exception {
    byte[] slice = Images.bytes(Images.slice(0, 1));
    Images.write(folder.resolve("good.dcm"), Images.slice(1, 2));
    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(slice, 131));
    Path gone = folder.resolve("gone.dcm");
    Library library = scan(folder, gone);
    assertThat(library.instances().stream().map(i -> i.path().getFileName().toString()))
        .containsExactly("good.dcm");
    assertThat(library.leftOut().stream().map(out -> out.reason().toString()))
        .containsExactly(
            folder.resolve("cut.dcm") + " is not a DICOM file", gone + " does not exist");
  }

  @Test
  void aFileThatMayNotBeReadIsLeftOutWithItsReason() throws Exception {
    Path secret = Images.write(folder.resolve("secret.dcm"), Images.slice(0, 1));
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no permissions as POSIX knows them");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("-wx------"));
    Assumptions.assumeFalse(
        Files.isReadable(secret), "permissions do not bind this user, so all files are readable");
    assertThat(scan(folder).leftOut().getFirst().reason())
        .hasToString(secret + " may not be read: permission denied");
  }

  @Test
  void aFileGivenTwiceIsOpenedOnce() throws Exception {
    Path file = Images.write(folder.resolve("a.dcm"), Images.slice(0, 1));
    Path roundabout = folder.resolve("../" + folder.getFileName() + "/./a.dcm");
    assertThat(scan(file, file, folder, roundabout).instances()).hasSize(1);
  }

  @Test
  void aLinkedFolderIsEnteredAndALoopIsNot() throws Exception {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no links as POSIX knows them");
    Path real = Files.createDirectory(folder.resolve("real"));
    Images.write(real.resolve("a.dcm"), Images.slice(0, 1));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThat(scan(link).instances()).hasSize(1);
    Path loop = Files.createSymbolicLink(real.resolve("loop"), real);
    Library library = scan(real);
    assertThat(library.instances()).hasSize(1);
    assertThat(library.leftOut().stream().map(LeftOut::path)).containsExactly(loop);
  }

  @Test
  void progressEndsAtTheNumberOfFiles() throws Exception {
    for (int i = 1; i <= 5; i++) {
      Images.write(folder.resolve(i + ".dcm"), Images.slice(i, i));
    }
    var reports = new ArrayList<Long>();
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total) {
            assertThat(total).isEqualTo(5);
            reports.add(done);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    Library.scan(List.of(folder), progress, Parallel.SEQUENTIAL);
    assertThat(reports).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aScanStopsWhenItIsNoLongerWanted() throws Exception {
    for (int i = 1; i <= 5; i++) {
      Images.write(folder.resolve(i + ".dcm"), Images.slice(i, i));
    }
    var reports = new ArrayList<Long>();
    Progress afterTwo =
        new Progress() {
          @Override
          public void report(long done, long total) {
            reports.add(done);
          }

          @Override
          public boolean isCancelled() {
            return reports.size() >= 2;
          }
        };
    assertThatThrownBy(() -> Library.scan(List.of(folder), afterTwo, Parallel.SEQUENTIAL))
        .isInstanceOf(CancellationException.class);
    assertThat(reports).containsExactly(1L, 2L);
  }

  private static Library scan(Path... paths) {
    return Library.scan(List.of(paths), Progress.NONE, Parallel.SEQUENTIAL);
  }
}
