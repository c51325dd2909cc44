package org.voxdesk.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// The list of a dataset's cubes, a row each: `manifest.csv`, or `manifest-2of5.csv` of one share.
/// Once all shares have theirs, whichever of them ends last puts them together as `manifest.csv`.
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
    var manifest = new Manifest(file(folder, shard));
    manifest.rows.putAll(manifest.read(manifest.file));
    return manifest;
  }

  private static Path file(Path folder, Shard shard) {
    return folder.resolve(
        shard.count() == 1
            ? "manifest.csv"
            : "manifest-" + shard.index() + "of" + shard.count() + ".csv");
  }

  /// Puts the manifests of all shares together as that of the whole, with what stood there; nothing
  /// where one of them is not there yet.
  ///
  /// Shares that end at the same time may do so at the same time: each writes again until it finds
  /// nothing that it had not read, so what stands there at last has the rows of all.
  ///
  /// @param ended the share that has just been saved
  static void join(Path folder, Shard ended) throws ExplainedException {
    List<Path> shares =
        IntStream.rangeClosed(1, ended.count())
            .mapToObj(i -> file(folder, new Shard(i, ended.count())))
            .toList();
    String written = "";
    while (shares.stream().allMatch(Files::exists)) {
      Manifest whole = open(folder, Shard.ALL);
      for (Path share : shares) {
        whole.read(share).forEach(whole.rows::put);
      }
      if (whole.text().equals(written)) {
        return;
      }
      written = whole.text();
      whole.save("-" + ended.index() + "of" + ended.count() + ".part");
    }
  }

  /// Takes over what only shares have listed, whose manifests a run over the whole makes stale.
  ///
  /// @return the manifests of shares, to be [#remove]d when this one is saved for the last time
  List<Path> takeOver() throws ExplainedException {
    List<Path> shares = new ArrayList<>();
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      return shares;
    }
    try (var found =
        Files.newDirectoryStream(file.toAbsolutePath().getParent(), "manifest-*of*.csv")) {
      found.forEach(shares::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw failed(e);
    }
    for (Path share : shares) {
      read(share).forEach(rows::putIfAbsent);
    }
    return shares;
  }

  /// Takes manifests of shares away.
  void remove(List<Path> shares) throws ExplainedException {
    try {
      for (Path share : shares) {
        Files.deleteIfExists(share);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// The rows of a manifest by the names of their cubes, none where there is no such file.
  private Map<String, String> read(Path from) throws ExplainedException {
    Map<String, String> found = new LinkedHashMap<>();
    if (!Files.exists(from)) {
      return found;
    }
    try {
      for (String line : Files.readAllLines(from, StandardCharsets.UTF_8)) {
        String[] cells = line.split(",", -1);
        if (cells.length > NAME && !line.startsWith("seriesuid,")) {
          found.put(cells[NAME], line);
        }
      }
      return found;
    } catch (IOException e) {
      throw failed(e);
    }
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

  private String text() {
    return String.join(",", COLUMNS)
        + "\n"
        + rows.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(row -> row.getValue() + "\n")
            .collect(Collectors.joining());
  }

  /// Replaces the file by what is known now, in the order of names.
  void save() throws ExplainedException {
    save(".part");
  }

  private void save(String ending) throws ExplainedException {
    String text = text();
    // One name for a share, so that what a killed run left is written over by the next.
    Path part = file.resolveSibling("." + file.getFileName() + ending);
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

  private ExplainedException failed(Exception e) {
    return new ExplainedException(
        Sentence.of("dataset.manifest", file, String.valueOf(e.getMessage())), e);
  }
}
