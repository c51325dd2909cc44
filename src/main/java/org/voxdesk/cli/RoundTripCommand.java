package org.voxdesk.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `voxdesk roundtrip`: proof that saving alters nothing.
@Command(name = "roundtrip", mixinStandardHelpOptions = true)
final class RoundTripCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> paths;

  RoundTripCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.files(output, paths);
    library.leftOut().forEach(file -> output.warn(file.reason()));
    boolean same = !library.instances().isEmpty() && library.leftOut().isEmpty();
    for (Instance instance : library.instances()) {
      try (var original = new Comparison(instance.path())) {
        DicomWriter.write(instance.file(), original);
        long difference = original.difference();
        same &= difference < 0;
        if (difference < 0) {
          output.print(instance.path() + ": identical");
        } else {
          output.say(Sentence.of("cli.differs", instance.path(), difference));
        }
      } catch (IOException e) {
        same = false;
        output.warn(Sentence.of("cli.file", instance.path(), String.valueOf(e.getMessage())));
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
