package org.voxdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.prefs.UserFolders;

final class SettingsPlacesTest {
  private static final Path HOME = Path.of("/home/someone");

  @Test
  void linuxHasTheFoldersOfXdg() {
    assertThat(places("Linux", Map.of()))
        .isEqualTo(
            new SettingsPlaces(
                HOME.resolve(".config/voxdesk/preferences.properties"),
                HOME.resolve(".cache/voxdesk/sample"),
                HOME.resolve(".local/state/voxdesk/journal"),
                HOME.resolve(".local/share/voxdesk/measurements"),
                Optional.of(HOME.resolve(".local/share/voxdesk/nodules")),
                HOME.resolve(".local/state/voxdesk/log")));
  }

  @Test
  void theVariablesOfXdgHoldWhereTheyAreAbsolute() {
    Map<String, String> variables =
        Map.of(
            "XDG_CONFIG_HOME", "/a",
            "XDG_CACHE_HOME", "/b",
            "XDG_STATE_HOME", "/c",
            "XDG_DATA_HOME", "/d");
    assertThat(places("Linux", variables))
        .isEqualTo(
            new SettingsPlaces(
                Path.of("/a/voxdesk/preferences.properties"),
                Path.of("/b/voxdesk/sample"),
                Path.of("/c/voxdesk/journal"),
                Path.of("/d/voxdesk/measurements"),
                Optional.of(Path.of("/d/voxdesk/nodules")),
                Path.of("/c/voxdesk/log")));
    assertThat(places("Linux", Map.of("XDG_CONFIG_HOME", "relative", "XDG_STATE_HOME", " ")))
        .isEqualTo(places("Linux", Map.of()));
  }

  @Test
  void homeIsWhereTheVariableSays() {
    assertThat(places("Linux", Map.of("HOME", HOME.toString(), "XDG_CACHE_HOME", "/b")).logs())
        .isEqualTo(places("Linux", Map.of()).logs());
    assertThat(places("Linux", Map.of("HOME", "/other")).preferences())
        .isEqualTo(Path.of("/other/.config/voxdesk/preferences.properties"));
    assertThat(places("Linux", Map.of("HOME", "relative"))).isEqualTo(places("Linux", Map.of()));
    assertThat(places("Mac OS X", Map.of("HOME", "/other")).logs())
        .isEqualTo(Path.of("/other/Library/Logs/Voxdesk"));
    assertThat(places("Windows 11", Map.of("HOME", "/other")))
        .isEqualTo(places("Windows 11", Map.of()));
  }

  @Test
  void windowsRoamsWhatTheUserChoseAndMadeOnly() {
    Path roaming = HOME.resolve("AppData/Roaming/Voxdesk");
    Path local = HOME.resolve("AppData/Local/Voxdesk");
    SettingsPlaces expected =
        new SettingsPlaces(
            roaming.resolve("preferences.properties"),
            local.resolve("Cache/sample"),
            local.resolve("journal"),
            roaming.resolve("measurements"),
            Optional.of(roaming.resolve("nodules")),
            local.resolve("Logs"));
    assertThat(places("Windows 11", Map.of())).isEqualTo(expected);
    assertThat(
            places(
                "Windows 11",
                Map.of(
                    "APPDATA", HOME.resolve("AppData/Roaming").toString(),
                    "LOCALAPPDATA", HOME.resolve("AppData/Local").toString())))
        .isEqualTo(expected);
  }

  @Test
  void macHasTheFoldersOfLibrary() {
    Path library = HOME.resolve("Library");
    assertThat(places("Mac OS X", Map.of("XDG_CONFIG_HOME", "/a")))
        .isEqualTo(
            new SettingsPlaces(
                library.resolve("Application Support/Voxdesk/preferences.properties"),
                library.resolve("Caches/Voxdesk/sample"),
                library.resolve("Application Support/Voxdesk/journal"),
                library.resolve("Application Support/Voxdesk/measurements"),
                Optional.of(library.resolve("Application Support/Voxdesk/nodules")),
                library.resolve("Logs/Voxdesk")));
  }

  private static SettingsPlaces places(String osName, Map<String, String> environment) {
    return SettingsPlaces.in(UserFolders.of(osName, HOME, environment));
  }
}
