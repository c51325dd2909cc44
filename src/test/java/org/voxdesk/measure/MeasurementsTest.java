package org.voxdesk.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasurementsTest {
  private final Measurement first = measurement(1);
  private final Measurement second = measurement(2);
  private final Measurement third = measurement(3);

  @Test
  void whatIsUndoneComesBackInItsPlace() {
    Measurements all = Measurements.EMPTY.with("1.2", first).with("1.2", second).with("1.2", third);
    Measurements less = all.without("1.2", second.id());
    assertThat(less.of("1.2")).containsExactly(first, third);
    assertThat(less.undo().of("1.2")).containsExactly(first, second, third);
    assertThat(less.undo().redo().of("1.2")).containsExactly(first, third);
    assertThat(less.undo().undo().undo().undo().undo().of("1.2")).isEmpty();
  }

  @Test
  void aChangedMeasurementStaysWhereItIsInTheList() {
    Measurements all = Measurements.EMPTY.with("1.2", first).with("1.2", second);
    Measurements renamed = all.with("1.2", first.withText("tumour"));
    assertThat(renamed.of("1.2")).containsExactly(first.withText("tumour"), second);
    assertThat(renamed.undo().of("1.2")).containsExactly(first, second);
    assertThat(all.with("1.2", first)).isSameAs(all);
  }

  @Test
  void aNewStepEndsWhatCouldBeRedone() {
    Measurements all = Measurements.EMPTY.with("1.2", first).undo().with("1.2", second);
    assertThat(all.redo().of("1.2")).containsExactly(second);
    assertThat(all.steps()).hasSize(1);
  }

  @Test
  void whatWasKeptIsNoStep() {
    Measurements all = Measurements.EMPTY.loaded("1.2", List.of(first)).with("1.3", second);
    assertThat(all.undo().of("1.2")).containsExactly(first);
    assertThat(all.undo().of("1.3")).isEmpty();
    assertThat(all.undo().undo().of("1.2")).containsExactly(first);
  }

  private static Measurement measurement(double length) {
    return Measurement.of(
        new Anchor.OnImage("1.2.3", 0), new Distance(new Point(0, 0), new Point(length, 0)));
  }
}
