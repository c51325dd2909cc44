package org.voxdesk.nodule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.annotation.LidcContour;
import org.voxdesk.io.Sidecar;
import org.voxdesk.io.SidecarFiles;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

final class NoduleFilesTest {
  private static final String SERIES = "1.2.3";

  @TempDir Path folder;
  private SidecarFiles<Nodule> files;

  @BeforeEach
  void files() {
    files = NoduleFiles.in(folder.resolve("own"));
  }

  @Test
  void everythingOfANoduleIsKeptBesideTheImages() throws Exception {
    Nodule full =
        new Nodule(
            UUID.randomUUID(),
            7,
            SERIES,
            new Lps(1.25, -2.5, 1.0 / 3),
            OptionalDouble.of(9.61),
            "部分实性",
            "two lines\n\"quoted\"",
            Map.of("malignancy", List.of(4, 5)),
            List.of(
                new LidcContour(
                    1, "1.2.9", false, List.of(new LidcContour.Pixel(3, 4), pixel(5, 6)))),
            "validation",
            Optional.of(
                new Exported(
                    new Lps(0, 1, 2), ResampleMode.CLASSIC, 48, 0.7, List.of("npy", "dicom"))));
    Nodule plain = Nodule.at(8, SERIES, new Lps(0, 0, 0));
    Path file = files.write(SERIES, List.of(folder), List.of(full, plain));
    assertThat(file).isEqualTo(folder.resolve(Sidecar.NODULES));
    assertThat(Sidecar.isOne(file)).isTrue();
    assertThat(files.read(SERIES, List.of(folder)).all()).containsExactly(full, plain);
    assertThat(files.read("9.9", List.of(folder)).all()).isEmpty();
  }

  private static LidcContour.Pixel pixel(int i, int j) {
    return new LidcContour.Pixel(i, j);
  }

  @Test
  void aDamagedFileIsToldAndKeptAside() throws Exception {
    Path file = folder.resolve(Sidecar.NODULES);
    for (String text :
        List.of(
            "{",
            "{\"voxdesk_nodules\": 1}",
            "{\"voxdesk_nodules\": 1, \"series\": {\"1.2.3\": [{\"id\": \"x\"}]}}")) {
      Files.writeString(file, text);
      assertThat(files.read(SERIES, List.of(folder)).problem()).as(text).isPresent();
    }
    files.write(SERIES, List.of(folder), List.of(Nodule.at(1, SERIES, new Lps(0, 0, 0))));
    assertThat(folder.resolve("voxdesk-nodules-damaged-1.json")).exists();
    assertThat(files.read(SERIES, List.of(folder)).all()).hasSize(1);
  }
}
