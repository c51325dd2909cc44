package org.voxdesk.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk roundtrip`: proof that saving alters nothing.
@Command(
    name = "roundtrip",
    mixinStandardHelpOptions = true,
    description =
        "Rewrites each file without touching the disk and says whether every byte is the same.")
final class RoundTripCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.files(paths);
    PrintWriter out = spec.commandLine().getOut();
    for (LeftOut file : library.leftOut()) {
      spec.commandLine().getErr().println("voxdesk: " + file.reason());
    }
    boolean same = !library.instances().isEmpty() && library.leftOut().isEmpty();
    for (Instance instance : library.instances()) {
      try (var original = new Comparison(instance.path())) {
        DicomWriter.write(instance.file(), original);
        long difference = original.difference();
        same &= difference < 0;
        out.println(
            instance.path()
                + ": "
                + (difference < 0 ? "identical" : "differs from byte " + difference));
      } catch (IOException e) {
        same = false;
        spec.commandLine().getErr().println("voxdesk: " + instance.path() + ": " + e.getMessage());
      }
    }
    return same ? 0 : Main.FAILED;
  }

  /// Takes the bytes that would be saved and holds each against the file.
  private static final class Comparison extends OutputStream {
    private final InputStream original;
    private long position;
    private long difference = -1;

    Comparison(Path path) throws IOException {
      original = new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      byte[] expected = original.readNBytes(length);
      for (int i = 0; i < length && difference < 0; i++) {
        if (i >= expected.length || expected[i] != bytes[offset + i]) {
          difference = position + i;
        }
      }
      position += length;
    }

    /// Where the first difference is, bytes from the start; -1 where there is none.
    long difference() throws IOException {
      return difference < 0 && original.read() >= 0 ? position : difference;
    }

    @Override
    public void close() throws IOException {
      original.close();
    }
  }
}
