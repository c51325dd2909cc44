package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.cubes.CoordinateEntry.Space;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.notify.Notification.Severity;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.export.GreyImage;
import org.voxdesk.export.PatientKey;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

final class CubesViewModelTest {
  /// The ball's centre in millimetres.
  private static final Lps BALL = new Lps(2, -8, -60);

  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private CubesViewModel model;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    model = new CubesViewModel(app, point -> {});
    CubeExports files = new CubeExports(app, model);
    assertThat(files.folderProperty().get()).isEmpty();
    assertThat(model.messageProperty().get()).isEqualTo("No series is open.");
    app.session().open(SmallSeries.write(folder.resolve("in")));
    services.notifications().shown().stream().toList().forEach(services.notifications()::dismiss);
  }

  @Test
  void aMarkedNoduleIsCutAtOnceWithItsCentreInTheMiddle() {
    assertThat(model.messageProperty().get()).contains("Click a nodule");
    app.nodules().mark(BALL);
    CubePicture picture = picture();
    assertThat(model.messageProperty().get()).isEmpty();
    assertThat(picture.cube().size()).isEqualTo(64);
    assertThat(picture.cube().value(32, 32, 32)).isEqualTo(100);
    assertThat(picture.mosaic().width()).isEqualTo(512);
    assertThat(picture.mosaic().height()).isEqualTo(512);
    assertThat(model.nodules()).hasSize(1);
    assertThat(app.pageProperty().get()).isEqualTo("cubes.title");
  }

  @Test
  void modeSizeAndSpacingCutAnew() {
    app.nodules().mark(BALL);
    model.settings().sizeProperty().set(32);
    assertThat(picture().cube().size()).isEqualTo(32);
    model.settings().mmProperty().set(0.5);
    assertThat(picture().cube().mm()).isEqualTo(0.5);
    model.settings().modeProperty().set(ResampleMode.CLASSIC);
    assertThat(picture().cube().mode()).isEqualTo(ResampleMode.CLASSIC);
  }

  @Test
  void aRefusalIsSaidInPlainWords() {
    app.nodules().mark(BALL);
    model.settings().sizeProperty().set(128);
    model.settings().modeProperty().set(ResampleMode.CLASSIC);
    assertThat(model.pictureProperty().get()).isEmpty();
    assertThat(model.messageProperty().get()).contains("128");
    assertThat(services.commands().availableProperty(Command.EXPORT_CUBE).get()).isFalse();
  }

  @Test
  void aCubeBeyondTheEdgeIsPaddedInPhysicalModeAndShiftedInClassic() {
    app.nodules().mark(new Lps(-40, -8, -60));
    assertThat(picture().isPadded()).isTrue();
    assertThat(picture().isShifted()).isFalse();
    assertThat(picture().paddedPart()).isBetween(0.3, 0.7);
    model.settings().modeProperty().set(ResampleMode.CLASSIC);
    assertThat(picture().isPadded()).isFalse();
    assertThat(picture().isShifted()).isTrue();
  }

  @Test
  void thePlanesShowTheHeadUpAndTheCrosshairOnTheNodule() {
    // 10 mm from the centre of the ball towards the head.
    app.nodules().mark(new Lps(2, -8, -50));
    List<PlanePicture> planes = model.preview().planesProperty().get();
    assertThat(planes.stream().map(PlanePicture::plane))
        .containsExactly(
            PlanePicture.Plane.AXIAL, PlanePicture.Plane.CORONAL, PlanePicture.Plane.SAGITTAL);
    PlanePicture coronal = planes.get(1);
    GreyImage image = coronal.image();
    int column = (int) (coronal.x() * image.width());
    int row = (int) (coronal.y() * image.height());
    // The ball's centre is 10 mm below; 15 mm above there is only air.
    assertThat(image.grey(column, row + 10)).isGreaterThan(190);
    assertThat(image.grey(column, row - 15)).isLessThan(60);
    assertThat(coronal.proportion()).isCloseTo(1, within(1e-9));
  }

  @Test
  void coordinatesAreTypedInMillimetresVoxelsOrGridVoxels() {
    type(Space.LPS, "2", "−8.0", " -60 ");
    assertThat(last()).isEqualTo(BALL);
    type(Space.VOXEL, "50", "40", "20");
    assertThat(last()).isEqualTo(BALL);
    model.settings().modeProperty().set(ResampleMode.CLASSIC);
    type(Space.GRID, "50", "40", "40");
    assertThat(picture().cube().placement().grid().i()).isEqualTo(50);
    assertThat(picture().cube().placement().grid().k()).isEqualTo(40);
    assertThat(model.entry().typed().getFirst().get()).isEmpty();
    assertThat(model.nodules()).extracting(n -> n.number()).containsExactly(1, 2, 3);
  }

  @Test
  void whatIsNoPlaceIsExplainedAndMarksNothing() {
    CoordinateEntry entry = model.entry();
    entry.typed().get(0).set("12");
    entry.typed().get(1).set("x");
    assertThat(entry.add()).isFalse();
    assertThat(entry.problemProperty().get()).contains("three numbers");
    for (String text : List.of("1e9", "NaN")) {
      entry.typed().forEach(field -> field.set(text));
      assertThat(entry.add()).isFalse();
      assertThat(entry.problemProperty().get()).isNotEmpty();
    }
    assertThat(model.nodules()).isEmpty();
  }

  @Test
  void removingANoduleShowsAnother() {
    app.nodules().mark(BALL);
    app.nodules().mark(new Lps(0, 0, -60));
    model.remove(model.selectedProperty().get().orElseThrow());
    assertThat(picture().nodule().number()).isEqualTo(1);
    model.remove(model.nodules().getFirst());
    assertThat(model.pictureProperty().get()).isEmpty();
    assertThat(model.messageProperty().get()).contains("Click a nodule");
  }

  @Test
  void theCubeIsExportedUnderANameWithoutThePatient() throws Exception {
    app.nodules().mark(BALL);
    Path out = folder.resolve("cubes");
    dialogs.folder = Optional.of(out);
    services.commands().run(Command.EXPORT_CUBE);
    assertThat(notified(Severity.INFO)).singleElement().asString().contains(out.toString());
    String name = name(picture());
    assertThat(name).matches("series-[0-9a-f]{8}_nodule1").doesNotContain(SmallSeries.UID);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              name + "_mosaic.png",
              name + ".npy",
              name + "_mask.npy",
              name + ".json",
              PatientKey.FILE);
    }
    JsonNode sidecar = new ObjectMapper().readTree(out.resolve(name + ".json").toFile());
    JsonNode source = sidecar.path("source");
    assertThat(source.path("series_instance_uid").asText()).isEqualTo(SmallSeries.UID);
    assertThat(source.path("sop_instance_uids")).hasSize(SmallSeries.SLICES);
    // The folder is remembered: the second time only replacing is asked about.
    dialogs.asked.clear();
    dialogs.agrees = false;
    services.commands().run(Command.EXPORT_CUBE);
    assertThat(dialogs.asked).singleElement().asString().contains("already");
    assertThat(notified(Severity.INFO)).hasSize(1);
  }

  @Test
  void anExportThatFailsIsOneSentence() throws Exception {
    app.nodules().mark(BALL);
    Path file = Files.writeString(folder.resolve("file"), "x");
    dialogs.folder = Optional.of(file);
    services.commands().run(Command.EXPORT_CUBE);
    assertThat(notified(Severity.ERROR)).singleElement().asString().contains("file");
    assertThat(file).hasContent("x");
  }

  @Test
  void theSeriesIsResampledIntoPictures() throws Exception {
    Path out = folder.resolve("slices");
    dialogs.folder = Optional.of(out);
    dialogs.chosen = OptionalInt.of(0);
    model.settings().mmProperty().set(2.0);
    services.commands().run(Command.RESAMPLE_SERIES);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.count()).isEqualTo(SmallSeries.SLICES);
    }
    assertThat(notified(Severity.INFO)).singleElement().asString().startsWith("40 files");
    dialogs.agrees = false;
    services.commands().run(Command.RESAMPLE_SERIES);
    assertThat(notified(Severity.INFO)).hasSize(1);
  }

  @Test
  void aSeriesThatMakesNoVolumeSaysWhy() {
    app.session()
        .apply(
            new DeleteElement(TagPath.of(Tag.IMAGE_POSITION_PATIENT)),
            app.session().seriesProperty().get().orElseThrow().instances());
    assertThat(model.messageProperty().get()).startsWith("No cubes can be cut from this series.");
    assertThat(services.commands().availableProperty(Command.RESAMPLE_SERIES).get()).isFalse();
  }

  private void type(Space space, String x, String y, String z) {
    model.entry().spaceProperty().set(space);
    model.entry().typed().get(0).set(x);
    model.entry().typed().get(1).set(y);
    model.entry().typed().get(2).set(z);
    assertThat(model.entry().add()).as(model.entry().problemProperty().get()).isTrue();
  }

  private Lps last() {
    return model.nodules().getLast().center();
  }

  private CubePicture picture() {
    return model.pictureProperty().get().orElseThrow();
  }

  private static String name(CubePicture picture) {
    return new CubeWork.One(picture.nodule(), new CubePoint.AtLps(picture.nodule().center()))
        .name();
  }

  private List<String> notified(Severity severity) {
    return services.notifications().shown().stream()
        .filter(n -> n.severity() == severity)
        .map(Notification::text)
        .toList();
  }
}
