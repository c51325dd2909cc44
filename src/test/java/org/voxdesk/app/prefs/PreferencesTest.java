package org.voxdesk.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreferencesTest {
  @TempDir Path directory;

  @Test
  void whatIsSavedIsLoadedAgain() throws IOException {
    Path file = directory.resolve("new/folder/preferences.properties");
    Preferences saved = load(file);
    saved.setWindowBounds(new WindowBounds(10, -20.5, 800, 600, true));
    saved.setDividers(List.of(0.2, 0.7));
    saved.setTheme(ThemeChoice.SYSTEM);
    saved.setLanguage("zh-CN");
    saved.setLastDirectory(directory);
    saved.save();

    Preferences loaded = load(file);
    assertThat(loaded.windowBounds()).contains(new WindowBounds(10, -20.5, 800, 600, true));
    assertThat(loaded.dividers()).containsExactly(0.2, 0.7);
    assertThat(loaded.theme()).isEqualTo(ThemeChoice.SYSTEM);
    assertThat(loaded.language()).contains("zh-CN");
    assertThat(loaded.lastDirectory()).contains(directory.toAbsolutePath());
  }

  @Test
  void aWindowComesBackWithItsTitleBarOnTheScreen() {
    Rectangle2D screen = new Rectangle2D(100, 30, 1600, 970);
    assertThat(new WindowBounds(99, 10, 800, 600, false).within(screen))
        .isEqualTo(new WindowBounds(100, 30, 800, 600, false));
    assertThat(new WindowBounds(1500, 900, 800, 600, true).within(screen))
        .isEqualTo(new WindowBounds(900, 400, 800, 600, true));
    assertThat(new WindowBounds(300, 200, 2000, 600, false).within(screen))
        .isEqualTo(new WindowBounds(100, 200, 1600, 600, false));
    WindowBounds inside = new WindowBounds(300, 200, 900.5, 600, false);
    assertThat(inside.within(screen)).isEqualTo(inside);
  }

  @Test
  void savingLeavesNothingElseInTheFolder() throws IOException {
    Preferences preferences = Preferences.empty(directory.resolve("p"));
    preferences.save();
    preferences.save();
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("p"));
    }
  }

  @Test
  void whatChangesIsWrittenDownSoonAndAtTheEnd() throws IOException {
    Path file = directory.resolve("p");
    Preferences preferences = Preferences.empty(file);
    List<Runnable> later = new ArrayList<>();
    var keeping = new PreferencesKeeping(preferences, later::add, Runnable::run, failed -> {});
    preferences.set("a", "1");
    preferences.set("b", "2");
    assertThat(file).doesNotExist();
    assertThat(later).as("several changes are written once").hasSize(1);
    later.removeFirst().run();
    assertThat(load(file).all()).containsOnly(entry("a", "1"), entry("b", "2"));
    preferences.set("a", "1");
    assertThat(later).as("nothing has changed").isEmpty();
    preferences.remove("b");
    keeping.close();
    assertThat(load(file).all()).containsOnly(entry("a", "1"));
    Files.delete(file);
    later.forEach(Runnable::run);
    preferences.set("a", "2");
    assertThat(later).hasSize(1);
    assertThat(file).as("nothing is written after the end").doesNotExist();
  }

  @Test
  void settingsThatCannotBeWrittenAreToldOnce() throws IOException {
    Path file = Files.createFile(directory.resolve("file")).resolve("p");
    Preferences preferences = Preferences.empty(file);
    List<IOException> told = new ArrayList<>();
    var keeping = new PreferencesKeeping(preferences, Runnable::run, Runnable::run, told::add);
    preferences.set("a", "1");
    preferences.set("a", "2");
    keeping.close();
    assertThat(told).hasSize(1);
  }

  @Test
  void nonsenseInTheFileIsPassedOver() throws IOException {
    Path file = directory.resolve("p");
    Files.writeString(
        file, "window.bounds=1 2 NaN 4 true\nwindow.dividers=0.5 x\nlast.directory=\\u0000\n");
    Preferences preferences = load(file);
    assertThat(preferences.windowBounds()).isEmpty();
    assertThat(preferences.dividers()).isEmpty();
    assertThat(preferences.lastDirectory()).isEmpty();
  }

  @Test
  void aDamagedFileIsReported() throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "a=\\u12");
    assertThatThrownBy(() -> load(file)).isInstanceOf(IOException.class);
  }

  private static Preferences load(Path file) throws IOException {
    Preferences preferences = Preferences.empty(file);
    preferences.load();
    return preferences;
  }
}
