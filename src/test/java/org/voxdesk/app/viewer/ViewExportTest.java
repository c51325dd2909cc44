package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;

/// The view leaves the program as pictures.
@ExtendWith(ApplicationExtension.class)
final class ViewExportTest {
  @TempDir static Path series;
  @TempDir Path out;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private ViewerViewModel viewer;
  private ViewerView view;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(series);
  }

  @Start
  void start(Stage stage) {
    services = TestServices.synchronous(series, dialogs);
    AppModel app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    view = new ViewerView(viewer);
    Scene scene = new Scene(view, 501, 503);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
    app.session().open(List.of(series));
  }

  @BeforeEach
  void choose() {
    dialogs.folder = Optional.of(out);
    dialogs.target = Optional.of(out.resolve("what I see.v2"));
  }

  @Test
  void theViewIsWrittenAsItIsSeen(FxRobot robot) throws Exception {
    run(robot, Command.EXPORT_VIEW);
    BufferedImage picture = ImageIO.read(out.resolve("what I see.v2.png").toFile());
    Node stage = view.lookup(".stage");
    assertThat(picture.getWidth()).isEqualTo((int) stage.getLayoutBounds().getWidth());
    assertThat(picture.getHeight()).isEqualTo((int) stage.getLayoutBounds().getHeight());
    double[] ball =
        viewer
            .active()
            .pictureProperty()
            .get()
            .orElseThrow()
            .screen(SmallSeries.BALL.i(), SmallSeries.BALL.j());
    assertThat(grey(picture, (int) ball[0], (int) ball[1]))
        .as("100 HU in the window 400 / 40")
        .isEqualTo(166);
    double[] air = viewer.active().pictureProperty().get().orElseThrow().screen(80, 80);
    assertThat(grey(picture, (int) air[0], (int) air[1])).as("air is dark").isZero();
  }

  @Test
  void theViewIsCopied(FxRobot robot) {
    run(robot, Command.COPY_VIEW);
    robot.interact(
        () -> assertThat(Clipboard.getSystemClipboard().getImage().getWidth()).isGreaterThan(100));
    assertThat(services.notifications().shown()).isNotEmpty();
  }

  @Test
  void theSeriesBecomesNumberedPicturesOfOneEvenSize(FxRobot robot) throws Exception {
    run(robot, Command.INVERT, Command.EXPORT_SEQUENCE);
    try (Stream<Path> files = Files.list(out)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertThat(names).hasSize(SmallSeries.SLICES).startsWith("slice_0001.png", "slice_0002.png");
    }
    BufferedImage middle = ImageIO.read(out.resolve("slice_0021.png").toFile());
    assertThat(middle.getWidth() % 2 + middle.getHeight() % 2).isZero();
    double[] ball =
        viewer
            .active()
            .pictureProperty()
            .get()
            .orElseThrow()
            .screen(SmallSeries.BALL.i(), SmallSeries.BALL.j());
    assertThat(grey(middle, (int) ball[0], (int) ball[1]))
        .as("tissue, inverted")
        .isEqualTo(255 - 166);
    BufferedImage first = ImageIO.read(out.resolve("slice_0001.png").toFile());
    assertThat(grey(first, (int) ball[0], (int) ball[1])).as("air, inverted").isEqualTo(255);
  }

  @Test
  void picturesThatAreThereAreReplacedOnlyIfWanted(FxRobot robot) throws Exception {
    Path taken = Files.writeString(out.resolve("slice_0005.png"), "mine");
    dialogs.agrees = false;
    run(robot, Command.EXPORT_SEQUENCE);
    assertThat(taken).hasContent("mine");
    assertThat(out.resolve("slice_0001.png")).doesNotExist();
    dialogs.agrees = true;
    run(robot, Command.EXPORT_SEQUENCE);
    assertThat(ImageIO.read(taken.toFile())).isNotNull();
  }

  private void run(FxRobot robot, Command... commands) {
    for (Command command : commands) {
      robot.interact(() -> services.commands().run(command));
    }
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xff;
  }
}
