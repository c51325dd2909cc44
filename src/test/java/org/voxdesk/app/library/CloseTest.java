package org.voxdesk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.Targets;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.SetValue;
import org.voxdesk.study.Library;

/// What is open can be closed, nothing of it stays, and what was opened is remembered.
class CloseTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private AppModel app;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    for (int z = 0; z < 4; z++) {
      for (int acquisition = 1; acquisition < 3; acquisition++) {
        Images.write(
            folder.resolve("a" + z + acquisition),
            Images.slice(z, 10 * acquisition + z)
                .with(Tag.ACQUISITION_NUMBER, Vr.IS, Integer.toString(acquisition)));
      }
      Images.write(
          folder.resolve("b" + z),
          Images.slice(z, z).with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.9"));
    }
    services = TestServices.synchronous(folder.resolve("settings"), dialogs);
    app = new AppModel(services);
    session = app.session();
    new LibraryViewModel(app);
    session.open(List.of(folder));
  }

  @Test
  void anEditOfASeriesReachesAllOfItsParts() {
    assertThat(session.libraryProperty().get().series()).hasSize(3);
    assertThat(session.seriesProperty().get().orElseThrow().instances()).hasSize(4);
    app.targets().scopeProperty().set(Targets.Scope.SERIES);
    assertThat(app.targets().imagesProperty().get()).hasSize(8);
  }

  @Test
  void theVerdictIsThereForTheStatusBar() {
    assertThat(app.geometryProperty().get()).endsWith("evenly spaced");
  }

  @Test
  void closingASeriesClosesItsPartsAndLooksAtAnother() {
    services.commands().run(Command.CLOSE_SERIES);
    assertThat(session.libraryProperty().get().series()).hasSize(1);
    assertThat(session.seriesProperty().get().orElseThrow().uid()).isEqualTo("1.2.9");
    services.commands().run(Command.CLOSE_ALL);
    assertThat(session.libraryProperty().get()).isEqualTo(Library.EMPTY);
    assertThat(session.seriesProperty().get()).isEmpty();
    assertThat(session.instanceProperty().get()).isEmpty();
    assertThat(session.historyProperty().get()).isEqualTo(EditHistory.EMPTY);
    assertThat(app.volume().stateProperty().get()).isInstanceOf(SeriesVolume.State.None.class);
    assertThat(app.geometryProperty().get()).isEmpty();
  }

  @Test
  void unsavedEditsAreAskedAboutBeforeTheyAreClosed() {
    var image = session.instanceProperty().get().orElseThrow();
    session.apply(new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "New^Name"), List.of(image));
    dialogs.chosen = OptionalInt.empty();
    services.commands().run(Command.CLOSE_ALL);
    assertThat(session.libraryProperty().get().instances()).hasSize(12);
    dialogs.chosen = OptionalInt.of(1);
    services.commands().run(Command.CLOSE_ALL);
    assertThat(session.libraryProperty().get().instances()).isEmpty();
    assertThat(session.historyProperty().get().isEdited(image)).isFalse();
  }

  @Test
  void manyFilesOfOneFolderAreRememberedAsTheFolder() throws Exception {
    services.commands().run(Command.CLEAR_RECENT);
    Path alone = Images.write(folder.resolve("in").resolve("alone"), Images.slice(0, 0));
    session.open(
        List.of(folder.resolve("a01"), alone, folder.resolve("a11"), folder.resolve("b0")));
    assertThat(services.preferences().recent()).containsExactly(folder, alone);
  }

  @Test
  void aFolderThatIsGoneIsNamed() {
    Path gone = folder.resolve("gone");
    session.open(List.of(gone));
    assertThat(services.notifications().shown())
        .singleElement()
        .satisfies(told -> assertThat(told.text()).contains(gone.toString()));
  }

  @Test
  void theLastTenThatWereOpenedAreRemembered() throws Exception {
    assertThat(services.preferences().recent()).containsExactly(folder.toAbsolutePath());
    for (int i = 0; i < 12; i++) {
      Path one = Files.createDirectory(folder.resolve("f" + i));
      Images.write(one.resolve("x"), Images.slice(i, i));
      session.open(List.of(one));
    }
    session.open(List.of(folder.resolve("f5")));
    assertThat(services.preferences().recent())
        .hasSize(10)
        .startsWith(folder.resolve("f5"), folder.resolve("f11"), folder.resolve("f10"))
        .doesNotHaveDuplicates();
    services.preferences().save();
    services.commands().run(Command.CLEAR_RECENT);
    assertThat(services.preferences().recent()).isEmpty();
    services.preferences().load();
    assertThat(services.preferences().recent()).hasSize(10);
    assertThat(Optional.of(services.preferences().recent().getFirst()))
        .contains(folder.resolve("f5"));
  }
}
