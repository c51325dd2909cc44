package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.Mosaic;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

final class PreviewTest {
  /// The ball's centre in millimetres.
  private static final Lps BALL = new Lps(2, -8, -60);

  @TempDir Path folder;
  private AppModel app;
  private CubesViewModel model;
  private Preview preview;

  @BeforeEach
  void open() throws Exception {
    app = new AppModel(TestServices.synchronous(folder.resolve("settings")));
    model = new CubesViewModel(app, point -> {});
    preview = model.preview();
    app.session().open(SmallSeries.write(folder.resolve("in")));
    app.nodules().mark(BALL);
  }

  private PlanePicture plane(int at) {
    return preview.planesProperty().get().get(at);
  }

  @Test
  void aPointInOnePlaneMovesTheOthersThere() {
    assertThat(preview.positionProperty().get()).contains("x 32  y 32  z 32", "LPS 2.0, −8.0");
    PlanePicture axial = plane(0);
    // Ten voxels right and five down, all in millimetres of the patient.
    preview.point(axial.at((42 + 0.5) / 64, (37 + 0.5) / 64));
    assertThat(preview.lps().orElseThrow()).isEqualTo(new Lps(12, -3, -60));
    assertThat(plane(1).x()).isCloseTo((42 + 0.5) / 64, within(1e-9));
    assertThat(plane(2).x()).isCloseTo((37 + 0.5) / 64, within(1e-9));
    // In the coronal plane the head is up: less from the top is more along z.
    PlanePicture coronal = plane(1);
    preview.point(coronal.at(coronal.x(), coronal.y() - 4.0 / 64));
    assertThat(preview.lps().orElseThrow().z()).isCloseTo(-56, within(1e-9));
    assertThat(preview.positionProperty().get()).contains("z 36", "HU 76");
  }

  @Test
  void aCubeWhoseCuttingWasCancelledIsCutWhenItIsAskedForAgain() throws Exception {
    List<Runnable> work = new ArrayList<>();
    boolean[] waiting = {false};
    Services services =
        TestServices.working(
            folder.resolve("other"),
            new AnsweringDialogs(),
            action -> {
              if (waiting[0]) {
                work.add(action);
              } else {
                action.run();
              }
            });
    AppModel slow = new AppModel(services);
    CubesViewModel cubes = new CubesViewModel(slow, point -> {});
    slow.session().open(List.of(folder.resolve("in")));
    waiting[0] = true;
    slow.nodules().mark(BALL);
    services.tasks().cancelAll();
    work.forEach(Runnable::run);
    assertThat(cubes.pictureProperty().get()).isEmpty();
    waiting[0] = false;
    slow.nodules().select(slow.nodules().here().getFirst());
    cubes.cut();
    assertThat(cubes.pictureProperty().get()).isPresent();
  }

  @Test
  void theNoduleIsMovedToWhereThePlanesMeetAndBack() {
    preview.point(new Voxel(30, 32, 35));
    preview.center();
    assertThat(only().center()).isEqualTo(new Lps(0, -8, -57));
    assertThat(model.pictureProperty().get().orElseThrow().cube().placement().lps())
        .isEqualTo(new Lps(0, -8, -57));
    assertThat(preview.positionProperty().get()).contains("x 32  y 32  z 32");
    app.undoOrder().undo();
    assertThat(only().center()).isEqualTo(BALL);
  }

  @Test
  void twoPointsOfAPlaneAreADiameterInMillimetres() {
    model.settings().mmProperty().set(0.5);
    preview.diameter(new Voxel(10, 20, 32), new Voxel(40, 60, 32));
    assertThat(only().diameterMm().orElseThrow()).isCloseTo(25, within(1e-6));
    assertThat(app.undoOrder().undoableProperty().get()).contains("Nodule 1 measured");
    app.undoOrder().undo();
    assertThat(only().diameterMm()).isEmpty();
  }

  @Test
  void theWindowIsDraggedAndDrawsEverythingAnew() {
    int before = plane(0).image().grey(32, 32);
    int tile = model.pictureProperty().get().orElseThrow().mosaic().grey(32, 32);
    preview.dragWindow(0, -100);
    GreyWindow window = model.settings().windowProperty().get();
    assertThat(window.high() - window.low()).isEqualTo(1400);
    assertThat(window.low()).isGreaterThan(-1000);
    assertThat(plane(0).image().grey(32, 32)).isLessThan(before);
    assertThat(model.pictureProperty().get().orElseThrow().mosaic().grey(32, 32))
        .isLessThanOrEqualTo(tile);
    preview.dragWindow(-100000, 0);
    window = model.settings().windowProperty().get();
    assertThat(window.high()).isGreaterThan(window.low());
  }

  @Test
  void layoutsFitAndTheMosaicFollows() {
    assertThat(Preview.layouts(64))
        .containsExactly(new Mosaic(4, 16), new Mosaic(8, 8), new Mosaic(16, 4));
    for (int slices = CubeSettings.LEAST_SIZE; slices <= CubeSettings.MOST_SIZE; slices++) {
      int count = slices;
      assertThat(Preview.layouts(slices))
          .contains(Mosaic.of(slices))
          .allMatch(m -> m.columns() * m.rows() >= count);
    }
    preview.layoutProperty().set(new Mosaic(16, 4));
    assertThat(model.pictureProperty().get().orElseThrow().mosaic().width()).isEqualTo(1024);
    model.settings().sizeProperty().set(48);
    assertThat(preview.layoutProperty().get()).isEqualTo(Mosaic.of(48));
    assertThat(model.pictureProperty().get().orElseThrow().mosaic().width()).isEqualTo(8 * 48);
  }

  @Test
  void labelsAreGivenByNumberAndTakenAway() {
    model.label(2);
    assertThat(only().label()).isEqualTo("part-solid");
    model.label(0);
    assertThat(only().label()).isEmpty();
    model.settings().labelsProperty().set(List.of("mine"));
    model.label(2);
    assertThat(only().label()).isEmpty();
    model.label(1);
    assertThat(only().label()).isEqualTo("mine");
    app.undoOrder().undo();
    assertThat(only().label()).isEmpty();
  }

  @Test
  void nextAndPreviousGoRoundAndDoublesArePointedOut() {
    app.nodules().mark(new Lps(2, -5, -60));
    app.nodules().mark(new Lps(-30, -8, -60));
    assertThat(selected()).isEqualTo(3);
    model.step(1);
    assertThat(selected()).isEqualTo(1);
    model.step(-1);
    assertThat(selected()).isEqualTo(3);
    assertThat(model.duplicatesProperty().get()).hasSize(2);
    model.settings().duplicateMmProperty().set(2.0);
    assertThat(model.duplicatesProperty().get()).isEmpty();
  }

  @Test
  void whatIsRemarkableAboutACubeIsKnown() {
    CubePicture inside = model.pictureProperty().get().orElseThrow();
    assertThat(inside.atEdge()).isFalse();
    assertThat(inside.thin()).isFalse();
    app.nodules().mark(new Lps(-46, -8, -60));
    assertThat(model.pictureProperty().get().orElseThrow().atEdge()).isTrue();
    model.settings().sizeProperty().set(128);
    assertThat(model.pictureProperty().get().orElseThrow().thin()).isTrue();
  }

  @Test
  void settingsAreKeptAndNonsenseInThePreferencesIsPassedOver() {
    model.settings().sizeProperty().set(48);
    model.settings().windowProperty().set(new GreyWindow(-1350, 150));
    app.services().preferences().set("cubes.mm", "Infinity");
    app.services().preferences().set("cubes.formats", "nonsense");
    CubeSettings again = new CubeSettings(app.services());
    assertThat(again.sizeProperty().get()).isEqualTo(48);
    assertThat(again.windowProperty().get()).isEqualTo(new GreyWindow(-1350, 150));
    assertThat(again.mmProperty().get()).isBetween(0.5, 2.0);
    assertThat(again.formatsProperty().get()).hasSize(2);
  }

  private int selected() {
    return model.selectedProperty().get().orElseThrow().number();
  }

  private Nodule only() {
    assertThat(model.nodules()).hasSize(1);
    return model.nodules().getFirst();
  }
}
