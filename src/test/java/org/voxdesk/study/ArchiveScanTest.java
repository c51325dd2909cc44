package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.edit.SaveJob;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// ZIP archives open like folders, and can do no harm.
class ArchiveScanTest {
  @TempDir Path folder;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @Test
  void theImagesInAnArchiveAreOpened() throws Exception {
    for (int k = 0; k < 4; k++) {
      entries.put("deep/er/IM" + k, Images.bytes(Images.slice(k, k + 1)));
    }
    entries.put("README", "no image at all, but some text".getBytes(StandardCharsets.UTF_8));
    Library library = scan(archive());
    assertThat(library.instances()).hasSize(4).allMatch(i -> i.source() == Source.ARCHIVE);
    assertThat(library.leftOut()).hasSize(1);
    assertThat(library.leftOut().getFirst().path().getFileName()).hasToString("README");
    Path unpacked = library.instances().getFirst().path();
    assertThat(unpacked.toString()).doesNotContain(folder.toString());
    Path root = unpacked.getParent().getParent().getParent().getParent();
    assertThat(root.getFileName().toString()).startsWith("voxdesk-archive-");
    if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void nothingIsWrittenOutsideTheFolder() throws Exception {
    byte[] image = Images.bytes(Images.slice(0, 1));
    for (String name :
        List.of("../evil", "a/../../evil", "/evil", "..\\evil", "C:\\evil", "a/../..", "..")) {
      entries.put(name, image);
    }
    entries.put("good", image);
    Library library = scan(archive());
    assertThat(library.instances()).hasSize(1);
    assertThat(library.leftOut()).hasSize(7);
    assertThat(library.leftOut())
        .allSatisfy(out -> assertThat(out.reason().key()).isEqualTo("archive.outside"));
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    entries.put("bomb", new byte[80 << 20]);
    Path archive = archive();
    Library library = scan(archive);
    assertThat(library.instances()).isEmpty();
    assertThat(library.leftOut())
        .extracting(out -> out.reason().key())
        .containsExactly("archive.too.big");
  }

  @Test
  void anArchiveInAnArchiveAndADamagedOneAreLeftOut() throws Exception {
    entries.put("IM", Images.bytes(Images.slice(0, 1)));
    byte[] inner = Files.readAllBytes(archive());
    entries.put("inner.zip", inner);
    assertThat(scan(archive()).leftOut())
        .extracting(out -> out.reason().key())
        .containsExactly("archive.nested");
    Path damaged = Files.write(folder.resolve("b.zip"), java.util.Arrays.copyOf(inner, 60));
    assertThat(scan(damaged).leftOut())
        .extracting(out -> out.reason().key())
        .containsExactly("archive.unreadable");
  }

  @Test
  void unpackingStopsWhenItIsNoLongerWanted() throws Exception {
    for (int k = 0; k < 4; k++) {
      entries.put("IM" + k, Images.bytes(Images.slice(k, k + 1)));
    }
    Progress never =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    Path archive = archive();
    assertThatThrownBy(() -> Library.scan(List.of(archive), never, Parallel.SEQUENTIAL))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aFileOfAnArchiveIsNotSavedWhereItIs() throws Exception {
    entries.put("IM", Images.bytes(Images.slice(0, 1)));
    Instance image = scan(archive()).instances().getFirst();
    var job =
        new SaveJob(
            List.of(new SaveJob.Item(image, image.path())),
            AtomicFile.Existing.REPLACE,
            Transcoding.Target.AS_IS,
            Optional.empty());
    assertThat(job.run(Progress.NONE, Parallel.SEQUENTIAL).failures())
        .extracting(Object::toString)
        .containsExactly(
            "IM came out of an archive, which is not changed; save it to another place");
  }

  private Path archive() throws Exception {
    Path file = folder.resolve("a.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private static Library scan(Path path) {
    return Library.scan(List.of(path), Progress.NONE, Parallel.SEQUENTIAL);
  }
}
