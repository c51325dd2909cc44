package org.voxdesk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
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

/// The page that is there while nothing is open.
@ExtendWith(ApplicationExtension.class)
final class WelcomePageTest {
  @TempDir static Path folder;

  private final List<Command> ran = new ArrayList<>();
  private AppModel app;
  private WelcomePage page;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @Start
  void start(Stage stage) {
    Services services = TestServices.synchronous(folder, new AnsweringDialogs());
    services.preferences().addRecent(List.of(folder));
    app = new AppModel(services);
    LibraryViewModel library = new LibraryViewModel(app);
    services.commands().bind(Command.OPEN_SAMPLE, () -> ran.add(Command.OPEN_SAMPLE));
    page = new WelcomePage(library);
    Scene scene = new Scene(page, 700, 500);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void whatWasOpenedBeforeIsAClickAway(FxRobot robot) {
    assertThat(page.isVisible()).isTrue();
    robot.clickOn(robot.from(page).lookup(".hyperlink").queryAs(Hyperlink.class));
    assertThat(app.session().libraryProperty().get().instances()).hasSize(SmallSeries.SLICES);
    assertThat(page.isVisible()).isFalse();
    robot.interact(() -> app.services().commands().run(Command.CLOSE_ALL));
    assertThat(page.isVisible()).as("again when all has been closed").isTrue();
  }

  @Test
  void aListThatIsClearedIsGoneAtOnce(FxRobot robot) {
    assertThat(robot.from(page).lookup(".hyperlink").tryQuery()).isPresent();
    robot.interact(() -> app.services().commands().run(Command.CLEAR_RECENT));
    assertThat(robot.from(page).lookup(".hyperlink").tryQuery()).isEmpty();
  }

  @Test
  void theSampleIsOffered(FxRobot robot) {
    robot.clickOn("#welcome-OPEN_SAMPLE");
    assertThat(ran).containsExactly(Command.OPEN_SAMPLE);
  }
}
