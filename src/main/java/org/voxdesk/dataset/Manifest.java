package org.voxdesk.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// The list of a dataset's cubes, a row each: `manifest.csv`, or `manifest-2of5.csv` of one share.
///
/// Its columns begin as LUNA16's `annotations.csv` does, so that it can be read as annotations to
/// make the dataset anew. Rows that an earlier run wrote stay; the file is replaced as a whole.
final class Manifest {
  static final List<String> COLUMNS =
      List.of(
          "seriesuid",
          "coordX",
          "coordY",
          "coordZ",
          "diameter_mm",
          "label",
          "name",
          "split",
          "patient",
          "mode",
          "mm",
          "size",
          "valid_voxels",
          "shifted",
          "npy_data_sha256");
  private static final int NAME = COLUMNS.indexOf("name");

  private final Path file;
  private final Map<String, String> rows = new LinkedHashMap<>();

  private Manifest(Path file) {
    this.file = file;
  }

  /// The manifest as it is, empty where there is none.
  static Manifest open(Path folder, Shard shard) throws ExplainedException {
    String name =
        shard.count() == 1
            ? "manifest.csv"
            : "manifest-" + shard.index() + "of" + shard.count() + ".csv";
    var manifest = new Manifest(folder.resolve(name));
    if (Files.exists(manifest.file)) {
      try {
        for (String line : Files.readAllLines(manifest.file, StandardCharsets.UTF_8)) {
          String[] cells = line.split(",", -1);
          if (cells.length > NAME && !line.startsWith("seriesuid,")) {
            manifest.rows.put(cells[NAME], line);
          }
        }
      } catch (IOException e) {
        throw manifest.failed(e);
      }
    }
    return manifest;
  }

  /// Puts in what a sidecar says, in the place of what stood there of that cube.
  void put(String name, StoredCube cube, String split) {
    JsonNode sidecar = cube.sidecar();
    JsonNode nodule = sidecar.path("annotation");
    JsonNode lps = nodule.path("lps_mm");
    JsonNode shift = sidecar.path("shifted_by_clamping_xyz");
    boolean shifted =
        shift.path(0).asDouble() != 0
            || shift.path(1).asDouble() != 0
            || shift.path(2).asDouble() != 0;
    rows.put(
        name,
        List.of(
                sidecar.path("source").path("series_instance_uid").asText(),
                lps.path(0).asText(),
                lps.path(1).asText(),
                lps.path(2).asText(),
                nodule.path("diameter_mm").asText(),
                nodule.path("label").asText().replaceAll("[,\"\\r\\n]", " "),
                name,
                split,
                sidecar.path("source").path("patient_code").asText(),
                sidecar.path("mode").asText(),
                sidecar.path("mm").asText(),
                sidecar.path("size").asText(),
                sidecar.path("valid_voxels").asText(),
                Boolean.toString(shifted),
                sidecar.path("npy_data_sha256").asText())
            .stream()
            .collect(Collectors.joining(",")));
  }

  /// Replaces the file by what is known now, in the order of names.
  void save() throws ExplainedException {
    String text =
        String.join(",", COLUMNS)
            + "\n"
            + rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> row.getValue() + "\n")
                .collect(Collectors.joining());
    // One name for a share, so that what a killed run left is written over by the next.
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel out =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ExplainedException failed(IOException e) {
    return new ExplainedException(
        Sentence.of("dataset.manifest", file, String.valueOf(e.getMessage())), e);
  }
}
