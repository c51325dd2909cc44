package org.voxdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BallTest {
  private static final Ball BALL = new Ball(0, 0, 0, 3);

  @Test
  void aPixelInsideIsFullAndOneOutsideEmpty() {
    assertThat(BALL.cover(0.2, -0.3, 0.1, 0.7, 2.5)).isCloseTo(1, within(1e-12));
    assertThat(BALL.cover(3.5, 0, 0, 0.7, 2.5)).isZero();
    assertThat(BALL.cover(0, 0, -4.3, 0.7, 2.5)).isZero();
  }

  @Test
  void aSliceThatReachesHalfWayInIsHalfFull() {
    assertThat(BALL.cover(0, 0, 3, 0.01, 2)).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void allPixelsTogetherAreItsVolumeAndItsPlace() {
    double volume = 0;
    double height = 0;
    for (int k = -4; k <= 4; k++) {
      for (int j = -8; j <= 8; j++) {
        for (int i = -8; i <= 8; i++) {
          double z = k * 2.5 + 0.9;
          double part = BALL.cover(i * 0.7 + 0.1, j * 0.7 - 0.2, z, 0.7, 2.5) * 0.7 * 0.7 * 2.5;
          volume += part;
          height += part * z;
        }
      }
    }
    assertThat(volume).isCloseTo(4.0 / 3 * Math.PI * 27, within(0.3));
    assertThat(height / volume).isCloseTo(0, within(0.05));
  }
}
