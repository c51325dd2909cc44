package org.voxdesk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Other programs that read what this one writes: DCMTK, GDCM and pydicom. Tests that ask for one
/// are skipped where it is not installed.
public final class Peers {
  private Peers() {}

  /// What dcmdump prints of a file.
  public static String dcmdump(Path file) throws IOException, InterruptedException {
    Assumptions.assumeTrue(run("dcmdump", "--version").isPresent(), "dcmdump is not installed");
    return run("dcmdump", "+L", "+Qn", "-q", file.toString())
        .orElseThrow(() -> new AssertionError("dcmdump refuses " + file.getFileName()));
  }

  /// What a Python script that may import pydicom prints, given these files as `sys.argv[1:]`.
  public static String pydicom(String script, Path... files)
      throws IOException, InterruptedException {
    return python("pydicom", script, files);
  }

  /// What a Python script that may import a module prints, given these files as `sys.argv[1:]`.
  public static String python(String module, String script, Path... files)
      throws IOException, InterruptedException {
    Optional<String> python = python(module);
    Assumptions.assumeTrue(python.isPresent(), module + " is not installed");
    var command = new ArrayList<>(List.of(python.get(), "-c", script));
    Stream.of(files).map(Path::toString).forEach(command::add);
    return run(command.toArray(String[]::new))
        .orElseThrow(() -> new AssertionError(module + " refuses what was written"));
  }

  /// Skips the test where pydicom has nothing that decodes the transfer syntax of this file.
  public static void assumeDecodable(Path file) throws IOException, InterruptedException {
    String script =
        """
        import pydicom, sys
        uid = pydicom.dcmread(sys.argv[1], stop_before_pixels=True).file_meta.TransferSyntaxUID
        try:
            from pydicom.pixels import get_decoder
            print(get_decoder(uid).is_available)
        except ImportError:
            handlers = pydicom.config.pixel_data_handlers
            print(any(h.is_available() and h.supports_transfer_syntax(uid) for h in handlers))
        """;
    Assumptions.assumeTrue(
        pydicom(script, file).strip().equals("True"),
        () -> "pydicom has no decoder for " + file.getFileName());
  }

  /// Has a program convert `from` to `to`, its last two arguments.
  public static void convert(Path from, Path to, String program, String... options)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(run(program, "--version").isPresent(), program + " is not installed");
    var command = new ArrayList<>(List.of(program));
    command.addAll(List.of(options));
    command.addAll(List.of(from.toString(), to.toString()));
    if (run(command.toArray(String[]::new)).isEmpty()) {
      throw new AssertionError(program + " refuses " + from.getFileName());
    }
  }

  /// The lines that begin with “Error” of what dciodvfy says of a file.
  public static List<String> dciodvfyErrors(Path file) throws IOException, InterruptedException {
    Optional<Path> program =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
            .map(entry -> Path.of(entry, "dciodvfy"))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(program.isPresent(), "dciodvfy (dicom3tools) is not on the PATH");
    Process process =
        new ProcessBuilder(program.orElseThrow().toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    process.waitFor();
    return said.lines().filter(line -> line.startsWith("Error")).toList();
  }

  private static Optional<String> python(String module) throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run(python, "-c", "import " + module).isPresent()) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  /// What the program prints; empty when there is no such program or it fails.
  private static Optional<String> run(String... command) throws InterruptedException, IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
  }
}
