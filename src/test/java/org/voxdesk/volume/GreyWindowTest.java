package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class GreyWindowTest {
  // The recipe in decimal, which the double arithmetic agrees with for every int16.
  private static int reference(int hu) {
    return BigDecimal.valueOf(Math.clamp(hu, -1000, 400) + 1000)
        .multiply(BigDecimal.valueOf(255))
        .divide(BigDecimal.valueOf(1400), 0, RoundingMode.HALF_EVEN)
        .intValueExact();
  }

  @Test
  void classicGreyIsTheRecipesForAllInt16Values() {
    byte[] table = GreyWindow.CLASSIC.table();

    for (int hu = Short.MIN_VALUE; hu <= Short.MAX_VALUE; hu++) {
      assertThat(table[hu & 0xffff] & 0xff).as("%d HU", hu).isEqualTo(reference(hu));
    }
  }

  @Test
  void halvesGoToTheEvenGrey() {
    assertThat(GreyWindow.CLASSIC.grey(-580)).isEqualTo(76);
    assertThat(GreyWindow.CLASSIC.grey(-20)).isEqualTo(178);
  }

  @Test
  void windowWithoutWidthIsRefused() {
    assertThatThrownBy(() -> new GreyWindow(40, 40)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GreyWindow(Double.NaN, 40))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
