package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.TestData;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.notify.Notification.Severity;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Lps;

final class AnnotationCommandsTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private AnnotationCommands commands;

  @BeforeEach
  void open() {
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    commands = new AnnotationCommands(app);
  }

  private void openSmall() throws Exception {
    app.session().open(SmallSeries.write(folder.resolve("in")));
    services.notifications().shown().stream().toList().forEach(services.notifications()::dismiss);
  }

  private List<String> told(Severity severity) {
    return services.notifications().shown().stream()
        .filter(n -> n.severity() == severity)
        .map(Notification::text)
        .toList();
  }

  private Path csv(String rows) throws Exception {
    return Files.writeString(
        folder.resolve("annotations.csv"), "seriesuid,coordX,coordY,coordZ,diameter_mm\n" + rows);
  }

  @Test
  void nodulesOfOpenSeriesAreReadInOneStepAndTheOthersAreTold() throws Exception {
    openSmall();
    dialogs.files =
        List.of(
            csv(SmallSeries.UID + ",2,-8,-60,24\n" + SmallSeries.UID + ",0,0,-60,\n9.9,1,2,3,4\n"));
    services.commands().run(Command.OPEN_ANNOTATIONS);
    assertThat(app.nodules().here())
        .extracting(Nodule::diameterMm)
        .containsExactly(OptionalDouble.of(24), OptionalDouble.empty());
    assertThat(told(Severity.INFO))
        .singleElement()
        .asString()
        .contains("2 nodules of 1 open series read.", "1 series of the annotations is not open");
    assertThat(app.pageProperty().get()).isEqualTo("cubes.title");
    app.undoOrder().undo();
    assertThat(app.nodules().here()).isEmpty();
  }

  @Test
  void whatIsNotOpenAtAllAndWhatIsDamagedAreSaid() throws Exception {
    openSmall();
    commands.open(List.of(csv("9.9,1,2,3,4\n")));
    assertThat(told(Severity.WARNING)).singleElement().asString().contains("not open");
    commands.open(List.of(csv(SmallSeries.UID + ",x,2,3,4\n")));
    assertThat(told(Severity.ERROR)).singleElement().asString().contains("annotations.csv");
    assertThat(app.nodules().here()).isEmpty();
  }

  @Test
  void theListIsSavedInEachFormatAndReadBack() throws Exception {
    openSmall();
    app.nodules().mark(new Lps(2, -8, -60), OptionalDouble.of(24));
    app.nodules().label(app.nodules().here().getFirst(), "1");
    List<String> names = List.of("annotations.csv", "candidates.csv", "nodules.json");
    for (int format = 0; format < names.size(); format++) {
      Path file = folder.resolve("saved-" + names.get(format));
      dialogs.target = Optional.of(file);
      dialogs.chosen = OptionalInt.of(format);
      services.commands().run(Command.SAVE_ANNOTATIONS);
      assertThat(dialogs.suggested).isEqualTo(Path.of(names.get(format)));
      assertThat(Annotations.read(file).nodules())
          .singleElement()
          .satisfies(n -> assertThat(n.centre()).isEqualTo(new Lps(2, -8, -60)));
    }
    assertThat(told(Severity.INFO)).isNotEmpty();
  }

  @Test
  void whatAListSaysTheSeriesIsForIsKept() throws Exception {
    openSmall();
    app.nodules().mark(new Lps(9, 9, -60));
    Path list = folder.resolve("list.json");
    Files.writeString(
        list,
        Annotations.monaiJson(
            List.of(
                Annotation.of(SmallSeries.UID, new Lps(2, -8, -60), OptionalDouble.of(24), "1"),
                Annotation.of("9.9", new Lps(1, 1, 1), OptionalDouble.of(4), "1")),
            Map.of(SmallSeries.UID, "validation", "9.9", "test")));
    commands.open(List.of(list));
    assertThat(app.nodules().here()).hasSize(2);
    assertThat(app.nodules().allProperty().get().splits())
        .containsOnly(entry(SmallSeries.UID, "validation"));
    Path saved = folder.resolve("saved.json");
    dialogs.target = Optional.of(saved);
    dialogs.chosen = OptionalInt.of(2);
    services.commands().run(Command.SAVE_ANNOTATIONS);
    assertThat(Annotations.read(saved).splits()).containsOnly(entry(SmallSeries.UID, "validation"));
    app.undoOrder().undo();
    assertThat(app.nodules().allProperty().get().splits()).isEmpty();
  }

  @Test
  void filesOfAnnotationsAreToldFromImages() {
    assertThat(AnnotationCommands.areAnnotations(List.of(Path.of("a.CSV"), Path.of("b.xml"))))
        .isTrue();
    assertThat(AnnotationCommands.areAnnotations(List.of(Path.of("a.csv"), Path.of("b.dcm"))))
        .isFalse();
    assertThat(AnnotationCommands.areAnnotations(List.of())).isFalse();
  }

  @Test
  void theReadersOfLidcGiveTheNodulesOfTheirCase() throws Exception {
    Path scan = TestData.data("ct/LIDC-IDRI-0003");
    Path xml = TestData.data("ct/LIDC-IDRI-0003.xml");
    app.session().open(List.of(scan));
    commands.open(List.of(xml));
    List<String> rows = Files.readAllLines(TestData.data("ct/LIDC-IDRI-0003-nodules.tsv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      Lps centre =
          new Lps(
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]));
      Nodule found =
          app.nodules().here().stream()
              .filter(n -> n.center().minus(centre).length() < 0.5)
              .findFirst()
              .orElseThrow();
      assertThat(found.diameterMm().orElseThrow())
          .isCloseTo(Double.parseDouble(cells[9]), within(0.5));
      assertThat(found.contours()).isNotEmpty();
    }
  }
}
