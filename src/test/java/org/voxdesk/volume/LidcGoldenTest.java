package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voxdesk.TestData;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// A real chest CT through the whole core: files, library, stack, volume, classic resampling.
class LidcGoldenTest {
  private static JsonNode expected;
  private static Volume volume;

  @AfterAll
  static void forget() {
    volume = null;
  }

  @BeforeAll
  static void readTheSeries() throws Exception {
    Path folder = TestData.data("ct/LIDC-IDRI-0003");
    expected =
        new ObjectMapper().readTree(TestData.golden("cubes/LIDC-IDRI-0003/info.json").toFile());
    Library library = Library.scan(List.of(folder), Progress.NONE, Parallel.SEQUENTIAL);
    SliceStack stack = SliceStack.of(library.series().getFirst());
    assertThat(stack.findings()).isEmpty();
    assertThat(stack.isEven()).isTrue();
    volume = VolumeBuilder.build(stack, Progress.NONE, Parallel.SEQUENTIAL);
  }

  @Test
  void theHounsfieldVolumeEqualsTheRecipes() throws Exception {
    assertThat(sha256(shown(volume))).isEqualTo(expected.get("hu_sha256").asText());
  }

  @Test
  void theClassicMillimetreVolumeEqualsTheRecipesBitForBit() throws Exception {
    Volume iso =
        Resampler.volume(volume, ResampleMode.CLASSIC, 1.0, Progress.NONE, Parallel.SEQUENTIAL);
    assertThat(sha256(iso)).isEqualTo(expected.get("iso_hu_sha256").asText());
    MessageDigest grey = MessageDigest.getInstance("SHA-256");
    for (int k = 0; k < iso.geometry().slices(); k++) {
      for (short value : iso.slice(k)) {
        grey.update((byte) GreyWindow.CLASSIC.grey(value));
      }
    }
    assertThat(HexFormat.of().formatHex(grey.digest()))
        .isEqualTo(expected.get("iso_u8_sha256").asText());
  }

  @Test
  void everyNodulesClassicCubeEqualsTheRecipesBitForBit() throws Exception {
    for (JsonNode golden : expected.get("cubes")) {
      JsonNode at = golden.get("at_xyz");
      var point =
          new CubePoint.AtGrid(at.get(0).asDouble(), at.get(1).asDouble(), at.get(2).asDouble());
      Cube cube = Resampler.cube(volume, CubeRequest.at(point).withMode(ResampleMode.CLASSIC));
      assertThat(sha256(cube.values())).isEqualTo(golden.get("hu_sha256").asText());
      assertThat(cube.placement().start().i()).isEqualTo(golden.get("start_xyz").get(0).asDouble());
    }
  }

  @Test
  void aNodulesPointInMillimetresLeadsToTheVoxelItWasFoundAt() throws Exception {
    List<String> rows =
        Files.readAllLines(TestData.data("ct/LIDC-IDRI-0003-nodules.tsv")).stream()
            .skip(1)
            .toList();
    assertThat(rows).hasSize(4);
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      Voxel voxel =
          volume
              .geometry()
              .index(
                  new Lps(
                      Double.parseDouble(cells[3]),
                      Double.parseDouble(cells[4]),
                      Double.parseDouble(cells[5])));
      assertThat(voxel.i()).isCloseTo(Double.parseDouble(cells[6]), within(0.01));
      assertThat(voxel.j()).isCloseTo(Double.parseDouble(cells[7]), within(0.01));
      assertThat(voxel.k()).isCloseTo(Double.parseDouble(cells[8]), within(0.01));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.data.Offset.offset(value);
  }

  /// The recipe replaces −2000 by 0 before it hashes.
  private static Volume shown(Volume source) {
    short[][] slices = new short[source.geometry().slices()][];
    for (int k = 0; k < slices.length; k++) {
      slices[k] = source.slice(k).clone();
      for (int i = 0; i < slices[k].length; i++) {
        if (slices[k][i] == -2000) {
          slices[k][i] = 0;
        }
      }
    }
    return Volume.of(source.geometry(), slices);
  }

  private static String sha256(Volume volume) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int k = 0; k < volume.geometry().slices(); k++) {
      digest.update(littleEndian(volume.slice(k)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String sha256(short[] values) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(littleEndian(values)));
  }

  private static byte[] littleEndian(short[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(values);
    return Arrays.copyOf(bytes.array(), values.length * 2);
  }
}
