package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.io.AtomicFile.Content;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.text.ExplainedException;

class AtomicFileTest {
  private static final Content NEW = out -> out.write("new".getBytes(StandardCharsets.US_ASCII));

  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void writeOld() throws IOException {
    target = Files.writeString(folder.resolve("target.dcm"), "old");
  }

  @Test
  void replacesTheFileAndLeavesNothingElseBehind() throws Exception {
    AtomicFile.write(target, Existing.REPLACE, NEW);
    assertThat(target).hasContent("new");
    assertOnlyTarget();
  }

  @Test
  void makesTheFoldersThatAreMissing() throws Exception {
    Path deep = folder.resolve("a/b/c.dcm");
    AtomicFile.write(deep, Existing.REFUSE, NEW);
    assertThat(deep).hasContent("new");
  }

  @Test
  void aFailureInTheMiddleLeavesTheOldFileAndNothingElse() throws IOException {
    Content failing =
        out -> {
          out.write(new byte[1 << 20]);
          throw new IOException("No space left on device");
        };
    assertThatThrownBy(() -> AtomicFile.write(target, Existing.REPLACE, failing))
        .isInstanceOf(ExplainedException.class)
        .hasMessage(target + " was not saved: No space left on device");
    assertThat(target).hasContent("old");
    assertOnlyTarget();
  }

  @Test
  void aCancelledOrCrashingWriteLeavesTheOldFileAndNothingElse() throws IOException {
    for (RuntimeException thrown :
        new RuntimeException[] {new CancellationException(), new IllegalStateException()}) {
      Content failing =
          out -> {
            out.write(new byte[1 << 20]);
            throw thrown;
          };
      assertThatThrownBy(() -> AtomicFile.write(target, Existing.REPLACE, failing))
          .isSameAs(thrown);
      assertThat(target).hasContent("old");
      assertOnlyTarget();
    }
  }

  @Test
  void refusesToReplaceWhereThatWasNotAskedFor() throws IOException {
    assertRefused(target, Existing.REFUSE, " exists already and was left as it is");
    assertThat(target).hasContent("old");
    assertOnlyTarget();
  }

  @Test
  void refusesAFolderInPlaceOfTheFile() throws IOException {
    Path other = Files.createDirectory(folder.resolve("folder.dcm"));
    assertRefused(other, Existing.REPLACE, " is a folder, not a file");
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() {
    Path inside = target.resolve("x.dcm");
    assertRefused(
        inside, Existing.REFUSE, " was not saved: " + target + " is a file, not a folder");
    assertThat(target).hasContent("old");
  }

  @Test
  void refusesAReadOnlyFileAndAReadOnlyFolder() throws IOException {
    assumePosix();
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
    Assumptions.assumeFalse(
        Files.isWritable(target), "permissions do not bind this user, so nothing is read-only");
    assertRefused(target, Existing.REPLACE, " cannot be written: permission denied");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path other = folder.resolve("other.dcm");
    assertRefused(other, Existing.REFUSE, " cannot be written: permission denied");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(target).hasContent("old");
    assertOnlyTarget();
  }

  @Test
  void keepsThePermissionsThatTheFileHad() throws Exception {
    assumePosix();
    for (String permissions : new String[] {"rw-------", "rw-rw-r--"}) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
      AtomicFile.write(target, Existing.REPLACE, NEW);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
          .isEqualTo(permissions);
    }
  }

  @Test
  void aNewFileHasThePermissionsOfAnyNewFile() throws Exception {
    assumePosix();
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    Path made = folder.resolve("made.dcm");
    AtomicFile.write(made, Existing.REFUSE, NEW);
    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void writesThroughALinkToTheFileAndKeepsTheLink() throws Exception {
    assumePosix();
    Path links = Files.createDirectory(folder.resolve("links"));
    Path link = Files.createSymbolicLink(links.resolve("link.dcm"), target);
    AtomicFile.write(link, Existing.REPLACE, NEW);
    assertThat(target).hasContent("new");
    assertThat(link).isSymbolicLink().hasContent("new");
  }

  @Test
  void theOldFileCanBeReadWhileTheNewOneIsWritten() throws Exception {
    AtomicFile.write(
        target,
        Existing.REPLACE,
        out -> {
          out.write(Files.readAllBytes(target));
          out.write(Files.readAllBytes(target));
        });
    assertThat(target).hasContent("oldold");
  }

  private static void assertRefused(Path path, Existing existing, String sentence) {
    assertThatThrownBy(() -> AtomicFile.write(path, existing, NEW))
        .isInstanceOf(ExplainedException.class)
        .hasMessage(path + sentence);
  }

  private void assumePosix() {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no permissions and links as POSIX knows them");
  }

  private void assertOnlyTarget() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void whatKilledWritesLeftBehindIsDeletedAfterADay() throws Exception {
    Path old = Files.createFile(folder.resolve(".voxdesk-old.tmp"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    Path recent = Files.createFile(folder.resolve(".voxdesk-recent.tmp"));
    Path other = Files.createFile(folder.resolve("other.tmp"));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(old));
    Temporaries.removeAbandoned(List.of(folder.resolve("target.dcm")));
    assertThat(old).doesNotExist();
    assertThat(recent).exists();
    assertThat(other).exists();
  }

  @Test
  void aBackupKeepsWhatWasThereAndNoOlderBackupIsReplaced() throws Exception {
    for (String content : List.of("one", "two", "three")) {
      AtomicFile.write(
          target, Existing.BACK_UP, out -> out.write(content.getBytes(StandardCharsets.US_ASCII)));
    }
    assertThat(target).hasContent("three");
    assertThat(folder.resolve("target.dcm.bak")).hasContent("old");
    assertThat(folder.resolve("target.dcm.bak2")).hasContent("one");
    assertThat(folder.resolve("target.dcm.bak3")).hasContent("two");
    assertThat(Backup.isOne(folder.resolve("target.dcm.bak3"))).isTrue();
    assertThat(Backup.isOne(folder.resolve("other.bak"))).isFalse();
    AtomicFile.write(folder.resolve("fresh.dcm"), Existing.BACK_UP, NEW);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void aFailedWriteLeavesNoBackup() throws IOException {
    Content failing =
        out -> {
          throw new IOException("No space left on device");
        };
    assertThatThrownBy(() -> AtomicFile.write(target, Existing.BACK_UP, failing))
        .isInstanceOf(ExplainedException.class);
    assertOnlyTarget();
  }

  @Test
  void whatARunningProgramKeepsIsNotDeletedHoweverOldItIs() throws Exception {
    long running = ProcessHandle.current().pid();
    Path kept = Files.createFile(folder.resolve(".voxdesk-kept-" + running + "-1000-a.tmp"));
    Path abandoned = Files.createFile(folder.resolve(".voxdesk-kept-999999999999-1000-b.tmp"));
    long now = System.currentTimeMillis();
    Path recent = Files.createFile(folder.resolve(".voxdesk-kept-999999999999-" + now + "-c.tmp"));
    // It has the time of the file that it was.
    Files.setLastModifiedTime(recent, FileTime.fromMillis(1000));
    Temporaries.removeAbandoned(List.of(target));
    assertThat(kept).exists();
    assertThat(abandoned).doesNotExist();
    assertThat(recent).exists();
  }
}
