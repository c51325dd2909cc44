package org.voxdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The Python recipe, run as it is, for its own time of the resampling step.
final class RecipeScript {
  static final String NAME = "recipe in Python: resample";
  private static final int RUNS = 3;

  private RecipeScript() {}

  /// The best of a few runs, in milliseconds; empty where the script, Python or what it needs is
  /// missing.
  static Optional<Measured> resample() {
    Path script = script();
    if (!Files.exists(script)) {
      return Optional.empty();
    }
    double best = Double.POSITIVE_INFINITY;
    try {
      Path out = Files.createTempDirectory("recipe");
      for (int run = 0; run < RUNS; run++) {
        Process process =
            new ProcessBuilder(command(script, ScanFolder.path(), out))
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
          return Optional.empty();
        }
        JsonNode info = new ObjectMapper().readTree(text.substring(text.lastIndexOf("\n{") + 1));
        best = Math.min(best, info.get("seconds").get("resample").asDouble() * 1000);
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    return Optional.of(new Measured(NAME, best, Double.NaN));
  }

  static Path script() {
    return ScanFolder.path()
        .resolve("../../../peers/seed_pipeline.py")
        .toAbsolutePath()
        .normalize();
  }

  static List<String> command(Path script, Path series, Path out) {
    return List.of(
        Files.exists(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3",
        script.toString(),
        series.toString(),
        out.toString(),
        "--at",
        "252",
        "162",
        "207");
  }
}
