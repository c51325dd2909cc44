package org.voxdesk.app.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The files of the log in one folder: the newest and the two before it, of half a megabyte each. A
/// second program that runs at the same time writes files of its own.
///
/// What the program prints on the console goes through [LogFormat] as well, because desktops keep
/// that in logs of their own. Where the folder cannot be written the program runs without a file.
public final class LogFile implements AutoCloseable {
  private static final int BYTES = 500_000;
  private static final int FILES = 3;
  private static final String NAME = "voxdesk";
  private static final String SUFFIX = ".log";

  private final Map<Handler, Optional<Formatter>> console = new LinkedHashMap<>();
  private Optional<FileHandler> file = Optional.empty();

  private LogFile() {}

  /// Writes everything that is logged from now on into `folder`, which is made where it is missing.
  public static LogFile start(Path folder) {
    LogFile log = new LogFile();
    for (Handler handler : root().getHandlers()) {
      log.console.put(handler, Optional.ofNullable(handler.getFormatter()));
      handler.setFormatter(new LogFormat());
      handler.setLevel(Level.WARNING);
    }
    try {
      Files.createDirectories(folder);
      FileHandler file = new FileHandler(pattern(folder), BYTES, FILES, true);
      file.setEncoding(StandardCharsets.UTF_8.name());
      file.setFormatter(new LogFormat());
      file.setLevel(Level.INFO);
      root().addHandler(file);
      log.file = Optional.of(file);
    } catch (IOException unwritable) {
      System.getLogger(LogFile.class.getName())
          .log(System.Logger.Level.WARNING, "There is no file for the log.", unwritable);
    }
    return log;
  }

  /// `%` begins a field of the pattern, and may be in the name of a folder.
  private static String pattern(Path folder) {
    return folder.toAbsolutePath().toString().replace("%", "%%") + "/" + NAME + "-%u.%g" + SUFFIX;
  }

  private static Logger root() {
    return Logger.getLogger("");
  }

  /// The last `most` lines of the log in `folder`; none where there is no log.
  ///
  /// @throws IOException if it is there and cannot be read
  public static List<String> last(Path folder, int most) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Path each : newestLast(folder)) {
      lines.addAll(Files.readAllLines(each, StandardCharsets.UTF_8));
    }
    return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
  }

  private static List<Path> newestLast(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(NAME))
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(
              Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                  .thenComparing(Comparator.reverseOrder()))
          .toList();
    }
  }

  /// Ends the file, and leaves the console as it was.
  @Override
  public void close() {
    file.ifPresent(
        handler -> {
          root().removeHandler(handler);
          handler.close();
        });
    console.forEach(
        (handler, formatter) -> {
          formatter.ifPresent(handler::setFormatter);
          handler.setLevel(Level.INFO);
        });
  }
}
