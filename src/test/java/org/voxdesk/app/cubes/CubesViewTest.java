package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.tags.TagsView;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Lps;

@ExtendWith(ApplicationExtension.class)
final class CubesViewTest {
  @TempDir static Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    services = TestServices.synchronous(folder, dialogs);
    app = new AppModel(services);
    Screens screens =
        new Screens(
            new StackPane(new Label("left")),
            new StackPane(new Label("middle")),
            List.of(),
            List.of(TagsView.tab(app), CubesView.tab(app, point -> {})));
    services.preferences().setDividers(List.of(0.16, 0.47));
    ShellViewModel shell = new ShellViewModel(services);
    new MainWindow(
            stage,
            app,
            shell,
            new WindowTheme(shell),
            new TasksViewModel(services.tasks(), Runnable::run),
            screens)
        .show();
  }

  @BeforeEach
  void open(FxRobot robot, @TempDir Path input) throws Exception {
    List<Path> files = SmallSeries.write(input);
    robot.interact(
        () -> {
          app.session().open(files);
          services.notifications().shown().stream()
              .toList()
              .forEach(services.notifications()::dismiss);
        });
    waitForFxEvents();
  }

  @Test
  void markingANoduleOpensThePageAndShowsItsCubeInsideThePanel(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes"));
    List<ImageView> pictures =
        robot.lookup(".cube-stage").query().lookupAll(".image-view").stream()
            .map(ImageView.class::cast)
            .toList();
    assertThat(pictures).hasSize(4);
    Bounds page = bounds(robot.lookup(".cube-stage").query());
    for (ImageView picture : pictures) {
      Bounds shown = bounds(picture);
      assertThat(shown.getWidth()).isCloseTo(shown.getHeight(), offset()).isGreaterThan(80);
      assertThat(page.contains(shown)).isTrue();
    }
  }

  /// A full screen that is scaled by half leaves that much.
  @Test
  void nothingIsCutInASmallWindow(FxRobot robot) {
    robot.interact(
        () -> {
          stage.setWidth(1066);
          stage.setHeight(640);
          app.nodules().mark(new Lps(2, -8, -60));
        });
    waitForFxEvents();
    robot.interact(
        () -> robot.lookup(".columns").queryAs(SplitPane.class).setDividerPositions(0.19, 0.66));
    waitForFxEvents();
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes-small"));
    assertThat(robot.lookup(".nodules .column-header .label").queryAllAs(Label.class))
        .isNotEmpty()
        .allSatisfy(CubesViewTest::isWhole);
    for (String id : List.of("#cubes-size", "#cubes-mm")) {
      Region box = robot.lookup(id).queryAs(Region.class);
      assertThat(box.getWidth()).as(id).isGreaterThanOrEqualTo(box.prefWidth(-1));
    }
    Bounds entry = bounds(robot.lookup(".cube-entry").query());
    Bounds divider = bounds(robot.lookup(".cubes-parts > .split-pane-divider").query());
    assertThat(divider.getMinY()).isGreaterThanOrEqualTo(entry.getMaxY());
  }

  private static void isWhole(Label label) {
    assertThat(((Text) label.lookup(".text")).getText()).isEqualTo(label.getText());
  }

  @Test
  void coordinatesAreTypedAndTheNoduleIsRemovedByKey(FxRobot robot) {
    robot.interact(() -> app.pageProperty().set("cubes.title"));
    if (!robot.lookup("#cubes-x").query().isVisible()
        || !robot.lookup("#cubes-x").query().getParent().isVisible()) {
      robot.clickOn("#cubes-coordinates");
    }
    robot.clickOn("#cubes-x").write("2").type(KeyCode.TAB).write("far").type(KeyCode.ENTER);
    assertThat(hint(robot)).contains("three numbers");
    robot.clickOn("#cubes-y").eraseText(3).write("-8,0").type(KeyCode.TAB);
    robot.write("-60").type(KeyCode.ENTER);
    assertThat(app.nodules().allProperty().get().all()).hasSize(1);
    robot.interact(() -> robot.lookup(".nodules").query().requestFocus());
    robot.type(KeyCode.DELETE);
    assertThat(app.nodules().allProperty().get().all()).isEmpty();
  }

  @Test
  void aCubeAtTheEdgeCarriesABadgeAndIsExported(FxRobot robot, @TempDir Path out) throws Exception {
    robot.interact(() -> app.nodules().mark(new Lps(-40, -8, -60)));
    waitForFxEvents();
    assertThat(robot.lookup(".badge").queryLabeled().getText()).startsWith("Padded");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes-padded"));
    dialogs.folder = Optional.of(out);
    robot.clickOn("#cubes-folder").clickOn("#cubes-export");
    try (Stream<Path> files = Files.list(out)) {
      // Mosaic, array, mask, sidecar and key.
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void digitsLabelTheSelectedNoduleWhileTheListHasTheFocus(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    robot.clickOn(robot.lookup(".nodules .table-row-cell").<Node>query());
    robot.type(KeyCode.DIGIT2);
    assertThat(only().label()).isEqualTo("part-solid");
    robot.type(KeyCode.DIGIT0);
    assertThat(only().label()).isEmpty();
    robot.clickOn(robot.lookup(".label-choice").<Node>query());
    assertThat(only().label()).isEqualTo("solid");
  }

  @Test
  void aClickInAPlaneMovesTheOthersAndTheRulerMeasures(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    Node axial = robot.lookup(".cube-plane").query();
    String before = robot.lookup("#cubes-position").queryLabeled().getText();
    robot.clickOn(robot.offset(axial, 30, 10));
    String after = robot.lookup("#cubes-position").queryLabeled().getText();
    assertThat(after).isNotEqualTo(before).contains("z 32");
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(robot.lookup("#cubes-position").queryLabeled().getText()).contains("z 33");
    robot.clickOn("#cubes-center");
    assertThat(only().center()).isNotEqualTo(new Lps(2, -8, -60));
    robot.clickOn("#cubes-ruler");
    robot.moveTo(axial).press(MouseButton.PRIMARY).moveBy(20, 0).release(MouseButton.PRIMARY);
    assertThat(only().diameterMm().orElseThrow()).isBetween(4.0, 20.0);
  }

  @Test
  void whatIsToBeKnownOfTheSeriesIsSaidAndClassicNotOfferedWhereItRefuses(
      FxRobot robot, @TempDir Path other) throws Exception {
    robot.interact(() -> app.pageProperty().set("cubes.title"));
    waitForFxEvents();
    assertThat(robot.lookup("#guard-words").queryLabeled().getText()).contains("even");
    assertThat(robot.lookup("#cubes-mode-classic").query().isDisabled()).isFalse();
    List<Path> gap = new ArrayList<>(SmallSeries.write(other));
    gap.subList(20, 23).clear();
    robot.interact(
        () -> {
          app.session().close(app.session().libraryProperty().get().instances());
          app.session().open(gap);
        });
    waitForFxEvents();
    assertThat(robot.lookup("#guard-words").queryLabeled().getText()).contains("gaps");
    assertThat(robot.lookup("#cubes-mode-classic").query().isDisabled()).isTrue();
    assertThat(robot.lookup(".guard-details .label").queryAllAs(Label.class))
        .allMatch(Node::isVisible)
        .anyMatch(label -> label.getText().startsWith("Classic is not offered"));
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes-guard"));
  }

  @Test
  void theDatasetIsAskedForOnAPage(FxRobot robot, @TempDir Path out) throws Exception {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    dialogs.atPage =
        page -> {
          Scene scene = new Scene((Parent) page);
          Snapshots.dress(scene);
          page.applyCss();
          ((TextField) page.lookup("#dataset-folder")).setText(out.toString());
          ((CheckBox) page.lookup("#cubes-format-nifti")).fire();
          Snapshots.save(page, "cubes-dataset");
          ((Button) page.lookup("#dataset-make")).fire();
        };
    robot.interact(() -> services.commands().run(Command.EXPORT_DATASET));
    waitForFxEvents();
    assertThat(out.resolve("manifest.csv")).exists();
    try (Stream<Path> files = Files.list(out.resolve("cubes"))) {
      assertThat(files).anyMatch(file -> file.toString().endsWith(".nii.gz"));
    }
    assertThat(robot.lookup(".queue .queue-row").queryAll()).hasSize(1);
    robot.clickOn("#queue-remove");
    assertThat(robot.lookup(".queue .queue-row").queryAll()).isEmpty();
  }

  @Test
  void aPageThatAsksCanBeLeftByAButton(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    dialogs.atPage = page -> ((Button) page.lookup("#page-cancel")).fire();
    robot.interact(() -> services.commands().run(Command.EXPORT_DATASET));
    assertThat(dialogs.answered).isTrue();
    robot.clickOn("#cubes-labels-edit");
    assertThat(dialogs.answered).isTrue();
    assertThat(robot.lookup(".queue .queue-row").queryAll()).isEmpty();
  }

  @Test
  void nothingMovesWhenNodulesBadgesAndExportsCome(FxRobot robot, @TempDir Path out) {
    robot.interact(() -> app.pageProperty().set("cubes.title"));
    waitForFxEvents();
    List<String> places =
        List.of(".labels", "#cubes-mode-classic", "#cubes-more", "#cubes-window", "#cubes-export");
    List<Bounds> before = places.stream().map(id -> bounds(robot.lookup(id).query())).toList();
    dialogs.folder = Optional.of(out);
    robot.interact(
        () -> {
          for (int n = 0; n < 12; n++) {
            app.nodules().mark(new Lps(-40 + n, -8, -60));
          }
          services.commands().run(Command.EXPORT_CUBE);
          services.commands().run(Command.EXPORT_CUBES);
        });
    waitForFxEvents();
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "cubes-many"));
    assertThat(robot.lookup(".badge").queryAllAs(Label.class)).anyMatch(Node::isVisible);
    assertThat(places.stream().map(id -> bounds(robot.lookup(id).query())).toList())
        .isEqualTo(before);
  }

  @Test
  void theNewestExportIsSeenAndWhatIsFinishedIsClearedAtOnce(FxRobot robot, @TempDir Path out) {
    dialogs.folder = Optional.of(out);
    robot.interact(
        () -> {
          app.nodules().mark(new Lps(2, -8, -60));
          services.commands().run(Command.EXPORT_CUBE);
          app.nodules().mark(new Lps(4, -8, -60));
          services.commands().run(Command.EXPORT_CUBE);
        });
    waitForFxEvents();
    assertThat(robot.lookup(".queue .queue-row .tag-note").queryLabeled().getText())
        .contains("nodule 2");
    robot.clickOn("#queue-all");
    assertThat(robot.lookup(".queue-page .queue-row .tag-note").queryAllAs(Label.class))
        .extracting(Label::getText)
        .satisfiesExactly(
            newest -> assertThat(newest).contains("nodule 2"),
            oldest -> assertThat(oldest).contains("nodule 1"));
    robot.clickOn("#queue-clear");
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup(".queue .queue-row").queryAll()).isEmpty();
    assertThat(robot.lookup("#cubes-folder-name").queryLabeled().getText())
        .contains(out.toString());
  }

  @Test
  void oneKeyLabelsWithTheNoduleToolInHandAndShiftWithAnyOther(FxRobot robot) {
    SimpleBooleanProperty nodule = new SimpleBooleanProperty(true);
    List<Command> ran = new ArrayList<>();
    robot.interact(
        () -> {
          Commands commands = services.commands();
          commands.bindChoice(
              Command.TOOL_NODULE, () -> {}, new SimpleBooleanProperty(true), nodule);
          commands.bind(Command.PRESET_2, () -> ran.add(Command.PRESET_2));
          app.pageProperty().set("cubes.title");
        });
    waitForFxEvents();
    robot.interact(() -> robot.lookup("#cubes-export").query().requestFocus());
    // No nodule to label.
    robot.type(KeyCode.DIGIT2);
    assertThat(ran).containsExactly(Command.PRESET_2);
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    robot.interact(() -> stage.getScene().getRoot().requestFocus());
    robot.type(KeyCode.DIGIT2);
    assertThat(only().label()).isEqualTo("part-solid");
    robot.type(KeyCode.NUMPAD3);
    assertThat(only().label()).isEqualTo("ground glass");
    robot.type(KeyCode.DIGIT0);
    assertThat(only().label()).isEmpty();
    assertThat(ran).hasSize(1);
    robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
    assertThat(ran).hasSize(2);
    assertThat(only().label()).isEmpty();
    robot.interact(() -> nodule.set(false));
    robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT2).release(KeyCode.SHIFT);
    assertThat(only().label()).isEqualTo("part-solid");
    robot.type(KeyCode.DIGIT2);
    assertThat(ran).hasSize(3);
    // What is typed is typed.
    robot.interact(() -> nodule.set(true));
    Node size = robot.lookup("#cubes-size .text-field").query();
    robot.doubleClickOn(size).eraseText(4).write("33").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("33");
    assertThat(only().label()).isEqualTo("part-solid");
  }

  @Test
  void whatHasNoEffectInClassicModeIsOffAndSaysWhy(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    robot.clickOn("#cubes-mode-classic").clickOn("#cubes-more");
    for (String id : List.of("#cubes-kernel", "#cubes-antialias", "#cubes-fill")) {
      assertThat(robot.lookup(id).query().isDisabled()).isTrue();
    }
    assertThat(robot.lookup("#cubes-duplicates").query().isDisabled()).isFalse();
    assertThat(robot.lookup("#cubes-more-classic").query().isVisible()).isTrue();
    robot.interact(
        () -> Snapshots.save(robot.lookup(".cube-options").query(), "cubes-options-classic"));
    robot.type(KeyCode.ESCAPE).clickOn("#cubes-mode-physical").clickOn("#cubes-more");
    assertThat(robot.lookup("#cubes-kernel").query().isDisabled()).isFalse();
    assertThat(robot.lookup("#cubes-more-classic").query().isVisible()).isFalse();
  }

  @Test
  void whatTheReadersOfLidcSaidIsATableBehindABadge(FxRobot robot) {
    String series = app.session().seriesProperty().get().orElseThrow().uid();
    robot.interact(
        () ->
            app.nodules()
                .read(
                    List.of(
                        new Annotation(
                            series,
                            new Lps(2, -8, -60),
                            OptionalDouble.of(6),
                            "",
                            Map.of("malignancy", List.of(3, 4, 5), "calcification", List.of(6)),
                            List.of())),
                    Map.of()));
    robot.interact(() -> app.pageProperty().set("cubes.title"));
    waitForFxEvents();
    assertThat(robot.lookup("#cubes-ratings").queryLabeled().getText())
        .isEqualTo("Malignancy 4.0 · 3 readers");
    robot.clickOn("#cubes-ratings");
    assertThat(robot.lookup(".ratings-table .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Malignancy", "Calcification", "4.0", "–", "6", "Reader 3");
    robot.interact(() -> Snapshots.save(robot.lookup(".ratings-table").query(), "cubes-ratings"));
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> app.nodules().mark(new Lps(20, -8, -60)));
    assertThat(robot.lookup("#cubes-ratings").query().isVisible()).isFalse();
  }

  @Test
  void sizesAreTypedAndWhatIsNoSizeIsTakenBack(FxRobot robot) {
    robot.interact(() -> app.nodules().mark(new Lps(2, -8, -60)));
    waitForFxEvents();
    Node size = robot.lookup("#cubes-size .text-field").query();
    robot.doubleClickOn(size).eraseText(4).write("40").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("40");
    robot.doubleClickOn(size).eraseText(4).write("500").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("128");
    assertThat(hint(robot)).isEqualTo("From 16 to 128 voxels.");
    Node mm = robot.lookup("#cubes-mm .text-field").query();
    robot.doubleClickOn(mm).eraseText(7).write("1,5").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.mm")).contains("1.5");
    robot.doubleClickOn(mm).eraseText(7).write("2.5").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.mm")).contains("2.0");
    assertThat(hint(robot)).isEqualTo("From 0.5 to 2.0 mm.");
    robot.doubleClickOn(size).eraseText(5).write("x").type(KeyCode.ENTER);
    assertThat(services.preferences().get("cubes.size")).contains("128");
    assertThat(((TextField) size).getText()).isEqualTo("128³");
  }

  /// What is said under a field.
  private static String hint(FxRobot robot) {
    return robot.lookup(".hint").queryAll().stream()
        .filter(Label.class::isInstance)
        .map(Label.class::cast)
        .filter(label -> label.getScene().getWindow().isShowing())
        .map(Label::getText)
        .reduce("", String::concat);
  }

  private Nodule only() {
    assertThat(app.nodules().here()).hasSize(1);
    return app.nodules().here().getFirst();
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  private static Offset<Double> offset() {
    return Offset.offset(1.0);
  }
}
