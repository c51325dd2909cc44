package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.pixel.VoiFunction;

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

  /// PS3.3 C.11.2.1.3.2: a window from -0.5 to 0.5 has no step of one value in it.
  @ParameterizedTest
  @CsvSource({"-1, 0", "-0.5, 0", "-0.25, 0.25", "0, 0.5", "0.25, 0.75", "0.5, 1", "0.6, 1"})
  void anExactWindowRunsFromEndToEnd(double value, double brightness) {
    assertThat(new Window(0, 1, VoiFunction.LINEAR_EXACT).brightness(value)).isEqualTo(brightness);
  }

  /// PS3.3 C.11.2.1.3.1.
  @ParameterizedTest
  @CsvSource({"40, 0.5", "140, 0.7310586", "-60, 0.2689414", "1040, 0.9999546", "-1e9, 0"})
  void aSigmoidWindowHasNoEnds(double value, double brightness) {
    Window window = new Window(40, 400, VoiFunction.SIGMOID);
    assertThat(window.brightness(value)).isCloseTo(brightness, within(1e-7));
  }

  @Test
  void exactAndSigmoidWindowsMayBeNarrow() {
    assertThat(new Window(0, 1e-6, VoiFunction.LINEAR_EXACT).brightness(1e-6)).isEqualTo(1);
    assertThat(new Window(0, 1e-6, VoiFunction.SIGMOID).brightness(0)).isEqualTo(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Window(0, 0, VoiFunction.LINEAR_EXACT));
  }

  @Test
  void anExactWindowBetweenEqualValuesIsStillAWindow() {
    assertThat(Window.exactlyBetween(0.25, 0.75).brightness(0.5)).isEqualTo(0.5);
    assertThat(Window.exactlyBetween(3, 3).width()).isEqualTo(1);
    assertThat(Window.exactlyBetween(-Double.MAX_VALUE, Double.MAX_VALUE).width()).isEqualTo(1);
  }

  @Test
  void noChangeMakesAWindowNarrowerThanItsFunctionAllows() {
    assertThat(new Window(40, 400).changed(0, -1000).width()).isEqualTo(1);
    assertThat(new Window(0, 0.5, VoiFunction.SIGMOID).changed(0.1, -9))
        .isEqualTo(new Window(0.1, 0.25, VoiFunction.SIGMOID));
  }
}
