package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ViewTransformTest {
  private static final ViewState FIT = ViewState.of(new Window(0, 100));

  @Test
  void screenAndImageAreInverse() {
    var random = new SplittableRandom(7);
    for (int n = 0; n < 500; n++) {
      SlicePixels slice = slice(1 + random.nextInt(600), 1 + random.nextInt(600), 0.3, 2.5);
      ViewState state =
          FIT.withZoom(0.1 + random.nextDouble() * 20)
              .withPan(random.nextDouble() * 900 - 450, random.nextDouble() * 900 - 450);
      var transform = ViewTransform.of(slice, state, 1 + random.nextInt(2000), 700);
      double sx = random.nextDouble() * 2000;
      double sy = random.nextDouble() * 2000;
      assertThat(transform.sx(transform.i(sx))).isCloseTo(sx, within(1e-9));
      assertThat(transform.sy(transform.j(sy))).isCloseTo(sy, within(1e-9));
    }
  }

  @Test
  void aSliceFitsAndIsCentred() {
    var transform = ViewTransform.of(slice(100, 50, 1, 1), FIT, 400, 400);
    assertThat(transform.sx(-0.5)).isEqualTo(0);
    assertThat(transform.sx(99.5)).isEqualTo(400);
    assertThat(transform.sy(-0.5)).isEqualTo(100);
    assertThat(transform.sy(49.5)).isEqualTo(300);
  }

  @Test
  void oblongPixelsAreShownOblong() {
    var transform = ViewTransform.of(slice(100, 100, 0.5, 2.5), FIT, 300, 500);
    assertThat(transform.scaleY() / transform.scaleX()).isCloseTo(5, within(1e-12));
    assertThat(transform.sy(99.5) - transform.sy(-0.5)).isCloseTo(500, within(1e-9));
  }

  @Test
  void zoomingAboutAPointLeavesItWhereItIs() {
    SlicePixels slice = slice(512, 512, 0.7, 0.7);
    ViewState state = FIT.withZoom(1.5).withPan(40, -25);
    var before = ViewTransform.of(slice, state, 800, 600);
    var after = ViewTransform.of(slice, state.zoomedAbout(123, 456, 800, 600, 2.2), 800, 600);
    assertThat(after.i(123)).isCloseTo(before.i(123), within(1e-9));
    assertThat(after.j(456)).isCloseTo(before.j(456), within(1e-9));
    assertThat(after.scaleX() / before.scaleX()).isCloseTo(2.2, within(1e-12));
  }

  @Test
  void zoomStaysWithinItsLimits() {
    assertThat(FIT.withZoom(1e9).zoom()).isEqualTo(ViewState.MAX_ZOOM);
    assertThat(FIT.zoomedAbout(0, 0, 100, 100, 1e-9).zoom()).isEqualTo(ViewState.MIN_ZOOM);
  }

  private static SlicePixels slice(int columns, int rows, double columnMm, double rowMm) {
    return SlicePixels.hu(columns, rows, columnMm, rowMm, new short[columns * rows]);
  }
}
