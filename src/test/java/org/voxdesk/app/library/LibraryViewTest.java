package org.voxdesk.app.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import org.voxdesk.app.model.Session;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;

@ExtendWith(ApplicationExtension.class)
final class LibraryViewTest {
  @TempDir static Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private Session session;
  private LibraryView view;

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
    DicomFile other = SmallSeries.slice(0);
    DicomWriter.save(
        other.withDataSet(
            other
                .dataSet()
                .with(Tag.SERIES_INSTANCE_UID, Vr.UI, SmallSeries.UID + ".9")
                .with(Tag.SERIES_NUMBER, Vr.IS, "9")
                .with(Tag.SERIES_DESCRIPTION, Vr.LO, "A scout with quite a long description")),
        folder.resolve("scout"),
        AtomicFile.Existing.REFUSE);
    Files.writeString(folder.resolve("notes.dcm"), "This is no DICOM file at all.");
  }

  @Start
  void start(Stage stage) {
    services = TestServices.synchronous(folder, dialogs);
    AppModel app = new AppModel(services);
    session = app.session();
    view = new LibraryView(new LibraryViewModel(app), new Thumbnails(Runnable::run, Runnable::run));
    Scene scene = new Scene(view, 230, 500);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void anEmptyLibraryInvitesToOpenAFolder(FxRobot robot) {
    dialogs.folder = Optional.of(folder);
    robot.clickOn("Open folder");
    assertThat(session.libraryProperty().get().series()).hasSize(2);
    assertThat(robot.lookup(".invitation").tryQuery()).isEmpty();
  }

  @Test
  void theTreeShowsPatientSeriesAndWhatWasLeftOut(FxRobot robot) {
    open(robot);
    assertThat(robot.lookup("Ball, Test  B1").tryQuery()).isPresent();
    assertThat(robot.lookup("40 images").tryQuery()).isPresent();
    assertThat(robot.lookup("2 mm apart").tryQuery()).isPresent();
    robot.interact(() -> Snapshots.save(view, "library"));
    Hyperlink link = robot.lookup("1 file left out").queryAs(Hyperlink.class);
    robot.clickOn(link);
    assertThat(dialogs.asked).contains("Files left out");
  }

  @Test
  void noRowIsWiderThanTheTree(FxRobot robot) {
    open(robot);
    TreeView<?> tree = robot.lookup(".tree-view").queryAs(TreeView.class);
    double edge = tree.localToScene(tree.getLayoutBounds()).getMaxX();
    assertThat(robot.from(tree).lookup(".label").<Node>queryAll())
        .isNotEmpty()
        .allSatisfy(
            label ->
                assertThat(label.localToScene(label.getLayoutBounds()).getMaxX()).isLessThan(edge));
    assertThat(robot.from(tree).lookup(".scroll-bar:horizontal").<Node>queryAll())
        .noneMatch(Node::isVisible);
  }

  @Test
  void clickingASeriesLooksAtItAndKeysGoOn(FxRobot robot) {
    open(robot);
    robot.clickOn("9  CT · A scout with quite a long description");
    assertThat(session.seriesProperty().get().orElseThrow().number()).isEqualTo("9");
    robot.interact(() -> services.commands().run(Command.SERIES_PREVIOUS));
    assertThat(session.seriesProperty().get().orElseThrow().instances())
        .hasSize(SmallSeries.SLICES);
    robot.interact(() -> services.commands().run(Command.SERIES_PREVIOUS));
    assertThat(session.seriesProperty().get().orElseThrow().instances())
        .hasSize(SmallSeries.SLICES);
  }

  @Test
  void aSeriesThatIsPressedToBeDraggedIsNotLookedAtYet(FxRobot robot) {
    open(robot);
    Series before = session.seriesProperty().get().orElseThrow();
    robot.moveTo("9  CT · A scout with quite a long description").press(MouseButton.PRIMARY);
    assertThat(session.seriesProperty().get()).contains(before);
    robot.release(MouseButton.PRIMARY);
    assertThat(session.seriesProperty().get().orElseThrow().number()).isEqualTo("9");
  }

  @Test
  void theRowOfWhatIsLookedAtIsScrolledTo(FxRobot robot) {
    open(robot);
    TreeView<LibraryItem> tree = tree(robot);
    TreeItem<LibraryItem> series =
        tree.getRoot().getChildren().getFirst().getChildren().getFirst().getChildren().getFirst();
    robot.interact(() -> series.setExpanded(true));
    List<Instance> images = session.seriesProperty().get().orElseThrow().instances();
    robot.interact(
        () -> session.select(session.seriesProperty().get().orElseThrow(), images.getLast()));
    waitForFxEvents();
    assertThat(robot.from(tree).lookup(".tree-cell:selected").<Node>queryAll())
        .as("the last of forty")
        .isNotEmpty();
  }

  @SuppressWarnings("unchecked") // The only tree there is.
  private static TreeView<LibraryItem> tree(FxRobot robot) {
    return robot.lookup(".tree-view").queryAs(TreeView.class);
  }

  @Test
  void aRowThatIsMarkedIsLeftAloneWhileItsImagesPass(FxRobot robot) {
    open(robot);
    TreeView<?> tree = robot.lookup(".tree-view").queryAs(TreeView.class);
    AtomicInteger changes = new AtomicInteger();
    tree.getSelectionModel().selectedIndexProperty().subscribe((Runnable) changes::incrementAndGet);
    session.seriesProperty().get().orElseThrow().instances().stream()
        .limit(5)
        .forEach(
            image ->
                robot.interact(
                    () -> session.select(session.seriesProperty().get().orElseThrow(), image)));
    assertThat(changes).hasValue(0);
  }

  @Test
  void anOpenSeriesListsItsImagesAndFollowsTheViewer(FxRobot robot) {
    open(robot);
    robot.clickOn("40 images").type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.DOWN);
    assertThat(looked().number()).hasValue(2);
    robot.interact(
        () ->
            session.select(
                session.seriesProperty().get().orElseThrow(),
                session.seriesProperty().get().orElseThrow().instances().get(5)));
    TreeView<?> tree = robot.lookup(".tree-view").queryAs(TreeView.class);
    LibraryItem marked = (LibraryItem) tree.getSelectionModel().getSelectedItem().getValue();
    assertThat(marked)
        .isInstanceOfSatisfying(
            LibraryItem.OfImage.class, row -> assertThat(row.image()).isEqualTo(looked()));
  }

  @Test
  void editedNamesAreShownAtOnceAndMarked(FxRobot robot) {
    open(robot);
    robot.clickOn("40 images").type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.DOWN);
    TreeView<?> tree = robot.lookup(".tree-view").queryAs(TreeView.class);
    Object marked = tree.getSelectionModel().getSelectedItem();
    int rows = tree.getExpandedItemCount();
    robot.interact(
        () -> {
          List<Instance> all = session.libraryProperty().get().instances();
          session.apply(set(Tag.PATIENT_NAME, Vr.PN, "New^Name"), all);
          session.apply(set(Tag.STUDY_DESCRIPTION, Vr.LO, "Renamed"), all);
        });
    waitForFxEvents();
    TreeCell<?> patient = cell(robot, "New, Name  B1");
    assertThat(patient.getPseudoClassStates())
        .extracting(PseudoClass::getPseudoClassName)
        .contains("edited");
    assertThat(patient.getTooltip().getText()).contains("as opened: Ball, Test  B1");
    assertThat(robot.lookup((Label l) -> l.getText().endsWith("Renamed")).tryQuery()).isPresent();
    assertThat(cell(robot, "40 images"))
        .matches(
            c -> c.getPseudoClassStates().stream().noneMatch(s -> "edited".equals(s.toString())));
    robot.interact(() -> Snapshots.save(view, "library-edited"));
    assertThat(tree.getSelectionModel().getSelectedItem()).isSameAs(marked);
    assertThat(tree.getExpandedItemCount()).isEqualTo(rows);
    robot.interact(() -> session.goTo(0));
    waitForFxEvents();
    assertThat(cell(robot, "Ball, Test  B1").getPseudoClassStates())
        .extracting(PseudoClass::getPseudoClassName)
        .doesNotContain("edited");
  }

  private static Edit set(Tag tag, Vr vr, String text) {
    return new SetValue(TagPath.of(tag), vr, text);
  }

  private static TreeCell<?> cell(FxRobot robot, String name) {
    Node node = robot.lookup(name).query();
    while (!(node instanceof TreeCell<?>)) {
      node = node.getParent();
    }
    return (TreeCell<?>) node;
  }

  @Test
  void aFolderWithoutDicomSaysSoAndLeavesTheRestOpen(FxRobot robot, @TempDir Path empty)
      throws Exception {
    open(robot);
    Files.writeString(empty.resolve("x.dcm"), "text");
    robot.interact(() -> session.open(List.of(empty)));
    assertThat(services.notifications().shown()).hasSize(1);
    assertThat(session.libraryProperty().get().series()).hasSize(2);
  }

  private Instance looked() {
    return session.instanceProperty().get().orElseThrow();
  }

  private void open(FxRobot robot) {
    robot.interact(() -> session.open(List.of(folder)));
  }
}
