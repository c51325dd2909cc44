package org.voxdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DisplayTest {
  private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

  @TempDir Path root;

  @Test
  void linuxNeedsADisplay() {
    assertThat(Display.missing("Linux", root, Map.of()).orElseThrow().toString())
        .contains("DISPLAY");
    assertThat(Display.missing("Linux", root, Map.of("DISPLAY", ""))).isPresent();
  }

  @Test
  void linuxNeedsGtk() {
    assertThat(Display.missing("Linux", root, X11).orElseThrow().toString()).contains("GTK 3");
  }

  @Test
  void gtkIsFoundInTheFolderOfAnArchitecture() throws IOException {
    Path folder = Files.createDirectories(root.resolve("usr/lib/x86_64-linux-gnu"));
    Files.createFile(folder.resolve("libgtk-3.so.0"));
    assertThat(Display.missing("Linux", root, X11)).isEmpty();
  }

  @Test
  void gtkIsFoundInTheLinkersCache() throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.write(
        root.resolve("etc/ld.so.cache"),
        new byte[] {0, 'l', 'i', 'b', 'g', 't', 'k', '-', '3', '.', 's', 'o', '.', '0', 0, -1});
    assertThat(Display.missing("Linux", root, X11)).isEmpty();
  }

  @Test
  void otherSystemsAlwaysHaveADisplay() {
    assertThat(Display.missing("Windows 11", root, Map.of())).isEmpty();
    assertThat(Display.missing("Mac OS X", root, Map.of())).isEmpty();
  }
}
