package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.ClassicSpacing;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volumes;

class ExporterTest {
  private static final CubeSource SOURCE = new CubeSource("1.2.3", List.of("1.2.3.1", "1.2.3.2"));

  @TempDir private Path directory;

  private static Cube cube(ResampleMode mode) throws Exception {
    return Resampler.cube(
        Volumes.random(40, 40, 20, new ClassicSpacing(0.8, 0.8, 2), 4),
        CubeRequest.at(new CubePoint.AtGrid(3, 30, 20)).withMode(mode).withSize(16));
  }

  private CubeExport export(Path into) throws Exception {
    return CubeExport.of(cube(ResampleMode.CLASSIC), SOURCE, into, "nodule", "1.0");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesMosaicArrayAndSidecarIntoANewDirectory() throws Exception {
    Path into = directory.resolve("a/b");

    List<Path> written = Exporter.write(export(into), Progress.NONE);

    assertThat(names(into)).containsExactly("nodule.json", "nodule.npy", "nodule_mosaic.png");
    assertThat(written)
        .containsExactly(
            into.resolve("nodule_mosaic.png"),
            into.resolve("nodule.npy"),
            into.resolve("nodule.json"));
    NpyArray array = NpyArray.read(into.resolve("nodule.npy"));
    assertThat(array.shape()).containsExactly(16, 16, 16);
    assertThat(array.shorts()).isEqualTo(cube(ResampleMode.CLASSIC).values());
    assertThat(ImageIO.read(into.resolve("nodule_mosaic.png").toFile()).getWidth()).isEqualTo(64);
  }

  private JsonNode sidecar(CubeExport export) throws Exception {
    Exporter.write(export, Progress.NONE);
    return new ObjectMapper().readTree(export.directory().resolve("nodule.json").toFile());
  }

  @Test
  void sidecarSaysWhereTheCubeLiesAndWhatItIs() throws Exception {
    JsonNode json = sidecar(export(directory));

    assertThat(json.get("voxdesk").asText()).isEqualTo("1.0");
    assertThat(json.get("mode").asText()).isEqualTo("classic");
    assertThat(json.get("size").asInt()).isEqualTo(16);
    assertThat(json.get("mm").asDouble()).isEqualTo(1.0);
    assertThat(json.get("start_on_grid_xyz").toString()).isEqualTo("[0.0,16.0,12.0]");
    assertThat(json.get("shifted_by_clamping_xyz").toString()).isEqualTo("[5.0,-6.0,0.0]");
    assertThat(json.get("y_clamped_unlike_recipe").asBoolean()).isTrue();
    assertThat(json.get("point").get("cube_voxel_xyz").toString()).isEqualTo("[3.0,14.0,8.0]");
    assertThat(json.get("window").toString()).isEqualTo("{\"low\":-1000.0,\"high\":400.0}");
    assertThat(json.get("valid_voxels").asInt()).isEqualTo(16 * 16 * 16);
    assertThat(json.get("source").get("series_instance_uid").asText()).isEqualTo("1.2.3");
    assertThat(json.get("source").get("sop_instance_uids")).hasSize(2);
    assertThat(json.has("padding")).isFalse();
  }

  @Test
  void sidecarsHashIsThatOfTheArraysData() throws Exception {
    JsonNode json = sidecar(export(directory));
    byte[] file = Files.readAllBytes(directory.resolve("nodule.npy"));
    byte[] data = Arrays.copyOfRange(file, file.length - 2 * 16 * 16 * 16, file.length);

    assertThat(json.get("npy_data_sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data)));
  }

  @Test
  void sidecarOfPhysicalModeNamesThePaddingAndTheCustomWindow() throws Exception {
    Cube cube = cube(ResampleMode.PHYSICAL);
    CubeExport export =
        CubeExport.of(cube, SOURCE, directory, "nodule", "1.0")
            .withWindow(new GreyWindow(-1200, 600));

    JsonNode json = sidecar(export);

    assertThat(json.get("mode").asText()).isEqualTo("physical");
    assertThat(json.get("padding").asInt()).isEqualTo(-1000);
    assertThat(json.get("valid_voxels").asInt()).isEqualTo(cube.validCount()).isLessThan(4096);
    assertThat(json.get("window").get("low").asDouble()).isEqualTo(-1200);
    JsonNode affine = json.get("affine_zero_based_xyz_to_lps");
    for (int axis = 0; axis < 3; axis++) {
      assertThat(affine.get(axis).get(3).asDouble()).isEqualTo(cube.affine().matrix()[axis][3]);
    }
  }

  @Test
  void existingFileIsNotOverwrittenUnlessAsked() throws Exception {
    Path taken = directory.resolve("nodule.npy");
    Files.writeString(taken, "mine");

    assertThatThrownBy(() -> Exporter.write(export(directory), Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage(taken + " exists already and was left as it is");
    assertThat(names(directory)).containsExactly("nodule.npy");
    assertThat(taken).hasContent("mine");

    Exporter.write(export(directory).overwriting(), Progress.NONE);

    assertThat(names(directory)).hasSize(3);
    assertThat(NpyArray.read(taken).shape()).containsExactly(16, 16, 16);
  }

  @Test
  void fileInTheDirectorysPlaceIsNamed() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> Exporter.write(export(file), Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage(file + " is a file, not a folder");
    assertThatThrownBy(() -> Exporter.write(export(file.resolve("below")), Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void cancellingLeavesNothing() throws Exception {
    for (int reports = 0; reports < 4; reports++) {
      Progress progress = new CancelledAfter(reports);

      assertThatThrownBy(() -> Exporter.write(export(directory), progress))
          .isInstanceOf(CancellationException.class);
      assertThat(names(directory)).isEmpty();
    }
  }

  @Test
  void placingThatFailsHalfwayTakesBackWhatWasPlaced() throws Exception {
    // A directory that is not empty cannot be replaced by a file.
    Path obstacle = Files.createDirectories(directory.resolve("nodule.npy/inside"));

    assertThatThrownBy(() -> Exporter.write(export(directory).overwriting(), Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith(directory + " cannot be written in: ");
    assertThat(names(directory)).containsExactly("nodule.npy");
    assertThat(obstacle).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../up", "a/b", "a\\b", "c:d", ".hidden", "line\nbreak"})
  void nameThatLeadsElsewhereIsRefused(String name) throws Exception {
    CubeExport export = CubeExport.of(cube(ResampleMode.CLASSIC), SOURCE, directory, name, "1.0");

    assertThatThrownBy(() -> Exporter.write(export, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessageEndingWith("cannot be part of a file name");
    assertThat(names(directory)).isEmpty();
  }
}
