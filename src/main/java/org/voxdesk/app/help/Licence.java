package org.voxdesk.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The licence of something that is part of the program. The build collects them from the libraries
/// (`installer/Licences.java`); those of the Java runtime are in the runtime.
///
/// @param name what it is, with its version
/// @param title what its licence is called
/// @param text the licence and the notices, in full
record Licence(String name, String title, String text) {
  private static final String FOLDER = "licences/";

  /// The program's own, those of its libraries, and that of the runtime.
  static List<Licence> all() {
    List<Licence> all = new ArrayList<>();
    for (String line : resource("index.txt").lines().toList()) {
      String[] fields = line.split("\t", -1);
      all.add(new Licence(fields[0], fields[1], resource(fields[2])));
    }
    all.add(runtime(Path.of(System.getProperty("java.home"), "legal")));
    return all;
  }

  private static Licence runtime(Path legal) {
    String name = "Java " + System.getProperty("java.runtime.version");
    String title = "GPL-2.0 with Classpath Exception";
    if (!Files.isDirectory(legal)) {
      return new Licence(name, title, legal.toString());
    }
    try (Stream<Path> files = Files.walk(legal)) {
      String text =
          files
              .filter(file -> Files.isRegularFile(file))
              .sorted()
              .map(file -> legal.relativize(file) + "\n\n" + read(file))
              .collect(Collectors.joining("\n\n"));
      return new Licence(name, title, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Licence.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name + "\n" + title;
  }
}
