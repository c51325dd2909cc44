package org.voxdesk.app.prefs;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the user chose, as short texts by name, in one UTF-8 property file.
///
/// Values are checked when they are read: a file that was edited by hand never stops the program.
/// Not thread-safe; used on the window's thread.
public final class Preferences {
  private static final int RECENT = 10;

  private final Path file;
  private final Map<String, String> values = new TreeMap<>();
  private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
  private Runnable onChange = () -> {};

  private Preferences(Path file) {
    this.file = file;
  }

  /// Preferences kept in `file`, empty for now; nothing is read or written.
  public static Preferences empty(Path file) {
    return new Preferences(file);
  }

  /// Takes over what is in the file, if it exists.
  ///
  /// @throws IOException if the file exists and cannot be read
  public void load() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException malformedEscape) {
      throw new IOException("Damaged preferences", malformedEscape);
    }
    properties.stringPropertyNames().forEach(name -> set(name, properties.getProperty(name)));
    recent.set(paths());
  }

  /// Writes everything to the file, through a temporary file so that a crash leaves the old one.
  ///
  /// @throws IOException if the directory cannot be made or written
  public void save() throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, "preferences", ".tmp");
    try {
      Properties properties = new Properties();
      properties.putAll(values);
      try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
        properties.store(writer, "Voxdesk");
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// The value called `name`.
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// Every value by its name.
  public Map<String, String> all() {
    return Map.copyOf(values);
  }

  /// Sets the value called `name`.
  public void set(String name, String value) {
    if (!value.equals(values.put(name, value))) {
      onChange.run();
    }
  }

  /// Forgets the value called `name`.
  public void remove(String name) {
    if (values.remove(name) != null) {
      onChange.run();
    }
  }

  /// Says who is told of each change from now on.
  void onChange(Runnable told) {
    onChange = told;
  }

  /// These preferences as they are now, for another thread to save.
  Preferences copy() {
    Preferences copy = new Preferences(file);
    copy.values.putAll(values);
    return copy;
  }

  /// Where the window was.
  public Optional<WindowBounds> windowBounds() {
    return get("window.bounds").flatMap(WindowBounds::decode);
  }

  /// Remembers where the window is.
  public void setWindowBounds(WindowBounds bounds) {
    set("window.bounds", bounds.encode());
  }

  /// The positions of the dividers between the columns, as fractions of the width; empty if unset.
  public List<Double> dividers() {
    return get("window.dividers")
        .map(text -> Numbers.decode(Arrays.asList(text.split(" ", -1))))
        .filter(list -> list.stream().allMatch(d -> d > 0 && d < 1))
        .orElse(List.of());
  }

  /// Remembers the positions of the dividers.
  public void setDividers(List<Double> positions) {
    set(
        "window.dividers",
        positions.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /// The language tag that the user chose over the system's.
  public Optional<String> language() {
    return get("language").filter(tag -> !tag.isBlank());
  }

  /// Remembers the language to use from the next start on.
  public void setLanguage(String tag) {
    set("language", tag);
  }

  /// Which theme was chosen; dark until anybody chooses.
  public ThemeChoice theme() {
    return get("theme").flatMap(ThemeChoice::named).orElse(ThemeChoice.DARK);
  }

  /// Remembers the theme.
  public void setTheme(ThemeChoice theme) {
    set("theme", theme.preference());
  }

  /// The folder that the last file dialog ended in, if it still exists.
  public Optional<Path> lastDirectory() {
    return get("last.directory").flatMap(Preferences::path).filter(Files::isDirectory);
  }

  /// Remembers the folder to start the next file dialog in.
  public void setLastDirectory(Path directory) {
    set("last.directory", directory.toAbsolutePath().toString());
  }

  /// What was opened last, the latest first, whether or not it still exists.
  public ReadOnlyObjectProperty<List<Path>> recentProperty() {
    return recent.getReadOnlyProperty();
  }

  /// The same as they are now.
  public List<Path> recent() {
    return recent.get();
  }

  private List<Path> paths() {
    return get("recent").stream()
        .flatMap(text -> text.lines())
        .flatMap(line -> path(line).stream())
        .limit(RECENT)
        .toList();
  }

  /// Remembers that these files and folders were opened.
  public void addRecent(List<Path> opened) {
    List<Path> absolute = opened.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    setRecent(
        Stream.concat(absolute.stream(), recent().stream()).distinct().limit(RECENT).toList());
  }

  /// Forgets what was opened.
  public void clearRecent() {
    setRecent(List.of());
  }

  private void setRecent(List<Path> paths) {
    set("recent", paths.stream().map(Path::toString).collect(Collectors.joining("\n")));
    recent.set(paths());
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
