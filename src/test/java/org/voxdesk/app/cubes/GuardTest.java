package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.volume.ResampleMode;

final class GuardTest {
  @TempDir Path folder;
  private Services services;
  private AppModel app;
  private CubeSettings settings;
  private Guard guard;

  @BeforeEach
  void start() {
    services = TestServices.synchronous(folder.resolve("settings"));
    app = new AppModel(services);
    settings = new CubeSettings(services);
    guard = new Guard(app, settings);
  }

  @Test
  void anEvenSeriesIsCalledSoBeforeAnythingIsClicked() throws Exception {
    assertThat(guard.verdictProperty().get()).isEmpty();
    app.session().open(SmallSeries.write(folder.resolve("in")));
    assertThat(guard.inShort()).isEqualTo("even");
    assertThat(guard.isUniform()).isTrue();
    assertThat(guard.why(ResampleMode.PHYSICAL)).isEqualTo("Nothing stands in the way.");
    assertThat(guard.isOffered(ResampleMode.CLASSIC)).isTrue();
    assertThat(guard.lies()).contains("96 × 96 × 40");
  }

  @Test
  void itFollowsTheSizeOfTheCubes() throws Exception {
    app.session().open(SmallSeries.write(folder.resolve("in")));
    settings.sizeProperty().set(128);
    assertThat(guard.inShort()).contains("thinner than a cube");
    assertThat(guard.why(ResampleMode.PHYSICAL)).contains("80 mm of the 128 mm");
    settings.mmProperty().set(0.5);
    assertThat(guard.inShort()).isEqualTo("even");
  }

  @Test
  void whereClassicRefusesItIsNotOfferedAndLeftWithTheReason() throws Exception {
    List<Path> files = new ArrayList<>(SmallSeries.write(folder.resolve("in")));
    for (int gone : List.of(20, 21, 22)) {
      Files.delete(files.get(gone));
    }
    files.subList(20, 23).clear();
    settings.modeProperty().set(ResampleMode.CLASSIC);
    app.session().open(files);
    assertThat(guard.inShort()).contains("gaps");
    assertThat(guard.isOffered(ResampleMode.CLASSIC)).isFalse();
    assertThat(guard.why(ResampleMode.CLASSIC)).isNotBlank();
    assertThat(guard.why(ResampleMode.PHYSICAL)).contains("true positions");
    assertThat(settings.modeProperty().get()).isEqualTo(ResampleMode.PHYSICAL);
    assertThat(services.notifications().shown())
        .anyMatch(n -> n.text().contains(guard.why(ResampleMode.CLASSIC)));
    settings.modeProperty().set(ResampleMode.CLASSIC);
    assertThat(settings.modeProperty().get()).isEqualTo(ResampleMode.PHYSICAL);
  }

  @Test
  void aSeriesWithoutPlacesMakesNoVolume() throws Exception {
    app.session().open(SmallSeries.write(folder.resolve("in")));
    app.session()
        .apply(
            new DeleteElement(TagPath.of(Tag.IMAGE_POSITION_PATIENT)),
            app.session().seriesProperty().get().orElseThrow().instances());
    assertThat(guard.inShort()).isEqualTo("no volume");
    assertThat(guard.isOffered(ResampleMode.PHYSICAL)).isFalse();
  }
}
