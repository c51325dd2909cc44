package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.cubes.ExportJob.State;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.Identifiers;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.Lps;

final class DatasetExportTest {
  private static final Lps BALL = new Lps(2, -8, -60);

  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private CubesViewModel model;
  private CubeExports exports;
  private Path out;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    model = new CubesViewModel(app, point -> {});
    exports = new CubeExports(app, model);
    app.session().open(SmallSeries.write(folder.resolve("in")));
    app.nodules().mark(BALL, OptionalDouble.of(24));
    app.nodules().mark(new Lps(20, -8, -60));
    model.label(1);
    out = folder.resolve("out");
    dialogs.folder = Optional.of(out);
  }

  private void dataset(boolean anew) {
    new DatasetExport(app, model, exports.queue()).start(new DatasetExport.Choice(out, anew));
  }

  private String second() {
    return new CubeWork.One(app.nodules().here().get(1), new CubePoint.AtLps(BALL)).name();
  }

  private State last() {
    return exports.queue().jobs().getLast().stateProperty().get();
  }

  private long files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.count();
    }
  }

  @Test
  void theNodulesOfEverythingOpenBecomeADatasetThatIsGoneOnWith() throws Exception {
    assertThat(services.commands().availableProperty(Command.EXPORT_DATASET).get()).isTrue();
    dataset(false);
    assertThat(last()).isEqualTo(State.DONE);
    List<String> manifest = Files.readAllLines(out.resolve("manifest.csv"));
    assertThat(manifest).hasSize(3);
    assertThat(manifest.get(1) + manifest.get(2)).contains("solid", "24.0");
    assertThat(app.nodules().here()).allMatch(Nodule::isExported);
    app.nodules().mark(new Lps(2, 20, -60));
    dataset(false);
    assertThat(exports.queue().jobs().getLast().report()).contains("1 cube written", "2 kept");
  }

  @Test
  void whatAListSaysTheSeriesIsForIsKept() throws Exception {
    for (String split : List.of("train", "validation")) {
      app.nodules().read(List.of(), Map.of(SmallSeries.UID, split));
      out = folder.resolve(split);
      dataset(false);
      assertThat(Files.readAllLines(out.resolve("manifest.csv")))
          .hasSize(3)
          .filteredOn(row -> row.contains("," + split + ","))
          .hasSize(2);
    }
  }

  @Test
  void otherParametersAreAFailureUnlessCubesAreMadeAnew() throws Exception {
    dataset(false);
    model.settings().sizeProperty().set(32);
    dataset(false);
    assertThat(last()).isEqualTo(State.FAILED);
    dataset(true);
    assertThat(last()).isEqualTo(State.DONE);
    assertThat(Files.readString(out.resolve("manifest.csv"))).contains("physical,1.0,32");
  }

  @Test
  void allCubesOfTheSeriesAreExportedAndAskedAboutTheSecondTime() throws Exception {
    model.settings().formatsProperty().set(EnumSet.of(CubeFormat.NPZ, CubeFormat.DICOM));
    services.commands().run(Command.EXPORT_CUBES);
    assertThat(last()).isEqualTo(State.DONE);
    // And the key of the folder.
    assertThat(files(out)).isEqualTo(6 + 1);
    assertThat(app.nodules().here().getFirst().exported().orElseThrow().formats())
        .containsExactly("npz", "dicom");
    dialogs.asked.clear();
    dialogs.agrees = false;
    services.commands().run(Command.EXPORT_CUBES);
    assertThat(dialogs.asked).singleElement().asString().contains("2 of these cubes");
    assertThat(exports.queue().jobs()).hasSize(1);
  }

  @Test
  void whatFailsIsNamedAndNothingHalfIsLeft() throws Exception {
    // In the place of one file of the second cube.
    String name = second();
    Files.createDirectories(out.resolve(name + ".npy"));
    services.commands().run(Command.EXPORT_CUBES);
    assertThat(last()).isEqualTo(State.FAILED);
    assertThat(exports.queue().jobs().getLast().report()).contains("Nodule 2", name);
    assertThat(files(out)).isEqualTo(5 + 1);
    assertThat(app.nodules().here()).extracting(Nodule::isExported).containsExactly(true, false);
    Files.delete(out.resolve(name + ".npy"));
    exports.queue().retry(exports.queue().jobs().getLast());
    assertThat(last()).isEqualTo(State.DONE);
    assertThat(files(out)).isEqualTo(8 + 1);
  }

  @Test
  void theNoteIsWrittenOnlyWhereTheNameOfThePatientIs() throws Exception {
    app.nodules().note(app.nodules().here().get(1), "as said Ball");
    services.commands().run(Command.EXPORT_CUBE);
    String name = second();
    JsonNode sidecar = new ObjectMapper().readTree(out.resolve(name + ".json").toFile());
    assertThat(sidecar.toString()).doesNotContain("Ball").contains("\"label\":\"solid\"");
    assertThat(sidecar.path("source").path("patient_code").asText()).startsWith("p");
    model.settings().identifiersProperty().set(Identifiers.FULL);
    services.commands().run(Command.EXPORT_CUBE);
    assertThat(Files.readString(out.resolve(name + ".json"))).contains("as said Ball");
  }

  @Test
  void theWholeSeriesIsWrittenAsNiftiAndDicom() throws Exception {
    model.settings().mmProperty().set(2.0);
    dialogs.chosen = OptionalInt.of(1);
    services.commands().run(Command.RESAMPLE_SERIES);
    assertThat(last()).isEqualTo(State.DONE);
    // The volume, its mask and sidecar, and the key of the folder.
    assertThat(files(out)).isEqualTo(4);
    // One folder has one sidecar.
    dialogs.chosen = OptionalInt.of(2);
    services.commands().run(Command.RESAMPLE_SERIES);
    assertThat(last()).isEqualTo(State.FAILED);
    assertThat(exports.queue().jobs().getLast().report()).contains("volume.json");
    assertThat(files(out)).isEqualTo(4);
    Path other = out.resolveSibling("other");
    dialogs.folder = Optional.of(other);
    services.commands().run(Command.RESAMPLE_SERIES);
    assertThat(last()).isEqualTo(State.DONE);
    assertThat(files(other)).isEqualTo(SmallSeries.SLICES + 3);
  }
}
