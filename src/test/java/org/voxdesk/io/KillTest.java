package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Leaf;

/// A process that saves over its own file in a loop and is killed: the file is always whole.
/// `-Dvoxdesk.kill.count` says how often; the profile `fuzz` kills 200 times.
class KillTest {
  private static final int COUNT = Integer.getInteger("voxdesk.kill.count", 5);
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final List<String> NAMES = List.of("Old^Name", "New^Name^With^More");
  private static final int SIZE = 3 << 20;

  @TempDir Path folder;

  @Test
  void theFileIsAlwaysTheOldOrTheNewOneWhole() throws Exception {
    Path target = folder.resolve("target.dcm");
    byte[] old = file(NAMES.get(0));
    byte[] changed = file(NAMES.get(1));
    Files.write(target, old);
    var random = new SplittableRandom(7);
    int news = 0;
    for (int i = 0; i < COUNT; i++) {
      Process saving = saving(target);
      try {
        // The first byte says that the loop has begun.
        assertThat(saving.getInputStream().read()).isEqualTo('.');
        Thread.sleep(random.nextInt(60));
      } finally {
        saving.destroyForcibly();
      }
      assertThat(saving.waitFor(20, TimeUnit.SECONDS)).isTrue();
      byte[] left = Files.readAllBytes(target);
      boolean isNew = Arrays.equals(left, changed);
      assertThat(isNew || Arrays.equals(left, old)).as("after kill %d", i).isTrue();
      news += isNew ? 1 : 0;
    }
    assertThat(Path.of(target + ".log")).isEmptyFile();
    if (COUNT >= 50) {
      assertThat(news).isBetween(1, COUNT - 1);
    }
  }

  private static byte[] file(String name) {
    byte[] pixels = new byte[SIZE];
    new SplittableRandom(3).nextBytes(pixels);
    return Raw.file(
        EXPLICIT,
        Raw.bytes(
            EXPLICIT,
            List.of(Raw.text(0x00100010, "PN", name), new Leaf(0x7FE00010, "OB", pixels))));
  }

  private static Process saving(Path target) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Saving.class.getName(),
            target.toString())
        .redirectError(new File(target + ".log"))
        .start();
  }

  /// The process that is killed.
  static final class Saving {
    private Saving() {}

    /// Gives the file at the first argument the one name and the other, for ever.
    public static void main(String[] arguments) throws Exception {
      Path target = Path.of(arguments[0]);
      for (int i = 0; ; i++) {
        DicomFile file = DicomReader.read(target);
        DicomFile renamed =
            file.withDataSet(
                file.dataSet().with(Tag.PATIENT_NAME, Vr.PN, NAMES.get((i + 1) % NAMES.size())));
        DicomWriter.save(renamed, target, AtomicFile.Existing.REPLACE);
        if (i == 0) {
          System.out.print('.');
          System.out.flush();
        }
      }
    }
  }
}
