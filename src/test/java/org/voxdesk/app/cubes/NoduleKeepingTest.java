package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.io.Sidecar;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.nodule.NoduleFiles;
import org.voxdesk.volume.Lps;

final class NoduleKeepingTest {
  private static final Lps BALL = new Lps(2, -8, -60);

  @TempDir Path folder;
  private AppModel app;
  private List<Path> files;

  @BeforeEach
  void open() throws Exception {
    files = SmallSeries.write(folder.resolve("in"));
    app = opened();
  }

  private AppModel opened() {
    AppModel opened = new AppModel(TestServices.synchronous(folder.resolve("settings")));
    assertThat(new NoduleKeeping(opened, NoduleFiles.in(folder.resolve("own")))).isNotNull();
    opened.session().open(files);
    return opened;
  }

  private Path sidecar() {
    return folder.resolve("in").resolve(Sidecar.NODULES);
  }

  @Test
  void whatIsMarkedIsThereAgainWhenTheSeriesIsOpenedAgain() {
    app.nodules().mark(BALL, OptionalDouble.of(24));
    app.nodules().label(only(app), "solid");
    app.nodules().note(only(app), "check");
    AppModel again = opened();
    assertThat(only(again)).isEqualTo(only(app));
    assertThat(again.nodules().allProperty().get().steps()).isEmpty();
  }

  @Test
  void closingTheSeriesForgetsItsNodulesAndKeepsTheFile() {
    app.nodules().mark(BALL);
    app.session().close(app.session().libraryProperty().get().instances());
    assertThat(app.nodules().allProperty().get().all()).isEmpty();
    assertThat(app.undoOrder().undoableProperty().get()).isEmpty();
    assertThat(sidecar()).exists();
    app.session().open(files);
    assertThat(only(app).center()).isEqualTo(BALL);
  }

  @Test
  void undoneMarksLeaveNoFile() {
    app.nodules().mark(BALL);
    assertThat(sidecar()).exists();
    app.undoOrder().undo();
    assertThat(sidecar()).doesNotExist();
    app.undoOrder().redo();
    assertThat(sidecar()).exists();
  }

  @Test
  void aDamagedFileIsToldAndNotWrittenOver() throws Exception {
    Files.writeString(sidecar(), "damaged");
    AppModel again = opened();
    assertThat(again.services().notifications().shown())
        .anyMatch(n -> n.text().contains("is damaged"));
    again.nodules().mark(BALL);
    assertThat(folder.resolve("in").resolve("voxdesk-nodules-damaged-1.json"))
        .hasContent("damaged");
  }

  private static Nodule only(AppModel of) {
    assertThat(of.nodules().here()).hasSize(1);
    return of.nodules().here().getFirst();
  }
}
