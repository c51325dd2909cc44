package org.voxdesk.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
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
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.app.tags.EditCommands;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.io.Sidecar;
import org.voxdesk.measure.Finding;
import org.voxdesk.measure.Finding.Quantity;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.MeasurementFiles;
import org.voxdesk.measure.Point;
import org.voxdesk.measure.Scale;
import org.voxdesk.measure.Shape;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.task.TaskRunner;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;

final class MeasureViewModelTest {
  @TempDir Path folder;

  private Services services;
  private AppModel app;
  private MeasureViewModel model;

  @BeforeEach
  void open() throws Exception {
    SmallSeries.write(folder);
    model = opened(TestServices.synchronous(folder));
  }

  private MeasureViewModel opened(Services with) {
    services = with;
    app = new AppModel(services);
    EditCommands.bind(app, "tags.title", () -> {});
    var measure =
        new MeasureViewModel(
            app, MeasurementFiles.in(folder.resolve("own")), new Selecting(app.session()));
    app.session().open(List.of(folder));
    return measure;
  }

  private record Selecting(Session session) implements MeasureViewModel.Looking {
    @Override
    public void at(Series series, Instance image, int frame) {
      session.select(series, image);
    }

    @Override
    public void at(Lps point, Lps normal) {}
  }

  @Test
  void whatWasMeasuredIsThereTheNextTimeWithItsNumbers() throws Exception {
    Measurement made = measure(20);
    assertThat(mean(model, made)).isGreaterThan(50);
    MeasureViewModel again = opened(TestServices.synchronous(folder));
    assertThat(again.listed()).containsExactly(made);
    assertThat(mean(again, again.listed().getFirst())).isEqualTo(mean(model, made));
  }

  @Test
  void whatHasBeenClosedIsNotUndoneButThereAgainWhenItIsOpened() throws Exception {
    Measurement made = measure(20);
    app.session().close(app.session().libraryProperty().get().instances());
    assertThat(services.commands().availableProperty(Command.UNDO).get()).isFalse();
    undo();
    assertThat(folder.resolve("own")).doesNotExist();
    app.session().open(List.of(folder));
    assertThat(model.listed()).containsExactly(made);
  }

  @Test
  void undoTakesBackTheLastThingDoneWhateverItWas() throws Exception {
    measure(20);
    Instance image = app.session().instanceProperty().get().orElseThrow();
    app.session().apply(new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "B2"), List.of(image));
    measure(21);
    undo();
    assertThat(model.listed()).hasSize(1);
    assertThat(app.session().current(image).text(Tag.PATIENT_ID)).isEqualTo("B2");
    undo();
    assertThat(model.listed()).hasSize(1);
    assertThat(app.session().current(image).text(Tag.PATIENT_ID)).isEqualTo("B1");
    undo();
    assertThat(model.listed()).isEmpty();
    assertThat(services.commands().availableProperty(Command.UNDO).get()).isFalse();
    assertThat(services.commands().detailProperty(Command.REDO).get())
        .isEqualTo("Ellipse measured");
    redo();
    redo();
    assertThat(app.session().current(image).text(Tag.PATIENT_ID)).isEqualTo("B2");
    redo();
    assertThat(model.listed()).hasSize(2);
  }

  @Test
  void whatIsDoneAgainIsUndoneFirst() throws Exception {
    Instance image = app.session().instanceProperty().get().orElseThrow();
    app.session().apply(new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "B2"), List.of(image));
    measure(20);
    undo();
    undo();
    redo();
    assertThat(app.session().current(image).text(Tag.PATIENT_ID)).isEqualTo("B2");
    undo();
    assertThat(app.session().current(image).text(Tag.PATIENT_ID)).isEqualTo("B1");
    assertThat(model.listed()).isEmpty();
  }

  @Test
  void whatWasUndoneBeforeSomethingNewDoesNotComeBack() throws Exception {
    Instance image = app.session().instanceProperty().get().orElseThrow();
    app.session().apply(new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "B2"), List.of(image));
    undo();
    measure(20);
    redo();
    assertThat(app.session().current(image).text(Tag.PATIENT_ID)).isEqualTo("B1");
    assertThat(services.commands().availableProperty(Command.REDO).get()).isFalse();
    assertThat(model.listed()).hasSize(1);
  }

  @Test
  void numbersFollowTheEditOfPixels() throws Exception {
    Measurement made = measure(20);
    assertThat(mean(model, made)).isGreaterThan(50);
    Instance image = app.session().seriesProperty().get().orElseThrow().instances().get(20);
    app.session().apply(new ThresholdPixels(-2000, 3000, -7, Units.OUTPUT), List.of(image));
    assertThat(mean(model, made)).isEqualTo(-7);
  }

  @Test
  void anEditedUidDoesNotLoseWhatWasMeasured() throws Exception {
    Measurement made = measure(20);
    Instance image = app.session().seriesProperty().get().orElseThrow().instances().get(20);
    app.session()
        .apply(new SetValue(TagPath.of(Tag.SOP_INSTANCE_UID), Vr.UI, "1.2.99"), List.of(image));
    LoadedSlice slice = SliceLoader.load(app.session().current(image), 0);
    assertThat(model.ground(slice).orElseThrow().shape(made)).contains(made.shape());
  }

  @Test
  void nothingIsWrittenBeforeWhatWasKeptHasBeenRead() throws Exception {
    Measurement kept = measure(20);
    Deque<Runnable> later = new ArrayDeque<>();
    Services slow = TestServices.synchronous(folder);
    Services delayed =
        new Services(
            slow.ui(),
            new TaskRunner(later::add),
            slow.parallel(),
            slow.notifications(),
            slow.dialogs(),
            slow.preferences(),
            slow.messages(),
            slow.commands(),
            slow.shortcuts());
    model = opened(delayed);
    // The folder's scan has to come before anything can be measured; what was kept comes last.
    later.removeFirst().run();
    Measurement made = measure(21);
    while (!later.isEmpty()) {
      later.removeLast().run();
    }
    assertThat(model.listed()).containsExactly(kept, made);
    assertThat(
            MeasurementFiles.in(folder.resolve("own")).read(SmallSeries.UID, List.of(folder)).all())
        .containsExactly(kept, made);
  }

  @Test
  void aDamagedSidecarIsToldOnce() throws Exception {
    Files.writeString(folder.resolve(Sidecar.MEASUREMENTS), "damaged");
    opened(TestServices.synchronous(folder));
    assertThat(services.notifications().shown())
        .extracting(n -> n.text())
        .singleElement()
        .asString()
        .contains("damaged");
  }

  @Test
  void onAPlaneThroughTheVolumeItIsBoundToThePatient() throws Exception {
    Instance image = app.session().seriesProperty().get().orElseThrow().instances().get(20);
    LoadedSlice stored = SliceLoader.load(image, 0);
    // A coronal plane of 1 × 2 mm pixels through the ball: right is left of the patient, down is
    // towards the feet.
    LoadedSlice coronal = plane(stored, -8, 96);
    Ground ground = model.ground(coronal).orElseThrow();
    Shape shape =
        Kind.DISTANCE.drawn(List.of(new Point(10, 10), new Point(13, 12)), ground.scale());
    Measurement made = ground.measured(shape);
    model.put(SmallSeries.UID, made);
    assertThat(model.findings(made)).containsExactly(new Finding(Quantity.LENGTH, 5, "mm"));
    // The same plane drawn coarser still shows it, a plane a millimetre away does not.
    Ground coarser = model.ground(plane(stored, -8, 48)).orElseThrow();
    assertThat(coarser.shape(made).orElseThrow().points()).isNotEqualTo(shape.points());
    assertThat(coarser.findings(coarser.shape(made).orElseThrow()).getFirst().value())
        .isCloseTo(5, Offset.offset(1e-9));
    assertThat(model.ground(plane(stored, -7, 96)).orElseThrow().shape(made)).isEmpty();
    assertThat(model.ground(stored).orElseThrow().shape(made)).isEmpty();
    assertThat(coarser.changed(made, coarser.shape(made).orElseThrow()).shape().points().getFirst())
        .satisfies(p -> assertThat(Math.hypot(p.x() - 10, p.y() - 20)).isLessThan(1e-9));
  }

  private static LoadedSlice plane(LoadedSlice stored, double y, int columns) {
    double mm = 96.0 / columns;
    SlicePlane plane = new SlicePlane(columns, 40, mm, 2, new Lps(1, 0, 0), new Lps(0, 0, -1));
    return new LoadedSlice(
        stored.instance(),
        OptionalInt.empty(),
        SlicePixels.hu(columns, 40, mm, 2, new short[columns * 40]),
        stored.transform(),
        false,
        List.of(),
        Optional.of(Geometry.ofSingleSlice(plane, new Lps(-48, y, -22), 1)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Measurement measure(int slice) throws Exception {
    Instance image = app.session().seriesProperty().get().orElseThrow().instances().get(slice);
    Ground ground = model.ground(SliceLoader.load(image, 0)).orElseThrow();
    Shape shape = Kind.ELLIPSE.drawn(List.of(new Point(45, 35), new Point(55, 45)), Scale.PIXELS);
    Measurement made = ground.measured(shape);
    model.put(ground.seriesUid(), made);
    return made;
  }

  private static double mean(MeasureViewModel model, Measurement measurement) {
    return model.findings(measurement).stream()
        .filter(f -> f.quantity() == Quantity.MEAN)
        .mapToDouble(Finding::value)
        .findFirst()
        .orElseThrow();
  }

  private void undo() {
    services.commands().run(Command.UNDO);
  }

  private void redo() {
    services.commands().run(Command.REDO);
  }
}
