package org.voxdesk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.io.Sidecar;
import org.voxdesk.io.SidecarFiles;
import org.voxdesk.study.Library;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Lps;

final class MeasurementFilesTest {
  private static final String SERIES = "1.2.5";
  @TempDir Path root;

  private Path folder;
  private SidecarFiles<Measurement> files;

  @BeforeEach
  void folders() throws Exception {
    folder = Files.createDirectory(root.resolve("series"));
    files = MeasurementFiles.in(root.resolve("own"));
  }

  @Test
  void everyKindOnImagesAndPlanesIsReadAsItWasWritten() throws Exception {
    List<Measurement> all = everyKind();
    assertThat(files.write(SERIES, List.of(folder), all)).isEqualTo(sidecar());
    SidecarFiles.Kept<Measurement> kept = files.read(SERIES, List.of(folder));
    assertThat(kept.problem()).isEmpty();
    assertThat(kept.all()).hasSameSizeAs(all);
    for (int n = 0; n < all.size(); n++) {
      Measurement is = kept.all().get(n);
      assertThat(is.withShape(all.get(n).shape())).isEqualTo(all.get(n));
      for (int p = 0; p < is.shape().points().size(); p++) {
        Point point = is.shape().points().get(p);
        Point was = all.get(n).shape().points().get(p);
        assertThat(Math.hypot(point.x() - was.x(), point.y() - was.y())).isLessThan(1e-9);
      }
    }
  }

  @Test
  void seriesOfOneFolderShareAFileAndLeaveEachOtherAlone() throws Exception {
    List<Measurement> all = everyKind();
    files.write(SERIES, List.of(folder), all.subList(0, 1));
    files.write("1.2.6", List.of(folder), all.subList(1, 3));
    files.write(SERIES, List.of(folder), all.subList(0, 2));
    assertThat(files.read(SERIES, List.of(folder)).all()).hasSize(2);
    assertThat(files.read("1.2.6", List.of(folder)).all()).hasSize(2);
    files.write(SERIES, List.of(folder), List.of());
    files.write("1.2.6", List.of(folder), List.of());
    assertThat(sidecar()).doesNotExist();
  }

  @Test
  void aSeriesInSeveralFoldersIsFoundInAnyOfThem() throws Exception {
    Path other = Files.createDirectory(root.resolve("other"));
    files.write(SERIES, List.of(other), everyKind());
    assertThat(files.read(SERIES, List.of(folder, other)).all()).isNotEmpty();
    assertThat(files.write(SERIES, List.of(folder, other), everyKind()))
        .isEqualTo(other.resolve(Sidecar.MEASUREMENTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "[]",
        "{}",
        "{\"voxdesk_measurements\":1}",
        "{\"voxdesk_measurements\":1,\"series\":{\"1.2.5\":[{}]}}",
        "{\"voxdesk_measurements\":1,\"series\":{\"1.2.5\":[{\"id\":\"x\",\"kind\":\"distance\"}]}}",
        "{\"voxdesk_measurements\":1,\"series\":{\"1.2.5\":[{"
            + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"distance\","
            + "\"image\":{\"sop_instance_uid\":\"1\",\"frame\":0},\"points_ij\":[[1,2]]}]}}",
        "{\"voxdesk_measurements\":1,\"series\":{\"1.2.5\":[{"
            + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"distance\","
            + "\"image\":{\"sop_instance_uid\":\"1\",\"frame\":0},"
            + "\"points_ij\":[[1,2],[1,1e999]]}]}}"
      })
  void aDamagedFileIsToldAndKeptAsideWhenSomethingIsWritten(String damaged) throws Exception {
    Files.writeString(sidecar(), damaged);
    SidecarFiles.Kept<Measurement> kept = files.read(SERIES, List.of(folder));
    assertThat(kept.all()).isEmpty();
    assertThat(kept.problem().orElseThrow().toString()).contains(sidecar().toString(), "damaged");
    assertThat(sidecar()).hasContent(damaged);
    files.write(SERIES, List.of(folder), everyKind());
    assertThat(folder.resolve("voxdesk-measurements-damaged-1.json")).hasContent(damaged);
    assertThat(files.read(SERIES, List.of(folder)).all()).isNotEmpty();
  }

  @Test
  void aFileOfANewerVersionIsLeftAloneAndTheUsersOwnFolderUsed() throws Exception {
    String newer = "{\"voxdesk_measurements\":2,\"everything\":\"new\"}";
    Files.writeString(sidecar(), newer);
    assertThat(files.read(SERIES, List.of(folder)).problem().orElseThrow().toString())
        .contains("newer");
    Path file = files.write(SERIES, List.of(folder), everyKind());
    assertThat(file).startsWith(root.resolve("own"));
    assertThat(sidecar()).hasContent(newer);
    assertThat(files.read(SERIES, List.of(folder)).all()).isNotEmpty();
  }

  @Test
  void whereTheFolderIsReadOnlyTheUsersOwnFolderIsUsed() throws Exception {
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(folder)).as("root writes everywhere").isFalse();
    files.write(SERIES, List.of(folder), everyKind());
    assertThat(sidecar()).doesNotExist();
    assertThat(files.read(SERIES, List.of(folder)).all()).isNotEmpty();
  }

  @Test
  void whatWasKeptElsewhereMovesBackBesideTheImages() throws Exception {
    List<Measurement> all = everyKind();
    files.write(SERIES, List.of(), all);
    assertThat(files.read(SERIES, List.of(folder)).all()).hasSameSizeAs(all);
    files.write(SERIES, List.of(folder), all.subList(0, 1));
    assertThat(files.read(SERIES, List.of(folder)).all()).hasSize(1);
    assertThat(root.resolve("own")).isEmptyDirectory();
  }

  @Test
  void aScanPassesOverWhatIsKept() throws Exception {
    Files.writeString(sidecar(), "damaged");
    files.write(SERIES, List.of(folder), everyKind());
    Files.writeString(folder.resolve("voxdesk-else.json"), "{}");
    Library library = Library.scan(List.of(folder), Progress.NONE, Parallel.SEQUENTIAL);
    assertThat(library.leftOut())
        .extracting(out -> out.path().getFileName().toString())
        .containsExactly("voxdesk-else.json");
  }

  private Path sidecar() {
    return folder.resolve(Sidecar.MEASUREMENTS);
  }

  private static List<Measurement> everyKind() {
    var all = new ArrayList<Measurement>();
    var plane = new Plane(new Lps(10, -20, 30), new Lps(0, 1, 0), new Lps(0.6, 0, -0.8));
    List<Point> shown = List.of(new Point(1.25, 2), new Point(9, 4), new Point(5, 1.0 / 3));
    for (Kind kind : Kind.values()) {
      Shape shape = kind.drawn(shown.subList(0, kind.clicks()), Scale.PIXELS);
      all.add(new Measurement(UUID.randomUUID(), new Anchor.OnImage("1.2.3", 1), shape, "a \"b\""));
      all.add(new Measurement(UUID.randomUUID(), new Anchor.InSpace("1.9", plane), shape, ""));
    }
    return all;
  }
}
