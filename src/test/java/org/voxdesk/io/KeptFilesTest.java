package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.Raw.Leaf;

/// What a file held can still be read after it has been replaced.
class KeptFilesTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;

  @TempDir Path folder;
  private Path path;
  private byte[] original;
  private DicomFile file;

  @BeforeEach
  void write() throws Exception {
    byte[] pixels = new byte[200_000];
    new SplittableRandom(5).nextBytes(pixels);
    original = bytes(pixels);
    path = Files.write(folder.resolve("big.dcm"), original);
    file = DicomReader.read(path);
  }

  private static byte[] bytes(byte[] pixels) {
    return Raw.file(
        EXPLICIT,
        Raw.bytes(
            EXPLICIT,
            List.of(Raw.text(0x00100010, "PN", "Doe^Jane"), new Leaf(0x7FE00010, "OB", pixels))));
  }

  @Test
  void anEarlierVersionIsWrittenAsItWasAfterItsFileHasBeenReplaced() throws Exception {
    try (var kept = new KeptFiles()) {
      kept.keep(file.origin().orElseThrow());
      DicomWriter.save(changed(), path, Existing.REPLACE);
      assertThat(DicomWriter.bytes(file)).isEqualTo(original);
      // Over the file that took its place, which is kept in turn.
      DicomFile second = DicomReader.read(path);
      byte[] secondBytes = Files.readAllBytes(path);
      kept.keep(second.origin().orElseThrow());
      DicomWriter.save(file, path, Existing.REPLACE);
      assertThat(path).hasBinaryContent(original);
      assertThat(DicomWriter.bytes(second)).isEqualTo(secondBytes);
      assertThat(temporaries()).hasSize(2).allMatch(Temporaries::isOne);
    }
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void whatAKilledProgramHasLeftIsDeletedByTheNext(@TempDir Path registers) throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "not kept by anybody");
    Path left = Files.writeString(folder.resolve(".voxdesk-kept-1-2-a.tmp"), "an original");
    Path away = folder.resolve("share").resolve(".voxdesk-kept-1-2-b.tmp");
    Path there = Files.write(registers.resolve("kept-1.txt"), lines(mine, left));
    Path later = Files.write(registers.resolve("kept-2.txt"), lines(away));
    try (var kept = new KeptFiles(registers)) {
      kept.keep(file.origin().orElseThrow());
      kept.removeAbandoned();
      assertThat(left).doesNotExist();
      assertThat(there).doesNotExist();
      assertThat(mine).exists();
      assertThat(later).exists();
      // Its own, which it still wants.
      assertThat(temporaries()).hasSize(1);
      assertThat(registers).isDirectoryContaining(each -> !each.equals(later));
    }
    assertThat(registers).isDirectoryNotContaining(each -> !each.equals(later));
  }

  @Test
  void whatARunningProgramKeepsStays(@TempDir Path registers) throws Exception {
    try (var running = new KeptFiles(registers);
        var other = new KeptFiles(registers)) {
      running.keep(file.origin().orElseThrow());
      other.removeAbandoned();
      assertThat(temporaries()).hasSize(1);
    }
  }

  @Test
  void whatOfARegisterIsDamagedKeepsNothingElse(@TempDir Path registers) throws Exception {
    Path left = Files.writeString(folder.resolve(".voxdesk-kept-1-2-a.tmp"), "an original");
    Path register = Files.writeString(registers.resolve("kept-1.txt"), left + "\n\0\0\0");
    try (var kept = new KeptFiles(registers)) {
      kept.removeAbandoned();
    }
    assertThat(left).doesNotExist();
    assertThat(register).doesNotExist();
  }

  private static List<String> lines(Path... paths) {
    return Stream.of(paths).map(Path::toString).toList();
  }

  @Test
  void keepingTwiceOrWithoutReplacingDoesNoHarm() throws Exception {
    try (var kept = new KeptFiles()) {
      kept.keep(file.origin().orElseThrow());
      kept.keep(file.origin().orElseThrow());
      assertThat(temporaries()).hasSize(1);
      assertThat(DicomWriter.bytes(file)).isEqualTo(original);
      assertThat(path).hasBinaryContent(original);
    }
  }

  @Test
  void aFileWithoutBigValuesIsNotKept() throws Exception {
    Path small = Files.write(folder.resolve("small.dcm"), bytes(new byte[10]));
    try (var kept = new KeptFiles()) {
      kept.keep(DicomReader.read(small).origin().orElseThrow());
      assertThat(temporaries()).isEmpty();
    }
  }

  @Test
  void whatSomebodyElseHasChangedIsNotTakenForWhatWasRead() throws Exception {
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
    try (var kept = new KeptFiles()) {
      kept.keep(file.origin().orElseThrow());
      assertThat(temporaries()).isEmpty();
      assertThatThrownBy(() -> DicomWriter.bytes(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has been changed by someone else");
    }
  }

  @Test
  void itIsDeletedOnceNothingLeadsToIt() throws Exception {
    try (var kept = new KeptFiles()) {
      kept.keep(DicomReader.read(path).origin().orElseThrow());
      Path kept1 = temporaries().getFirst();
      for (int i = 0; i < 200 && Files.exists(kept1); i++) {
        System.gc();
        Thread.sleep(5);
        kept.keep(DicomReader.read(path).origin().orElseThrow());
      }
      assertThat(kept1).doesNotExist();
    }
  }

  @Test
  void whoReadsWhileTheFileIsPutAsideGetsItsBytes() throws Exception {
    var value = file.dataSet().get(Tag.PIXEL_DATA).orElseThrow();
    byte[] expected = ((Value.Bulk) value.value()).data().bytes();
    var failed = new AtomicBoolean();
    var stop = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              while (!stop.get()) {
                try {
                  failed.compareAndSet(false, !java.util.Arrays.equals(value.bytes(), expected));
                } catch (IOException e) {
                  failed.set(true);
                }
              }
            });
    try (var kept = new KeptFiles()) {
      reader.start();
      kept.keep(file.origin().orElseThrow());
      DicomWriter.save(changed(), path, Existing.REPLACE);
      Thread.sleep(20);
      stop.set(true);
      reader.join();
    }
    assertThat(failed).isFalse();
  }

  private DicomFile changed() throws Exception {
    return file.withDataSet(file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, "Doe^Janet Mary"));
  }

  private List<Path> temporaries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().startsWith(".")).toList();
    }
  }
}
