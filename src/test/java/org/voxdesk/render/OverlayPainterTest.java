package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OverlayPainterTest {
  private static final int WHITE = 0xffffffff;
  private static final ViewState PLAIN =
      ViewState.of(Window.between(0, 255)).withInterpolation(Interpolation.NEAREST);

  private final Renderer renderer = new Renderer();

  @Test
  void marksAreWhiteWithADarkEdgeWhateverIsBelow() {
    for (int below : new int[] {0, 128, 255}) {
      ViewImage image = drawn(grey(10, 10, below), mask(10, 10, 4, 5), PLAIN, 50);
      int plain = 0xff000000 + below * 0x010101;
      int dark = 0xff000000 + below / 4 * 0x010101;
      assertThat(image.argb(20, 25)).isEqualTo(WHITE);
      assertThat(image.argb(24, 29)).isEqualTo(WHITE);
      assertThat(image.argb(19, 27)).isEqualTo(dark);
      assertThat(image.argb(25, 27)).isEqualTo(dark);
      assertThat(image.argb(22, 24)).isEqualTo(dark);
      assertThat(image.argb(22, 30)).isEqualTo(dark);
      assertThat(image.argb(18, 27)).isEqualTo(plain);
    }
  }

  @Test
  void aThinLineIsSeenInASmallPicture() {
    byte[] marks = new byte[200 * 200];
    Arrays.fill(marks, 200 * 77, 200 * 78, (byte) 1);
    ViewImage image = drawn(grey(200, 200, 0), new OverlayMask(200, 200, marks), PLAIN, 20);
    for (int sx = 0; sx < 20; sx++) {
      assertThat(image.argb(sx, 8)).isEqualTo(WHITE);
    }
    assertThat(Arrays.stream(image.pixels()).filter(p -> p == WHITE)).hasSize(20);
  }

  @Test
  void marksMoveWithThePicture() {
    ViewState moved = PLAIN.withZoom(2).withPan(7, -3);
    ViewImage image = drawn(grey(10, 10, 0), mask(10, 10, 4, 5), moved, 50);
    ViewTransform transform = ViewTransform.of(grey(10, 10, 0), moved, 50, 50);
    int sx = (int) transform.sx(4);
    int sy = (int) transform.sy(5);
    assertThat(image.argb(sx, sy)).isEqualTo(WHITE);
    assertThat(Arrays.stream(image.pixels()).filter(p -> p == WHITE)).hasSize(100);
  }

  @Test
  void marksOutOfSightAreNotDrawn() {
    ViewImage image = drawn(grey(10, 10, 0), mask(10, 10, 4, 5), PLAIN.withPan(500, 500), 50);
    assertThat(image.pixels()).containsOnly(0xff000000);
  }

  @Test
  void aMaskOfAnotherSizeThanItSaysIsABug() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OverlayMask(2, 2, new byte[3]));
  }

  private ViewImage drawn(SlicePixels slice, OverlayMask mask, ViewState state, int size) {
    var image = new ViewImage(size, size);
    renderer.render(slice, mask, state, image);
    return image;
  }

  private static OverlayMask mask(int columns, int rows, int i, int j) {
    byte[] marks = new byte[columns * rows];
    marks[j * columns + i] = 1;
    return new OverlayMask(columns, rows, marks);
  }

  private static SlicePixels grey(int columns, int rows, int value) {
    short[] values = new short[columns * rows];
    Arrays.fill(values, (short) value);
    return SlicePixels.hu(columns, rows, 1, 1, values);
  }
}
