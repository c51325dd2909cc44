package org.voxdesk.app.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.SlicePixels;

final class TurnTest {
  /// Two rows of three: 1 2 3 above 4 5 6.
  private static final SlicePixels SLICE =
      SlicePixels.hu(3, 2, 0.5, 2, new short[] {1, 2, 3, 4, 5, 6});

  @Test
  void turningRightBringsTheLowerLeftCornerUp() {
    assertTurned(Turn.NONE.rotated(1), 2, 4, 1, 5, 2, 6, 3);
  }

  @Test
  void turningLeftBringsTheUpperRightCornerUp() {
    assertTurned(Turn.NONE.rotated(-1), 2, 3, 6, 2, 5, 1, 4);
  }

  @Test
  void flippingSwapsLeftAndRightOrTopAndBottom() {
    assertTurned(Turn.NONE.flippedHorizontally(), 3, 3, 2, 1, 6, 5, 4);
    assertTurned(Turn.NONE.flippedVertically(), 3, 4, 5, 6, 1, 2, 3);
  }

  @Test
  void flippingMeansTheScreenAlsoAfterATurn() {
    assertTurned(Turn.NONE.rotated(1).flippedHorizontally(), 2, 1, 4, 2, 5, 3, 6);
    assertTurned(Turn.NONE.rotated(1).flippedVertically(), 2, 6, 3, 5, 2, 4, 1);
  }

  @Test
  void aQuarterTurnSwapsTheSizesOfThePixels() {
    SlicePixels turned = new Turner().turned(SLICE, Turn.NONE.rotated(1));
    assertThat(turned.columnMm()).isEqualTo(2);
    assertThat(turned.rowMm()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsShownSomewhereIsStoredWhereItCameFrom(Turn turn) {
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 3; i++) {
        double[] shown = turn.shown(i, j, 3, 2);
        assertThat(turn.stored(shown[0], shown[1], 3, 2)).containsExactly(i, j);
        SlicePixels.Shorts turned = (SlicePixels.Shorts) new Turner().turned(SLICE, turn);
        int row = (int) shown[1];
        int column = (int) shown[0];
        assertThat(turned.values()[row * turned.columns() + column])
            .isEqualTo((short) (1 + j * 3 + i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOverlayTurnsWithItsSlice(Turn turn) {
    OverlayMask turned =
        new Turner().turned(new OverlayMask(3, 2, new byte[] {1, 2, 3, 4, 5, 6}), turn);
    SlicePixels.Shorts slice = (SlicePixels.Shorts) new Turner().turned(SLICE, turn);
    assertThat(turned.columns()).isEqualTo(slice.columns());
    for (int at = 0; at < 6; at++) {
      assertThat(turned.marks()[at]).isEqualTo((byte) slice.values()[at]);
    }
  }

  static Stream<Turn> all() {
    return Stream.of(false, true)
        .flatMap(mirrored -> Stream.of(0, 1, 2, 3).map(quarters -> new Turn(mirrored, quarters)));
  }

  private static void assertTurned(Turn turn, int columns, int... values) {
    SlicePixels.Shorts turned = (SlicePixels.Shorts) new Turner().turned(SLICE, turn);
    assertThat(turned.columns()).isEqualTo(columns);
    int[] actual = new int[turned.values().length];
    for (int at = 0; at < actual.length; at++) {
      actual[at] = turned.values()[at];
    }
    assertThat(actual).containsExactly(values);
  }
}
