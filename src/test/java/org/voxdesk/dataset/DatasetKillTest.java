package org.voxdesk.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.cli.Desktop;
import org.voxdesk.cli.Main;
import org.voxdesk.text.Language;

/// `voxdesk cubes` is killed again and again, and gone on with: the dataset is the one that an
/// undisturbed run makes, file by file. `-Dvoxdesk.kill.count` says how often, up to 50.
class DatasetKillTest {
  private static final int COUNT = Math.min(50, Integer.getInteger("voxdesk.kill.count", 3));

  @TempDir private Path folder;

  @Test
  void aKilledRunGoesOnToTheSameDataset() throws Exception {
    Path csv = SmallScans.write(folder, 3, 25);
    Path undisturbed = folder.resolve("undisturbed");
    assertThat(Making.run(arguments(csv, undisturbed))).isZero();
    Path killed = folder.resolve("killed");
    var random = new SplittableRandom(11);
    int halfway = 0;
    for (int i = 0; i < COUNT; i++) {
      Process making = making(csv, killed);
      try {
        assertThat(making.getInputStream().read()).isEqualTo('.');
        int before = sidecars(killed).size();
        while (making.isAlive() && sidecars(killed).size() <= before) {
          Thread.sleep(2);
        }
        boolean ended = making.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
        halfway += ended ? 0 : 1;
      } finally {
        making.destroyForcibly();
      }
      assertThat(making.waitFor(20, TimeUnit.SECONDS)).isTrue();
      spoil(killed, random);
    }

    assertThat(Making.run(arguments(csv, killed))).isZero();

    assertThat(DatasetRunTest.sums(killed)).isEqualTo(DatasetRunTest.sums(undisturbed));
    assertThat(halfway).isPositive();
  }

  /// Takes away some of the sidecars, so that there is always something to do.
  private static void spoil(Path dataset, SplittableRandom random) throws IOException {
    for (Path sidecar : sidecars(dataset)) {
      if (random.nextInt(3) != 0) {
        Files.delete(sidecar);
      }
    }
  }

  private static List<Path> sidecars(Path dataset) throws IOException {
    Path cubes = dataset.resolve("cubes");
    if (!Files.isDirectory(cubes)) {
      return List.of();
    }
    try (var files = Files.list(cubes)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static List<String> arguments(Path csv, Path out) {
    return List.of(
        "cubes",
        "--annotations",
        csv.toString(),
        "--in",
        csv.resolveSibling("scans").toString(),
        "--out",
        out.toString(),
        // Of its own, each folder has another.
        "--key",
        "one for both",
        "--size",
        "32",
        "--formats",
        "mosaic,npy,npz,nifti");
  }

  private static Process making(Path csv, Path out) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Making.class.getName()));
    command.addAll(arguments(csv, out));
    return new ProcessBuilder(command).redirectError(new File(out + ".log")).start();
  }

  /// The process that is killed.
  static final class Making {
    private Making() {}

    static int run(List<String> arguments) {
      return Main.run(
          arguments.toArray(String[]::new),
          new Desktop() {
            @Override
            public int open(List<Path> paths, boolean sample, Optional<Language> language) {
              return 1;
            }

            @Override
            public int demo(Path folder, Language language) {
              return 1;
            }
          });
    }

    /// Says that it has begun, and makes the dataset.
    public static void main(String[] arguments) {
      System.out.print('.');
      System.out.flush();
      System.exit(run(List.of(arguments)));
    }
  }
}
