package org.voxdesk.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What an earlier export of the same name wrote, by its sidecar. An export that may replace it
/// replaces all of it: slices of a larger cube must not be left among those of a smaller one.
///
/// @param directory where it is
/// @param sums the SHA-256 of each file, by its name
record EarlierFiles(Path directory, Map<String, String> sums) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// None where there is no sidecar that can be read.
  static EarlierFiles of(Path directory, String name) {
    Map<String, String> sums = new HashMap<>();
    Path sidecar = directory.resolve(name + ".json");
    if (Files.isRegularFile(sidecar)) {
      try {
        for (Map.Entry<String, JsonNode> file :
            MAPPER.readTree(sidecar.toFile()).path("files_sha256").properties()) {
          sums.put(file.getKey(), file.getValue().asText());
        }
      } catch (IOException e) {
        // Cut off or another's: whose the files are is not known, so they stay.
        return new EarlierFiles(directory, Map.of());
      }
    }
    return new EarlierFiles(directory, sums);
  }

  /// Takes away those that are not among `names` and are still as they were written.
  void removeExcept(Set<String> names) throws IOException {
    for (Map.Entry<String, String> file : sums.entrySet()) {
      Path path = directory.resolve(file.getKey()).normalize();
      if (!names.contains(file.getKey())
          && path.startsWith(directory.normalize())
          && Files.isRegularFile(path)
          && Sha256.hex(Files.readAllBytes(path)).equals(file.getValue())) {
        Files.delete(path);
        removeIfEmpty(Objects.requireNonNull(path.getParent()));
      }
    }
  }

  /// The folder of a format that is no longer wanted.
  private void removeIfEmpty(Path folder) throws IOException {
    if (folder.equals(directory.normalize())) {
      return;
    }
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // Something else is in it, so it stays.
      return;
    }
  }
}
