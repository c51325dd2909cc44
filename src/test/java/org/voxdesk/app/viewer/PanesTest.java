package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.render.Interpolation;
import org.voxdesk.render.Window;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Slab;

/// Several panes on a series of 96 × 96 × 40 voxels of 1 × 1 × 2 mm with a ball of tissue in air.
final class PanesTest {
  private static final Lps BALL = new Lps(2, -8, -60);
  private static final Offset<Double> HALF_VOXEL = Offset.offset(1.01);

  @TempDir static Path folder;

  private final Services services = TestServices.synchronous(Path.of("unused"));
  private final AppModel app = new AppModel(services);
  private final Session session = app.session();
  private final ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @BeforeEach
  void open() {
    viewer.panes().forEach(pane -> pane.resize(200, 200, 1));
    session.open(List.of(folder));
    run(Command.LAYOUT_FOUR);
  }

  @Test
  void fourPanesShowTheImagesAndThreePlanes() {
    assertThat(viewer.shown()).hasSize(4);
    assertThat(pane(0).contentProperty().get()).isEqualTo(Content.ACQUIRED);
    assertThat(size(1)).isEqualTo(SmallSeries.SIZE);
    assertThat(size(2)).isEqualTo(SmallSeries.SIZE);
    assertThat(size(3)).isEqualTo(SmallSeries.SLICES);
    // 40 slices of 2 mm are 80 mm high.
    assertThat(picture(1).slice().pixels().rows()).isBetween(79, 81);
    assertThat(picture(1).slice().pixels().columns()).isEqualTo(SmallSeries.SIZE);
  }

  @Test
  void anotherLayoutLeavesTheImageThatIsLookedAt() {
    for (int image = 18; image < 22; image++) {
      run(Command.LAYOUT_FOUR);
      session.select(
          session.seriesProperty().get().orElseThrow(),
          session.libraryProperty().get().instances().get(image));
      for (Command layout : List.of(Command.LAYOUT_TWO, Command.LAYOUT_ONE_AND_TWO)) {
        run(layout);
        assertThat(pane(0).navigation().indexProperty().get()).isEqualTo(image);
      }
    }
  }

  @Test
  void aSeriesThatIsDroppedIntoAPictureIsShownThere(@TempDir Path other) throws Exception {
    Path file = other.resolve("one");
    DicomFile slice = SmallSeries.slice(3);
    DicomWriter.save(
        slice.withDataSet(slice.dataSet().with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.9")),
        file,
        AtomicFile.Existing.REFUSE);
    run(Command.LAYOUT_TWO);
    session.open(List.of(file));
    viewer.showIn(pane(0), folder.resolve("slice100.dcm"));
    viewer.showIn(pane(1), file);
    assertThat(pane(0).series().map(Series::uid)).contains(SmallSeries.UID);
    assertThat(pane(1).series().map(Series::uid)).contains("1.2.9");
    assertThat(viewer.active()).isEqualTo(pane(1));
    assertThat(session.seriesProperty().get().map(Series::uid)).contains("1.2.9");
  }

  @Test
  void planesGoOnFromWhatTheCrosshairPointsTo() {
    viewer.pointTo(BALL, pane(0));
    run(Command.LAYOUT_TWO);
    pane(0).navigation().go(3);
    run(Command.LAYOUT_FOUR);
    assertThat(pane(0).navigation().indexProperty().get())
        .as("the image that was left")
        .isEqualTo(3);
    assertThat(distance(1, BALL)).as("coronal").isCloseTo(0, HALF_VOXEL);
    assertThat(distance(2, BALL)).as("sagittal").isCloseTo(0, HALF_VOXEL);
  }

  @Test
  void theSliceThatWasLookedAtIsCarriedThroughOtherPlanes() {
    run(Command.LAYOUT_ONE);
    pane(0).navigation().go(SmallSeries.SLICES - 1);
    run(Command.PLANE_SAGITTAL);
    assertThat(pane(0).navigation().indexProperty().get())
        .as("the middle, not the edge")
        .isBetween(SmallSeries.SIZE / 2 - 2, SmallSeries.SIZE / 2 + 2);
    run(Command.PLANE_AXIAL);
    assertThat(pane(0).navigation().indexProperty().get()).isEqualTo(SmallSeries.SLICES - 1);
  }

  @Test
  void aThresholdIsNotSetInAnImageThatNobodySees() {
    run(Command.LAYOUT_ONE);
    run(Command.PLANE_CORONAL);
    run(Command.TOOL_THRESHOLD);
    viewer.threshold().applyToSlice();
    assertThat(session.historyProperty().get().steps()).isEmpty();
    run(Command.PLANE_ACQUIRED);
    viewer.threshold().applyToSlice();
    assertThat(session.historyProperty().get().steps()).hasSize(1);
  }

  @Test
  void aTiltedPlaneIsNoneOfTheUsualOnes() {
    viewer.activate(pane(1));
    assertThat(services.commands().selectedProperty(Command.PLANE_CORONAL).get()).isTrue();
    pane(1).tilt(10, 0);
    assertThat(services.commands().selectedProperty(Command.PLANE_CORONAL).get()).isFalse();
    run(Command.PLANE_CORONAL);
    assertThat(services.commands().selectedProperty(Command.PLANE_CORONAL).get()).isTrue();
    assertThat(pane(1).tiltedProperty().get()).isEmpty();
  }

  @Test
  void planesHaveTheValuesOfTheVolume() {
    viewer.pointTo(BALL, pane(0));
    assertThat(valueAt(1, BALL)).isEqualTo(100);
    assertThat(valueAt(2, BALL)).isEqualTo(100);
    assertThat(valueAt(1, BALL.plus(new Lps(20, 0, 0)))).isLessThan(-700);
    assertThat(valueAt(2, BALL.plus(new Lps(0, 0, 20)))).isLessThan(-700);
  }

  @Test
  void theCrosshairSendsAllOtherPanesToAPoint() {
    viewer.pointTo(BALL, pane(0));
    for (int at = 1; at < 4; at++) {
      assertThat(distance(at, BALL)).as("pane %d", at).isCloseTo(0, HALF_VOXEL);
    }
    pointer(1).pointTo(screen(1, new Lps(10, -8, -50))[0], screen(1, new Lps(10, -8, -50))[1]);
    assertThat(distance(0, new Lps(10, -8, -50))).isCloseTo(0, HALF_VOXEL);
    assertThat(distance(2, new Lps(10, -8, -50))).isCloseTo(0, HALF_VOXEL);
  }

  @Test
  void theToolSendsThemByAClick() {
    run(Command.TOOL_CROSSHAIR);
    double[] at = screen(0, new Lps(12, 4, -60));
    pointer(0).click(at[0], at[1]);
    assertThat(distance(1, new Lps(12, 4, -60))).isCloseTo(0, HALF_VOXEL);
    assertThat(distance(2, new Lps(12, 4, -60))).isCloseTo(0, HALF_VOXEL);
  }

  @Test
  void parallelPanesAreScrolledTogetherWhileTheyAreLinked() {
    pane(0).navigation().go(5);
    assertThat(index(3)).isEqualTo(5);
    int coronal = index(1);
    pane(3).navigation().go(30);
    assertThat(index(0)).isEqualTo(30);
    assertThat(session.instanceProperty().get().orElseThrow().number()).hasValue(31);
    run(Command.LINK_PANES);
    pane(0).navigation().go(2);
    assertThat(index(3)).isEqualTo(30);
    assertThat(index(1)).isEqualTo(coronal);
  }

  @Test
  void panesOfOneSeriesHaveOneWindowAndTheirOwnZoom() {
    viewer.activate(pane(2));
    viewer.window(new Window(50, 350));
    run(Command.INVERT);
    pointer(2).zoom(-100);
    assertThat(picture(0).state().window()).isEqualTo(new Window(50, 350));
    assertThat(picture(1).state().inverted()).isTrue();
    assertThat(picture(0).state().zoom()).isEqualTo(1);
    assertThat(picture(2).state().zoom()).isGreaterThan(1);
  }

  @Test
  void anotherSeriesHasItsOwnWindowThoughPlanesHadTheOneBefore(@TempDir Path other)
      throws Exception {
    Path file = other.resolve("one");
    DicomFile slice = SmallSeries.slice(20);
    DicomWriter.save(
        slice.withDataSet(
            slice
                .dataSet()
                .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.9")
                .with(Tag.WINDOW_CENTER, Vr.DS, "70")
                .with(Tag.WINDOW_WIDTH, Vr.DS, "300")),
        file,
        AtomicFile.Existing.REFUSE);
    viewer.window(new Window(-600, 1500));
    run(Command.LAYOUT_ONE);
    session.open(List.of(file));
    viewer.showIn(pane(0), file);
    assertThat(picture(0).state().window()).isEqualTo(new Window(70, 300));
    assertThat(viewer.stateProperty().getValue().window()).isEqualTo(new Window(70, 300));
    viewer.showIn(pane(0), folder.resolve("slice100.dcm"));
    run(Command.LAYOUT_FOUR);
    viewer.showIn(pane(0), file);
    assertThat(picture(0).state().window()).isEqualTo(new Window(70, 300));
  }

  @Test
  void keysActOnTheActivePane() {
    run(Command.PANE_NEXT);
    int before = index(1);
    run(Command.SLICE_NEXT);
    assertThat(index(1)).isEqualTo(before + 1);
    assertThat(index(0)).isEqualTo(20);
    run(Command.PLANE_SAGITTAL);
    assertThat(pane(1).contentProperty().get()).isEqualTo(Content.SAGITTAL);
    assertThat(letters(1)).isEqualTo("A P H F");
  }

  @Test
  void theLettersOfPlanesAreThoseOfThePatient() {
    assertThat(letters(0)).isEqualTo("R L A P");
    assertThat(letters(1)).isEqualTo("R L H F");
    assertThat(letters(2)).isEqualTo("A P H F");
    viewer.activate(pane(1));
    run(Command.ROTATE_RIGHT);
    assertThat(letters(1)).isEqualTo("F H R L");
  }

  @Test
  void aTiltedPlaneStillPassesThroughThePoint() {
    viewer.pointTo(BALL, pane(0));
    viewer.activate(pane(1));
    for (int turns = 0; turns < 6; turns++) {
      run(Command.TILT_LEFT);
    }
    run(Command.TILT_UP);
    assertThat(pane(1).tiltedProperty().get()).isPresent();
    assertThat(distance(1, BALL)).isCloseTo(0, HALF_VOXEL);
    assertThat(valueAt(1, BALL)).isBetween(97.0, 100.0);
    Lps normal = pane(1).normal().orElseThrow();
    assertThat(Math.toDegrees(Math.acos(Math.abs(normal.y())))).isEqualTo(30.4, Offset.offset(0.2));
    run(Command.RESET_VIEW);
    assertThat(pane(1).tiltedProperty().get()).isEmpty();
    assertThat(Math.abs(pane(1).normal().orElseThrow().y())).isEqualTo(1, Offset.offset(1e-9));
  }

  @Test
  void whatIsBesideTheVolumeIsNotTinted() {
    viewer.activate(pane(1));
    run(Command.TILT_LEFT);
    viewer.toolProperty().set(Tool.THRESHOLD);
    LoadedSlice plane = picture(1).slice();
    var tinted = new HashSet<Boolean>();
    for (int j = 0; j < plane.pixels().rows(); j++) {
      for (int i = 0; i < plane.pixels().columns(); i++) {
        double[] at = picture(1).screen(i, j);
        int argb = picture(1).image().argb((int) at[0], (int) at[1]);
        boolean isTinted = (argb >> 16 & 0xFF) != (argb & 0xFF);
        assertThat(isTinted).as("%d, %d", i, j).isEqualTo(plane.contains(i, j));
        tinted.add(isTinted);
      }
    }
    assertThat(tinted).as("both kinds are in the picture").hasSize(2);
  }

  @Test
  void aSlabShowsTheBrightestOfWhatItHolds() {
    pane(3).slabProperty().set(Slab.THIN);
    pane(3).lookAt(BALL.plus(new Lps(0, 0, 18)));
    assertThat(valueAt(3, BALL)).isLessThan(-700);
    pane(3).slabProperty().set(new Slab(20, Slab.Kind.MAXIMUM));
    // The slab reaches to 8 mm from the ball's centre, where the ball is 100 - 2 * 8.
    assertThat(valueAt(3, BALL)).isEqualTo(84);
    pane(3).slabProperty().set(new Slab(20, Slab.Kind.MINIMUM));
    assertThat(valueAt(3, BALL)).isLessThan(-700);
  }

  @Test
  void aMaximisedPaneHasAllTheRoomUntilItGivesItBack() {
    viewer.maximise(pane(2));
    assertThat(viewer.shown()).containsExactly(pane(2));
    assertThat(viewer.active()).isEqualTo(pane(2));
    run(Command.PANE_MAXIMISE);
    assertThat(viewer.shown()).hasSize(4);
  }

  @Test
  void anEditOfThePixelsShowsOnThePlanesToo() {
    viewer.pointTo(BALL, pane(0));
    viewer.threshold().lowProperty().set(0);
    viewer.threshold().highProperty().set(200);
    viewer.threshold().valueProperty().set(-500);
    viewer.threshold().applyToSeries();
    assertThat(valueAt(1, BALL)).isEqualTo(-500);
    session.undo();
    assertThat(valueAt(1, BALL)).isEqualTo(100);
  }

  @Test
  void otherPanesCutThisOneWhereTheirSlicesAre() {
    viewer.pointTo(BALL, pane(0));
    Geometry axial = picture(0).slice().place().orElseThrow();
    Geometry coronal = picture(1).slice().place().orElseThrow();
    var ends = ReferenceLines.ends(coronal, axial);
    assertThat(ends).hasSize(2);
    assertThat(ends).allSatisfy(end -> assertThat(axial.lps(end).y()).isCloseTo(-8, HALF_VOXEL));
    assertThat(Math.abs(ends.get(0).i() - ends.get(1).i()))
        .isEqualTo(SmallSeries.SIZE, Offset.offset(1.0));
  }

  @Test
  void aLayoutIsKeptForTheNextStart() {
    ViewerViewModel later = new ViewerViewModel(new AppModel(services), Runnable::run);
    assertThat(later.layoutProperty().get()).isEqualTo(Layout.FOUR);
  }

  @Test
  void nearestValuesAreAChoiceForAllPanes() {
    run(Command.SMOOTH);
    assertThat(picture(1).state().interpolation()).isEqualTo(Interpolation.NEAREST);
    assertThat(picture(0).state().interpolation()).isEqualTo(Interpolation.NEAREST);
    run(Command.SMOOTH);
    assertThat(picture(2).state().interpolation()).isEqualTo(Interpolation.SMOOTH);
  }

  @Test
  void onePixelToOneIsExact() {
    run(Command.ZOOM_ACTUAL);
    assertThat(picture(0).transform().scaleX()).isEqualTo(1, Offset.offset(1e-9));
    pane(0).resize(200, 200, 2);
    run(Command.ZOOM_ACTUAL);
    assertThat(picture(0).transform().scaleX() * 2).isEqualTo(1, Offset.offset(1e-9));
    assertThat(picture(0).image().width()).isEqualTo(400);
    run(Command.ZOOM_FIT);
    assertThat(picture(0).state().zoom()).isEqualTo(1);
  }

  @Test
  void onAFineScreenPointsStayWhereTheyAre() {
    double[] before = picture(0).screen(50, 40);
    pane(0).resize(200, 200, 1.5);
    double[] after = picture(0).screen(50, 40);
    assertThat(after[0]).isEqualTo(before[0], Offset.offset(1e-9));
    assertThat(after[1]).isEqualTo(before[1], Offset.offset(1e-9));
    int x = (int) (after[0] * 1.5);
    int y = (int) (after[1] * 1.5);
    assertThat(picture(0).image().argb(x, y)).isNotEqualTo(0xFF000000);
  }

  private void run(Command command) {
    services.commands().run(command);
  }

  private PaneViewModel pane(int at) {
    return viewer.panes().get(at);
  }

  private PointerViewModel pointer(int at) {
    return new PointerViewModel(pane(at));
  }

  private int size(int at) {
    return pane(at).navigation().slices().size();
  }

  private int index(int at) {
    return pane(at).navigation().indexProperty().get();
  }

  private Picture picture(int at) {
    return pane(at).pictureProperty().get().orElseThrow();
  }

  private Geometry place(int at) {
    return picture(at).slice().place().orElseThrow();
  }

  /// Millimetres from the slice that a pane shows to a point.
  private double distance(int at, Lps point) {
    return place(at).index(point).k();
  }

  private double[] screen(int at, Lps point) {
    var voxel = place(at).index(point);
    return picture(at).screen(voxel.i(), voxel.j());
  }

  private double valueAt(int at, Lps point) {
    var voxel = place(at).index(point);
    return picture(at).slice().value((int) Math.rint(voxel.i()), (int) Math.rint(voxel.j()));
  }

  private String letters(int at) {
    Orientation letters =
        Orientation.of(picture(at).slice().place(), pane(at).turnProperty().get());
    return String.join(" ", letters.left(), letters.right(), letters.top(), letters.bottom());
  }
}
