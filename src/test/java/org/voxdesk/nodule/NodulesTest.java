package org.voxdesk.nodule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.nodule.Nodules.Kind;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

final class NodulesTest {
  private static final String SERIES = "1.2.3";
  private static final String OTHER = "1.2.4";
  private static final Nodule ONE = Nodule.at(1, SERIES, new Lps(1, 2, 3));
  private static final Nodule TWO = Nodule.at(2, SERIES, new Lps(4, 2, 3));
  private static final Exported EXPORTED =
      new Exported(ONE.center(), ResampleMode.PHYSICAL, 64, 1.0, List.of("npy"));

  private final Nodules both = Nodules.EMPTY.marked(ONE).marked(TWO);

  @Test
  void everyChangeIsUndoneAndRedoneOneByOne() {
    Nodules all =
        both.moved(ONE, new Lps(0, 0, 0))
            .labelled(ONE, "solid")
            .noted(TWO, "again in May")
            .measured(TWO, OptionalDouble.of(7.5))
            .without(ONE);
    assertThat(all.steps())
        .extracting(Nodules.Step::kind)
        .containsExactly(
            Kind.MARK, Kind.MARK, Kind.MOVE, Kind.LABEL, Kind.NOTE, Kind.DIAMETER, Kind.DELETE);
    Nodules back = all;
    while (back.done() > 2) {
      back = back.undo();
    }
    assertThat(back.of(SERIES)).containsExactly(ONE, TWO);
    Nodules again = back;
    while (again.done() < all.steps().size()) {
      again = again.redo();
    }
    assertThat(again.of(SERIES)).isEqualTo(all.of(SERIES));
    assertThat(again.redo()).isSameAs(again);
    assertThat(Nodules.EMPTY.undo()).isSameAs(Nodules.EMPTY);
  }

  @Test
  void whatChangesNothingIsNoStep() {
    assertThat(both.labelled(ONE, "")).isSameAs(both);
    assertThat(both.moved(ONE, ONE.center())).isSameAs(both);
    assertThat(both.read(List.of(), Map.of())).isSameAs(both);
  }

  @Test
  void anExportIsNoStepAndStaysThroughUndo() {
    Nodules exported = both.labelled(ONE, "solid").exported(ONE, EXPORTED);
    assertThat(exported.steps()).hasSize(3);
    Nodule undone = exported.undo().of(SERIES).getFirst();
    assertThat(undone.label()).isEmpty();
    assertThat(undone.isExported()).isTrue();
    assertThat(undone.withCenter(new Lps(9, 9, 9)).isExported()).isFalse();
  }

  @Test
  void annotationsOfSeveralSeriesAreReadInOneStepWithoutWhatIsMarkedAlready() {
    Annotation known = Annotation.of(SERIES, new Lps(1, 2, 3.001), OptionalDouble.empty(), "");
    Annotation fresh = Annotation.of(SERIES, new Lps(1, 2, 9), OptionalDouble.of(4), "solid");
    Annotation there = Annotation.of(OTHER, new Lps(1, 2, 3), OptionalDouble.empty(), "");
    Nodules read = both.read(List.of(known, fresh, there), Map.of());
    assertThat(read.of(SERIES)).extracting(Nodule::number).containsExactly(1, 2, 3);
    assertThat(read.of(SERIES).getLast().label()).isEqualTo("solid");
    assertThat(read.of(OTHER)).hasSize(1);
    assertThat(read.steps().getLast().number()).isEqualTo(2);
    assertThat(read.undo().all()).containsExactly(ONE, TWO);
  }

  @Test
  void whatWasKeptComesFirstAndNumbersStayDifferent() {
    Nodule kept = Nodule.at(1, SERIES, new Lps(7, 7, 7));
    Nodules loaded = both.loaded(SERIES, List.of(kept));
    assertThat(loaded.of(SERIES)).extracting(Nodule::number).containsExactly(1, 2, 3);
    assertThat(loaded.of(SERIES).getFirst()).isEqualTo(kept);
    assertThat(loaded.undo().of(SERIES)).contains(kept);
  }

  @Test
  void whatIsClosedIsForgottenWithItsSteps() {
    Nodules left = both.marked(Nodule.at(1, OTHER, new Lps(0, 0, 0))).only(Set.of(OTHER));
    assertThat(left.of(SERIES)).isEmpty();
    assertThat(left.steps()).hasSize(1);
    assertThat(left.undo().all()).isEmpty();
  }

  @Test
  void aNoduleNearAnotherIsPointedOut() {
    Nodule far = Nodule.at(3, SERIES, new Lps(100, 0, 0));
    Map<UUID, Duplicates.Near> near = Duplicates.of(List.of(ONE, TWO, far), 5);
    assertThat(near.keySet()).containsExactlyInAnyOrder(ONE.id(), TWO.id());
    assertThat(near.get(ONE.id()).other()).isEqualTo(TWO);
    assertThat(near.get(ONE.id()).mm()).isCloseTo(3, within(1e-9));
    assertThat(Duplicates.of(List.of(ONE, TWO), 3)).isEmpty();
  }
}
