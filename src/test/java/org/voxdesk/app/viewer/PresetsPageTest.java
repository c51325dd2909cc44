package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.render.Window;

/// The windows of a modality are changed by hand, and kept.
@ExtendWith(ApplicationExtension.class)
final class PresetsPageTest {
  @TempDir static Path series;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private ViewerViewModel viewer;
  private Parent page;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(series);
  }

  @Start
  void start(Stage stage) {
    services = TestServices.synchronous(series, dialogs);
    AppModel app = new AppModel(services);
    viewer = new ViewerViewModel(app, Runnable::run);
    viewer.panes().forEach(pane -> pane.resize(100, 100, 1));
    app.session().open(List.of(series));
    PresetsPage.show(viewer);
    page = (Parent) dialogs.pages.getFirst().get();
    Scene scene = new Scene(page, 560, 420);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aNewWindowCountsAtOnceAndIsTheFirstKeyWhenItIsRaised(FxRobot robot) {
    int before = rows().size();
    robot.interact(() -> viewer.window(new Window(123, 456)));
    robot.clickOn("#presets-add");
    List<Node> rows = rows();
    assertThat(rows).hasSize(before + 1);
    TextField name = (TextField) rows.getLast().lookup(".text-field");
    robot.interact(() -> name.setText("Mine"));
    for (int up = before; up > 0; up--) {
      Button raise = (Button) rows.getLast().lookup("#presets-up");
      robot.interact(raise::fire);
    }
    assertThat(names()).startsWith("Mine");
    robot.interact(() -> viewer.window(new Window(0, 1)));
    robot.interact(() -> services.commands().run(Command.PRESET_1));
    assertThat(viewer.stateProperty().getValue().window()).isEqualTo(new Window(123, 456));
    WindowPresets nextTime = new WindowPresets(services.preferences());
    assertThat(nextTime.of("CT").getFirst().explanation()).isEqualTo("Mine");
  }

  @Test
  void aWindowIsDeletedAndTheUsualOnesComeBack(FxRobot robot) {
    List<String> usual = names();
    Button delete = (Button) rows().getFirst().lookup("#presets-delete");
    robot.interact(delete::fire);
    assertThat(viewer.presets().of("CT")).hasSize(usual.size() - 1);
    robot.clickOn("#presets-reset");
    assertThat(viewer.presets().of("CT")).isEqualTo(WindowPresets.usual("CT"));
    assertThat(names()).isEqualTo(usual);
  }

  @Test
  void aWidthThatNoWindowCanHaveGivesWayToTheLastOne(FxRobot robot) {
    List<NamedWindow> before = viewer.presets().of("CT");
    TextField width =
        (TextField) rows().getFirst().lookupAll(".text-field").toArray(Node[]::new)[1];
    String was = width.getText();
    for (String typed : List.of("-5", "1e30", "wide")) {
      robot.interact(
          () -> {
            width.setText(typed);
            width.getOnAction().handle(new ActionEvent());
          });
      assertThat(width.getText()).isEqualTo(was);
      assertThat(viewer.presets().of("CT")).isEqualTo(before);
    }
  }

  @Test
  void theMenuSaysWhichWindowEachKeyIs() {
    assertThat(services.commands().detailProperty(Command.PRESET_1).get()).contains("1500 / −600");
  }

  @Test
  void linesThatMakeNoSenseArePassedOver() {
    services.preferences().set("viewer.presets.MR", "a\t1\t2\nnonsense\nb\twide\t2\nc\t0\t2");
    assertThat(new WindowPresets(services.preferences()).of("MR"))
        .extracting(NamedWindow::explanation)
        .containsExactly("a");
  }

  private List<Node> rows() {
    return List.copyOf(page.lookupAll(".preset-row"));
  }

  private List<String> names() {
    return rows().stream()
        .map(row -> ((TextField) row.lookup(".text-field")).getText())
        .collect(Collectors.toList());
  }
}
