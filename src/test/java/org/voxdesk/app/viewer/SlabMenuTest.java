package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
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
import org.voxdesk.volume.Slab;

@ExtendWith(ApplicationExtension.class)
final class SlabMenuTest {
  @TempDir static Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private ViewerViewModel viewer;
  private Menu menu;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @Start
  void start(Stage stage) {
    Services services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    AppModel app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    viewer.panes().getFirst().resize(200, 200, 1);
    app.session().open(List.of(folder));
    services.commands().run(Command.PLANE_CORONAL);
    menu = SlabMenu.of(viewer, services);
  }

  @Test
  void anyThicknessCanBeTyped(FxRobot robot) {
    dialogs.atPage =
        page -> {
          Snapshots.dress(new Scene((Parent) page, 300, 200));
          TextField field = (TextField) page.lookup("#slab-mm");
          Button apply = (Button) page.lookup("#slab-apply");
          for (String nonsense : List.of("", "thick", "0", "-1", "1001", "NaN")) {
            field.setText(nonsense);
            assertThat(apply.isDisabled()).as(nonsense).isTrue();
          }
          field.setText("7,5");
          apply.fire();
        };
    robot.interact(() -> show().get(7).fire());
    assertThat(slab()).isEqualTo(new Slab(7.5, Slab.Kind.MEAN));
    robot.interact(
        () -> {
          RadioMenuItem other = (RadioMenuItem) show().get(7);
          assertThat(other.getText()).isEqualTo("Other… (7.5 mm)");
          assertThat(other.isSelected()).isTrue();
        });
  }

  @Test
  void aThinPlaneBecomesASlabWhereItsKindIsChosen(FxRobot robot) {
    robot.interact(() -> show().get(10).fire());
    assertThat(slab()).isEqualTo(new Slab(10, Slab.Kind.MAXIMUM));
    robot.interact(() -> show().getFirst().fire());
    assertThat(slab().mm()).isZero();
  }

  private List<MenuItem> show() {
    menu.getOnShowing().handle(null);
    return menu.getItems();
  }

  private Slab slab() {
    return viewer.active().slabProperty().get();
  }
}
