package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Lps;

final class ViewerViewModelTest {
  private static final int BALL_I = (int) SmallSeries.BALL.i();
  private static final int BALL_J = (int) SmallSeries.BALL.j();
  private static final int BALL_K = (int) SmallSeries.BALL.k();

  @TempDir static Path folder;

  private final Services services = TestServices.synchronous(Path.of("unused"));
  private final AppModel app = new AppModel(services);
  private final Session session = app.session();
  private final ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);
  private final PointerViewModel pointer = new PointerViewModel(viewer.active());

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @BeforeEach
  void open() {
    viewer.panes().getFirst().resize(192, 192, 1);
    session.open(List.of(folder));
  }

  @Test
  void theMiddleOfASeriesIsShownAtOnce() {
    assertThat(viewer.navigation().indexProperty().get()).isEqualTo(BALL_K);
    assertThat(picture().image().argb(2 * BALL_I, 2 * BALL_J)).isNotEqualTo(0xFF000000);
    assertThat(viewer.stateProperty().getValue().window())
        .isEqualTo(WindowPreset.MEDIASTINUM.window());
  }

  @Test
  void keysAndWheelGoThroughTheSlices() {
    run(Command.SLICE_NEXT);
    assertThat(looked()).isEqualTo(BALL_K + 1);
    run(Command.SLICE_BACK_10);
    assertThat(looked()).isEqualTo(BALL_K - 9);
    pointer.wheel(-40, false, 0, 0);
    assertThat(looked()).isEqualTo(BALL_K - 8);
    run(Command.SLICE_LAST);
    run(Command.SLICE_ON_10);
    assertThat(looked()).isEqualTo(SmallSeries.SLICES - 1);
    assertThat(session.instanceProperty().get().map(Instance::number).orElseThrow())
        .hasValue(SmallSeries.SLICES);
  }

  @Test
  void manySmallWheelStepsMakeOneSlice() {
    for (int step = 0; step < 9; step++) {
      pointer.wheel(-5, false, 0, 0);
    }
    assertThat(looked()).isEqualTo(BALL_K + 1);
  }

  @Test
  void theViewFollowsWhatIsSelectedElsewhere() {
    session.select(
        session.seriesProperty().get().orElseThrow(),
        session.seriesProperty().get().orElseThrow().instances().get(3));
    assertThat(looked()).isEqualTo(3);
    assertThat(picture().slice().instance().number()).hasValue(4);
  }

  @Test
  void draggingRightWidensAndDownBrightensTheWindow() {
    viewer.window(new Window(40, 400));
    pointer.drag(10, 0);
    assertThat(window()).isEqualTo(new Window(40, 410));
    pointer.drag(0, 10);
    assertThat(window().center()).isLessThan(40);
  }

  @Test
  void whatDraggingDoesCanBeDoneByKeys() {
    viewer.window(new Window(40, 400));
    run(Command.WINDOW_WIDER);
    assertThat(window().width()).isCloseTo(440, Offset.offset(1e-9));
    run(Command.WINDOW_NARROWER);
    assertThat(window().width()).isCloseTo(400, Offset.offset(1e-9));
    run(Command.WINDOW_BRIGHTER);
    assertThat(window().center()).isCloseTo(20, Offset.offset(1e-9));
    run(Command.INVERT);
    run(Command.WINDOW_BRIGHTER);
    assertThat(window().center()).as("inverted").isCloseTo(40, Offset.offset(1e-9));
    viewer.window(new Window(7, 33));
    run(Command.WINDOW_WIDER);
    run(Command.WINDOW_DARKER);
    assertThat(window()).as("whole values").isEqualTo(new Window(5, 36));
    viewer.window(new Window(7, 3));
    run(Command.WINDOW_NARROWER);
    assertThat(window().width()).isEqualTo(2);
    double[] middle = picture().indexAt(100, 100);
    run(Command.ZOOM_IN);
    assertThat(picture().state().zoom()).isEqualTo(1.25);
    run(Command.PAN_RIGHT);
    run(Command.PAN_DOWN);
    run(Command.PAN_LEFT);
    run(Command.PAN_UP);
    run(Command.ZOOM_OUT);
    assertThat(picture().indexAt(100, 100)).isEqualTo(middle);
  }

  @Test
  void theDragDirectionIsAPreference() {
    viewer.window(new Window(40, 400));
    run(Command.DRAG_DOWN_DARKENS);
    pointer.drag(0, 10);
    assertThat(window().center()).isGreaterThan(40);
    ViewerViewModel later = new ViewerViewModel(new AppModel(services), Runnable::run);
    assertThat(later.downIsDarkerProperty().get()).isTrue();
  }

  @Test
  void presetsAndTheFilesWindowAreAKeyAway() {
    run(Command.PRESET_1);
    assertThat(window()).isEqualTo(WindowPreset.LUNG.window());
    run(Command.WINDOW_FILE);
    assertThat(window()).isEqualTo(WindowPreset.MEDIASTINUM.window());
    run(Command.WINDOW_FULL);
    assertThat(window().width()).isGreaterThan(800);
    assertThat(services.commands().availableProperty(Command.PRESET_9).get()).isFalse();
  }

  @Test
  void aChosenWindowStaysFromSliceToSlice() {
    run(Command.PRESET_1);
    run(Command.SLICE_NEXT);
    assertThat(picture().state().window()).isEqualTo(WindowPreset.LUNG.window());
  }

  @Test
  void theColourMapIsRemembered() {
    viewer.colorMap(ColorMap.BONE);
    ViewerViewModel later = new ViewerViewModel(new AppModel(services), Runnable::run);
    assertThat(later.stateProperty().getValue().colorMap()).isEqualTo(ColorMap.BONE);
  }

  @Test
  void zoomingWithTheWheelLeavesWhatIsUnderThePointer() {
    double[] before = picture().indexAt(150, 30);
    pointer.wheel(80, true, 150, 30);
    double[] after = picture().indexAt(150, 30);
    assertThat(picture().state().zoom()).isGreaterThan(1);
    assertThat(after[0]).isCloseTo(before[0], Offset.offset(1e-9));
    assertThat(after[1]).isCloseTo(before[1], Offset.offset(1e-9));
  }

  @Test
  void resettingTakesZoomTurnsAndInversionBack() {
    run(Command.INVERT);
    run(Command.ROTATE_RIGHT);
    pointer.pan(20, 20);
    pointer.zoom(-50);
    run(Command.RESET_VIEW);
    double[] corner = picture().indexAt(1, 1);
    assertThat(corner).containsExactly(0, 0);
    assertThat(picture().state().inverted()).isFalse();
  }

  @Test
  void theReadoutNamesVoxelPlaceAndValue() {
    pointTo(BALL_I, BALL_J);
    assertThat(app.readoutProperty().get())
        .contains("i  50", "j  40", "k  20", "2.0", "−8.0", "−60.0", "HU 100");
    pointer.left();
    assertThat(app.readoutProperty().get()).isEmpty();
  }

  @Test
  void theReadoutIsRightOnATurnedSlice() {
    run(Command.ROTATE_LEFT);
    run(Command.FLIP_VERTICAL);
    pointTo(BALL_I, BALL_J);
    assertThat(app.readoutProperty().get()).contains("i  50", "j  40", "HU 100");
  }

  @Test
  void aClickWithTheNoduleToolMarksThatPoint() {
    run(Command.TOOL_NODULE);
    double[] at = picture().screen(BALL_I, BALL_J);
    pointer.click(at[0], at[1]);
    Lps marked = app.nodules().selectedProperty().get().orElseThrow().center();
    assertThat(marked.minus(new Lps(2, -8, -60)).length()).isLessThan(1e-9);
  }

  @Test
  void goingToAPointShowsItsSliceAndBringsItIntoThePicture() {
    pointer.pan(400, 0);
    viewer.navigation().go(3);
    viewer.look(new Lps(2, -8, -60));
    assertThat(viewer.navigation().indexProperty().get()).isEqualTo(20);
    double[] at = picture().screen(BALL_I, BALL_J);
    assertThat(at[0]).isBetween(0.0, picture().width());
    assertThat(at[1]).isBetween(0.0, picture().height());
    double pan = viewer.panes().getFirst().stateProperty().get().panX();
    viewer.look(new Lps(4, -8, -60));
    assertThat(viewer.panes().getFirst().stateProperty().get().panX()).isEqualTo(pan);
  }

  @Test
  void aClickBesideTheImageMarksNothingAndSaysSo() {
    run(Command.TOOL_NODULE);
    viewer.panes().getFirst().resize(400, 192, 1);
    pointer.click(5, 100);
    assertThat(app.nodules().here()).isEmpty();
    assertThat(services.notifications().shown()).hasSize(1);
  }

  @Test
  void aClickWithAnotherToolMarksNothing() {
    pointer.click(100, 100);
    assertThat(app.nodules().here()).isEmpty();
  }

  @Test
  void theThresholdIsTintedOnlyWhileItsToolIsInHand() {
    int plain = argbOfBall();
    run(Command.TOOL_THRESHOLD);
    assertThat(argbOfBall()).isNotEqualTo(plain);
    run(Command.LEAVE_TOOL);
    assertThat(argbOfBall()).isEqualTo(plain);
  }

  @Test
  void thresholdingASliceChangesThatSliceAloneAndCanBeUndone() {
    viewer.threshold().highProperty().set(300);
    viewer.threshold().applyToSlice();
    pointTo(BALL_I, BALL_J);
    assertThat(app.readoutProperty().get()).endsWith("HU 0");
    assertThat(session.historyProperty().get().editedPaths()).hasSize(1);
    session.undo();
    assertThat(app.readoutProperty().get()).endsWith("HU 100");
  }

  @Test
  void thresholdingTheSeriesChangesEveryImageInOneStep() {
    viewer.threshold().lowProperty().set(0);
    viewer.threshold().highProperty().set(50);
    viewer.threshold().valueProperty().set(-1000);
    viewer.threshold().applyToSeries();
    assertThat(session.historyProperty().get().editedPaths()).hasSize(SmallSeries.SLICES);
    pointTo(BALL_I, BALL_J);
    assertThat(app.readoutProperty().get()).endsWith("HU 100");
    session.undo();
    assertThat(session.historyProperty().get().editedPaths()).isEmpty();
  }

  @Test
  void theNumberOfPixelsInTheRangeIsCounted() {
    viewer.threshold().highProperty().set(-10_000);
    assertThat(viewer.threshold().count()).isZero();
    viewer.threshold().highProperty().set(10_000);
    assertThat(viewer.threshold().count()).isEqualTo(SmallSeries.SIZE * SmallSeries.SIZE);
  }

  @Test
  void countingInStoredValuesLeavesTheTintedRangeWhereItIs() {
    Optional<?> tinted = viewer.threshold().shownProperty().get();
    viewer.threshold().unitsProperty().set(Units.STORED);
    assertThat(viewer.threshold().shownProperty().get()).isEqualTo(tinted);
  }

  @Test
  void anImageThatCannotBeDecodedSaysWhy(@TempDir Path broken) throws Exception {
    Path file = broken.resolve("cut");
    byte[] whole = Files.readAllBytes(folder.resolve("slice100.dcm"));
    Files.write(file, Arrays.copyOf(whole, whole.length - 500));
    session.open(List.of(broken));
    session.select(
        session.libraryProperty().get().series().getFirst(),
        session.libraryProperty().get().instances().stream()
            .filter(i -> i.path().equals(file))
            .findFirst()
            .orElseThrow());
    assertThat(viewer.problemProperty().getValue().orElseThrow()).contains("bytes");
    assertThat(viewer.pictureProperty().getValue()).isEmpty();
  }

  @Test
  void wishesOvertakenWhileAPictureIsDrawnAreDropped() {
    Deque<Runnable> work = new ArrayDeque<>();
    ViewerViewModel slow = new ViewerViewModel(app, work::add);
    slow.panes().getFirst().resize(64, 64, 1);
    for (int step = 0; step < 10; step++) {
      slow.navigation().move(1);
    }
    assertThat(work).hasSize(1);
    // The picture that was begun, the last one wished for, and all others, read ahead.
    int runs = 0;
    for (; !work.isEmpty(); runs++) {
      work.remove().run();
    }
    assertThat(runs).isEqualTo(SmallSeries.SLICES);
    assertThat(slow.pictureProperty().getValue().orElseThrow().slice().instance().number())
        .hasValue(BALL_K + 11);
  }

  private void run(Command command) {
    services.commands().run(command);
  }

  private int looked() {
    return viewer.navigation().indexProperty().get();
  }

  private Window window() {
    return viewer.stateProperty().getValue().window();
  }

  private Picture picture() {
    return viewer.pictureProperty().getValue().orElseThrow();
  }

  private int argbOfBall() {
    double[] at = picture().screen(BALL_I, BALL_J);
    return picture().image().argb((int) at[0], (int) at[1]);
  }

  private void pointTo(int i, int j) {
    double[] at = picture().screen(i, j);
    pointer.moved(at[0], at[1]);
  }
}
