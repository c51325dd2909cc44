package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  /// The example of PS3.3 C.11.2.1.2.1: c = 2048, w = 4096 maps 0 to black and 4095 to white.
  @ParameterizedTest
  @CsvSource({
    "-1, 0",
    "0, 0",
    "1, 0.0002442",
    "2047.5, 0.5",
    "4094, 0.9997558",
    "4095, 1",
    "4096, 1"
  })
  void theStandardsExampleHolds(double value, double brightness) {
    assertThat(new Window(2048, 4096).brightness(value)).isCloseTo(brightness, within(1e-7));
  }

  @Test
  void aWidthOfOneIsAThresholdJustBelowTheCentre() {
    Window window = new Window(10, 1);
    assertThat(window.brightness(9)).isZero();
    assertThat(window.brightness(9.5)).isZero();
    assertThat(window.brightness(10)).isEqualTo(1);
  }

  @Test
  void aWidthOfTwoHasOneStep() {
    Window window = new Window(10, 2);
    assertThat(window.brightness(9)).isZero();
    assertThat(window.brightness(9.5)).isEqualTo(0.5);
    assertThat(window.brightness(10)).isEqualTo(1);
  }

  @Test
  void betweenMapsItsEndsToBlackAndWhiteAndNothingElse() {
    Window window = Window.between(-1000, 400);
    assertThat(window.index(-1000)).isZero();
    assertThat(window.brightness(-999)).isPositive();
    assertThat(window.index(400)).isEqualTo(255);
    assertThat(window.brightness(399)).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aWidthBelowOneIsRefused(double width) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, width));
  }

  @Test
  void theLungPresetShowsAirDarkAndSoftTissueWhite() {
    Window lung = WindowPreset.LUNG.window();
    assertThat(lung.index(-1350)).isZero();
    assertThat(lung.index(-600)).isBetween(127, 128);
    assertThat(lung.index(150)).isEqualTo(255);
  }
}
