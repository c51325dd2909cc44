package org.voxdesk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.study.Source;

@ExtendWith(ApplicationExtension.class)
final class PicturesPageTest {
  @TempDir static Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;

  @Start
  void start(Stage stage) {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    new LibraryViewModel(app);
  }

  @Test
  void onlyThePicturesOfThePatternsAreOpened(FxRobot robot) throws Exception {
    for (int k = 0; k < 4; k++) {
      for (String end : new String[] {"_i.png", "_m.png"}) {
        var picture = new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(picture, "png", folder.resolve("img_000" + k + end).toFile());
      }
    }
    dialogs.folder = Optional.of(folder);
    dialogs.atPage =
        page -> {
          Snapshots.dress(new Scene((Parent) page, 500, 400));
          assertThat(text(page, "#pictures-count")).isEqualTo("8 pictures");
          field(page, "#pictures-include").setText("*_i.png");
          field(page, "#pictures-exclude").setText("img_0001*");
          assertThat(text(page, "#pictures-count")).isEqualTo("3 pictures");
          field(page, "#pictures-exclude").setText("*");
          assertThat(page.lookup("#pictures-open").isDisabled()).isTrue();
          field(page, "#pictures-exclude").setText("img_0001*");
          ((Button) page.lookup("#pictures-open")).fire();
        };
    robot.interact(() -> services.commands().run(Command.OPEN_PICTURES));
    assertThat(app.session().libraryProperty().get().instances())
        .hasSize(3)
        .allMatch(image -> image.source() == Source.PICTURE);
  }

  @Test
  void otherPicturesOfTheFolderAreAnotherStack(FxRobot robot) throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int k = 0; k < 6; k++) {
      var picture = new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_GRAY);
      ImageIO.write(picture, "png", many.resolve("img_000" + k + ".png").toFile());
    }
    robot.interact(() -> services.commands().run(Command.CLOSE_ALL));
    dialogs.folder = Optional.of(many);
    open(robot, "*[012].png");
    open(robot, "*[345].png");
    assertThat(sizes()).as("beside each other").containsExactly(3, 3);
    open(robot, "*[1234].png");
    assertThat(sizes()).as("in the place of those it shares pictures with").containsExactly(4);
  }

  @Test
  void aPatternThatMakesNoSenseIsToldInPlainWords(FxRobot robot) {
    dialogs.folder = Optional.of(folder);
    dialogs.atPage =
        page -> {
          field(page, "#pictures-include").setText("*.{png");
          assertThat(text(page, "#pictures-count"))
              .startsWith("“*.{png” is no pattern of file names")
              .contains("closed")
              .doesNotContain("Missing");
        };
    robot.interact(() -> services.commands().run(Command.OPEN_PICTURES));
  }

  private void open(FxRobot robot, String pattern) {
    dialogs.atPage =
        page -> {
          field(page, "#pictures-include").setText(pattern);
          ((Button) page.lookup("#pictures-open")).fire();
        };
    robot.interact(() -> services.commands().run(Command.OPEN_PICTURES));
  }

  private List<Integer> sizes() {
    return app.session().libraryProperty().get().series().stream()
        .map(series -> series.instances().size())
        .toList();
  }

  private static String text(Node page, String id) {
    return ((Label) page.lookup(id)).getText();
  }

  private static TextField field(Node page, String id) {
    return (TextField) page.lookup(id);
  }
}
