package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;

final class CineViewModelTest {
  @TempDir static Path folder;

  private final Services services = TestServices.synchronous(Path.of("unused"));
  private final AppModel app = new AppModel(services);
  private final ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);
  private final CineViewModel cine = viewer.cine();

  @BeforeAll
  static void write() throws Exception {
    SmallSeries.write(folder);
  }

  @BeforeEach
  void open() {
    viewer.active().resize(100, 100, 1);
    app.session().open(List.of(folder));
    services.commands().run(Command.CINE);
    cine.firstProperty().set(3);
    cine.lastProperty().set(6);
    viewer.navigation().go(3);
  }

  @Test
  void aRangeIsPlayedRoundAndRound() {
    assertThat(played(6)).containsExactly(4, 5, 6, 3, 4, 5);
  }

  @Test
  void orBackAndForth() {
    cine.loopProperty().set(CineViewModel.Loop.BACK_AND_FORTH);
    assertThat(played(8)).containsExactly(4, 5, 6, 5, 4, 3, 4, 5);
  }

  @Test
  void orOnce() {
    cine.loopProperty().set(CineViewModel.Loop.ONCE);
    assertThat(played(4)).containsExactly(4, 5, 6, 6);
    assertThat(cine.playingProperty().get()).isFalse();
  }

  @Test
  void escapeStopsItBeforeItLeavesTheTool() {
    services.commands().run(Command.TOOL_PAN);
    services.commands().run(Command.LEAVE_TOOL);
    assertThat(cine.playingProperty().get()).isFalse();
    assertThat(viewer.toolProperty().get()).isEqualTo(Tool.PAN);
    assertThat(cine.openProperty().get()).isTrue();
    services.commands().run(Command.LEAVE_TOOL);
    assertThat(cine.openProperty().get()).isFalse();
    services.commands().run(Command.LEAVE_TOOL);
    assertThat(viewer.toolProperty().get()).isEqualTo(Tool.WINDOW);
  }

  @Test
  void rangeAndRateStayUntilThereAreOtherSlices() {
    cine.rateProperty().set(7);
    services.commands().run(Command.CINE);
    assertThat(cine.playingProperty().get()).isFalse();
    services.commands().run(Command.CINE);
    assertThat(List.of(cine.firstProperty().get(), cine.lastProperty().get()))
        .containsExactly(3, 6);
    assertThat(cine.rateProperty().get()).isEqualTo(7);
    services.commands().run(Command.PLANE_CORONAL);
    int slices = viewer.navigation().slices().size();
    assertThat(slices).isNotEqualTo(SmallSeries.SLICES);
    assertThat(cine.playingProperty().get()).isFalse();
    assertThat(List.of(cine.firstProperty().get(), cine.lastProperty().get()))
        .containsExactly(0, slices - 1);
  }

  @Test
  void outsideTheRangeItBeginsAtTheRange() {
    viewer.navigation().go(20);
    assertThat(played(2)).containsExactly(3, 4);
  }

  private List<Integer> played(int steps) {
    List<Integer> looked = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      cine.play();
      looked.add(viewer.navigation().indexProperty().get());
    }
    return looked;
  }
}
