package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.SliceValues;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.Suv;
import org.voxdesk.study.Instance;

/// A PET series of 1 Bq/ml a stored unit and 0.0004 SUV for each of them: 80 kg, corrected to the
/// injection of 200 MBq.
final class UptakeTest {
  private static final double FACTOR = 0.0004;
  private static final Offset<Double> NEAR = Offset.offset(1e-9);
  private static final int SIDE = 4;

  @TempDir Path folder;

  private final AppModel app = new AppModel(TestServices.synchronous(Path.of("unused")));
  private final ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);

  @BeforeEach
  void open() throws Exception {
    DataSet drug = DataSet.empty(Encoding.EXPLICIT_LITTLE).with(Suv.TOTAL_DOSE, Vr.DS, "200000000");
    for (int k = 0; k < 5; k++) {
      short[] values = new short[SIDE * SIDE];
      for (int at = 0; at < values.length; at++) {
        values[at] = (short) (1000 * at + 100 * k);
      }
      DataSet slice =
          Images.slice(k, k + 1, SIDE, SIDE, values)
              .with(Tag.MODALITY, Vr.CS, "PT")
              .with(Tag.WINDOW_CENTER, Vr.DS, "5001")
              .with(Tag.WINDOW_WIDTH, Vr.DS, "10001")
              .with(Suv.PATIENT_WEIGHT, Vr.DS, "80")
              .with(Suv.CORRECTED_IMAGE, Vr.CS, "DECY\\ATTN")
              .with(Suv.UNITS, Vr.CS, "BQML")
              .with(Suv.DECAY_CORRECTION, Vr.CS, "ADMIN")
              .with(Images.sequence(Suv.RADIOPHARMACEUTICAL, drug));
      Images.write(folder.resolve(k + ".dcm"), slice);
    }
    viewer.panes().getFirst().resize(64, 64, 1);
    app.session().open(List.of(folder));
  }

  private LoadedSlice shown() {
    return viewer.pictureProperty().getValue().orElseThrow().slice();
  }

  @Test
  void imagesAndPlanesAreShownInUptake() {
    assertThat(shown().transform().unit()).isEqualTo("SUVbw");
    assertThat(shown().value(1, 0)).isCloseTo(1200 * FACTOR, NEAR);
    assertThat(SliceValues.of(shown()).orElseThrow().value(1, 0)).isCloseTo(0.48, NEAR);
    app.services().commands().run(Command.PLANE_AXIAL);
    assertThat(shown().frame()).isEmpty();
    assertThat(shown().transform().unit()).isEqualTo("SUVbw");
    assertThat(shown().value(1, 0)).isCloseTo(1200 * FACTOR, NEAR);
  }

  /// Scanners give each slice a slope of its own, with which values go far beyond 16 bits.
  @Test
  void planesGoThroughSlicesWithSlopesOfTheirOwn() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    for (Instance image : app.session().libraryProperty().get().instances()) {
      DataSet slice = image.dataSet();
      int number = slice.integer(Tag.INSTANCE_NUMBER).orElseThrow();
      Images.write(
          other.resolve(number + ".dcm"),
          slice
              .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.77")
              .with(Tag.RESCALE_SLOPE, Vr.DS, Double.toString(number + 1.5)));
    }
    app.session().open(List.of(other));
    app.services().commands().run(Command.PLANE_AXIAL);
    assertThat(shown().frame()).isEmpty();
    double largest = 15_400 * 6.5 * FACTOR;
    assertThat(shown().value(1, 0)).isCloseTo(1200 * 4.5 * FACTOR, offset(largest / 32767));
    assertThat(shown().value(3, 3)).isCloseTo(15_200 * 4.5 * FACTOR, offset(largest / 32767));
    assertThat(app.volume().wholeProperty().get())
        .as("cubes are of whole numbers")
        .isInstanceOfSatisfying(
            SeriesVolume.State.Impossible.class,
            impossible ->
                assertThat(impossible.reason().toString()).contains("beyond -32768 to 32767"));
  }

  @Test
  void uptakeIsLookedAtFromZeroToTenUnlessTheFileSaysOtherwise() throws Exception {
    assertThat(viewer.stateProperty().getValue().window().width()).isCloseTo(4, NEAR);
    Path other = Files.createDirectory(folder.resolve("other"));
    Instance image = app.session().instanceProperty().get().orElseThrow();
    Images.write(
        other.resolve("a"),
        image
            .dataSet()
            .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.78")
            .without(Tag.WINDOW_CENTER)
            .without(Tag.WINDOW_WIDTH));
    app.session().open(List.of(other));
    assertThat(viewer.stateProperty().getValue().window().center()).isCloseTo(5, NEAR);
    assertThat(viewer.stateProperty().getValue().window().width()).isCloseTo(10, NEAR);
  }

  @Test
  void theWindowOfTheFileLooksAsBeforeAndThereAreUsualOnes() {
    // Black at 0 and white at 10,000 Bq/ml, as the linear function has it (PS3.3 C.11.2.1.2.1).
    assertThat(shown().windows()).hasSize(1);
    var window = shown().windows().getFirst().window();
    assertThat(window.center()).isCloseTo(5000.5 * FACTOR, NEAR);
    assertThat(window.width()).isCloseTo(10_000 * FACTOR, NEAR);
    List<NamedWindow> choices = viewer.presets().choices(shown());
    assertThat(choices).extracting(NamedWindow::explanation).contains("SUV 0–10");
    viewer.presets().set("PT", choices.subList(1, 2));
    NamedWindow kept = viewer.presets().of("PT").getFirst();
    assertThat(kept.window().brightness(0)).isZero();
    assertThat(kept.window().brightness(kept.window().width())).isEqualTo(1);
  }

  @Test
  void whatIsTintedInUptakeIsWhatIsSet() throws Exception {
    ThresholdViewModel threshold = viewer.threshold();
    threshold.follow(shown());
    assertThat(threshold.lowProperty().get()).isEqualTo(2.5);
    threshold.lowProperty().set(2);
    threshold.highProperty().set(4);
    threshold.valueProperty().set(1);
    LoadedSlice before = shown();
    long tinted =
        IntStream.range(0, SIDE * SIDE)
            .filter(at -> before.value(at % SIDE, at / SIDE) >= 2)
            .filter(at -> before.value(at % SIDE, at / SIDE) < 4)
            .count();
    assertThat(threshold.count()).isEqualTo(tinted).isEqualTo(5);
    threshold.applyToSlice();
    LoadedSlice after = shown();
    for (int at = 0; at < SIDE * SIDE; at++) {
      double was = before.value(at % SIDE, at / SIDE);
      assertThat(after.value(at % SIDE, at / SIDE)).isCloseTo(was >= 2 && was < 4 ? 1 : was, NEAR);
    }
    // One SUV is 2,500 Bq/ml.
    var image = app.session().current(app.session().instanceProperty().get().orElseThrow());
    assertThat(Images.shorts(new FrameReader().read(image.dataSet(), image.transferSyntax(), 0)))
        .contains((short) 2500);
  }

  @Test
  void storedValuesStayWhatTheyAre() {
    ThresholdViewModel threshold = viewer.threshold();
    threshold.follow(shown());
    threshold.lowProperty().set(2);
    threshold.unitsProperty().set(Units.STORED);
    assertThat(threshold.lowProperty().get()).isCloseTo(5000, NEAR);
  }
}
