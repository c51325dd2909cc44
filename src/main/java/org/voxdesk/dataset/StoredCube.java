package org.voxdesk.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.export.Sha256;
import org.voxdesk.export.SidecarSum;

/// A cube in a dataset's folder, by its sidecar, which is written last and knows the sums of all
/// its files and of itself.
///
/// @param sidecar what it says
record StoredCube(JsonNode sidecar) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Empty where there is no sidecar as it was written.
  static Optional<StoredCube> read(Path folder, String name) {
    Path file = folder.resolve(name + ".json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      JsonNode root = MAPPER.readTree(text);
      return SidecarSum.fits(text) && root.path("files_sha256").isObject()
          ? Optional.of(new StoredCube(root))
          : Optional.empty();
    } catch (IOException e) {
      // Cut off or damaged: not whole, so it is made again.
      return Optional.empty();
    }
  }

  /// Whether it was made with these parameters.
  boolean isMadeWith(String fingerprint) {
    return sidecar.path("annotation").path("parameters_sha256").asText().equals(fingerprint);
  }

  /// Whether all of its files are there as they were written.
  boolean isWhole(Path folder) {
    for (Map.Entry<String, JsonNode> file : sidecar.path("files_sha256").properties()) {
      Path path = folder.resolve(file.getKey());
      try {
        if (!Files.isRegularFile(path)
            || !Sha256.hex(Files.readAllBytes(path)).equals(file.getValue().asText())) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
