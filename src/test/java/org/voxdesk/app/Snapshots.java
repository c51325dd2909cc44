package org.voxdesk.app;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.voxdesk.app.shell.MainWindow;

/// Pictures of nodes in `target/snapshots`, to look at. Call on JavaFX's thread.
public final class Snapshots {
  private Snapshots() {}

  /// Gives `scene` the look of the window.
  public static void dress(Scene scene) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    scene.getStylesheets().add(MainWindow.stylesheet());
  }

  /// Writes what `node` looks like now to `target/snapshots/NAME.png`.
  public static Path save(Node node, String name) {
    Path file = Path.of("target", "snapshots", name + ".png");
    node.applyCss();
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(
          SwingFXUtils.fromFXImage(node.snapshot(null, null), null), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
