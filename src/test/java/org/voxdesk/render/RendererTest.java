package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.pixel.ModalityTransform;

class RendererTest {
  private static final int BLACK = 0xff000000;
  private static final Window BYTES = Window.between(0, 255);

  private final Renderer renderer = new Renderer();

  @Test
  void nearestAtOneToOneShowsExactlyThePixels() {
    short[] values = random(64 * 48, -1200, 1200);
    var image = new ViewImage(64, 48);
    ViewState state = nearest(new Window(40, 400)).withColorMap(ColorMap.BONE);
    renderer.render(SlicePixels.hu(64, 48, 1, 1, values), state, image);
    for (int n = 0; n < values.length; n++) {
      int expected = BLACK | ColorMap.BONE.rgb(state.window().index(values[n]));
      assertThat(image.pixels()[n]).isEqualTo(expected);
    }
  }

  @Test
  void smoothAtOneToOneShowsExactlyThePixelsToo() {
    short[] values = random(64 * 48, -32768, 32767);
    var image = new ViewImage(64, 48);
    ViewState state = ViewState.of(new Window(0, 60000));
    renderer.render(SlicePixels.hu(64, 48, 1, 1, values), state, image);
    for (int n = 0; n < values.length; n++) {
      assertThat(image.pixels()[n]).isEqualTo(grey(state.window().index(values[n])));
    }
  }

  @Test
  void storedValuesGoThroughSlopeAndInterceptAndSign() {
    short[] values = {0, 1, (short) 40000, (short) 65535};
    var slice =
        new SlicePixels.Shorts(4, 1, 1, 1, values, false, new ModalityTransform(0.5, -100, ""));
    var image = new ViewImage(4, 1);
    Window window = new Window(15000, 40000);
    renderer.render(slice, nearest(window), image);
    for (int n = 0; n < 4; n++) {
      double output = (values[n] & 0xffff) * 0.5 - 100;
      assertThat(image.argb(n, 0)).isEqualTo(grey(window.index(output)));
    }
  }

  @Test
  void aFittedSliceIsCentredWithBlackAroundIt() {
    short[] white = filled(10 * 5, 255);
    var image = new ViewImage(40, 40);
    renderer.render(SlicePixels.hu(10, 5, 1, 1, white), nearest(BYTES), image);
    for (int sy = 0; sy < 40; sy++) {
      for (int sx = 0; sx < 40; sx++) {
        assertThat(image.argb(sx, sy)).isEqualTo(sy >= 10 && sy < 30 ? grey(255) : BLACK);
      }
    }
  }

  @Test
  void oblongPixelsFillTheirTrueShare() {
    short[] white = filled(100 * 10, 255);
    var image = new ViewImage(100, 100);
    renderer.render(SlicePixels.hu(100, 10, 0.5, 2.5, white), nearest(BYTES), image);
    assertThat(java.util.Arrays.stream(image.pixels()).filter(p -> p == grey(255)).count())
        .isEqualTo(100 * 50);
  }

  @Test
  void aSliceOutOfSightLeavesBlack() {
    var image = new ViewImage(20, 20);
    ViewState state = nearest(BYTES).withPan(500, 0);
    renderer.render(SlicePixels.hu(4, 4, 1, 1, filled(16, 255)), state, image);
    assertThat(image.pixels()).containsOnly(BLACK);
  }

  @Test
  void whatTheLastPictureShowedIsGone() {
    var image = new ViewImage(20, 20);
    SlicePixels slice = SlicePixels.hu(4, 4, 1, 1, filled(16, 255));
    renderer.render(slice, nearest(BYTES), image);
    renderer.render(slice, nearest(BYTES).withZoom(0.5), image);
    assertThat(image.argb(2, 2)).isEqualTo(BLACK);
    assertThat(image.argb(10, 10)).isEqualTo(grey(255));
  }

  @Test
  void smoothInterpolatesValuesBetweenPixelCentres() {
    var image = new ViewImage(80, 40);
    Window window = Window.between(0, 200);
    short[] values = {0, 200};
    renderer.render(SlicePixels.hu(2, 1, 1, 1, values), ViewState.of(window), image);
    for (int sx = 20; sx < 60; sx++) {
      double value = 200 * (sx + 0.5 - 20) / 40;
      assertThat((double) (image.argb(sx, 20) & 0xff)).isCloseTo(window.index(value), within(2.0));
    }
    assertThat(image.argb(0, 20)).isEqualTo(BLACK);
    assertThat(image.argb(79, 20)).isEqualTo(grey(255));
  }

  @Test
  void smoothInterpolatesValuesAndNotColours() {
    var image = new ViewImage(3, 1);
    short[] values = {-30000, 30000};
    ViewState state = ViewState.of(new Window(0.5, 1000)).withColorMap(ColorMap.JET);
    renderer.render(SlicePixels.hu(2, 1, 1.5, 1, values), state, image);
    int green = image.argb(1, 0) >> 8 & 0xff;
    assertThat(green).as("the middle of jet is green").isGreaterThan(240);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void onlyPixelsOfTheThresholdAreTinted(Interpolation interpolation) {
    short[] values = {-1000, 1000, 299, 300};
    var plain = new ViewImage(40, 10);
    var tinted = new ViewImage(40, 10);
    SlicePixels slice = SlicePixels.hu(4, 1, 1, 1, values);
    ViewState state = ViewState.of(new Window(0, 2500)).withInterpolation(interpolation);
    renderer.render(slice, state, plain);
    renderer.render(slice, state.withThreshold(Optional.of(new Threshold(-500, 300))), tinted);
    for (int sx = 0; sx < 40; sx++) {
      boolean marked = sx / 10 == 2;
      int expected = marked ? blended(plain.argb(sx, 5)) : plain.argb(sx, 5);
      assertThat(tinted.argb(sx, 5)).as("sx %d", sx).isEqualTo(expected);
    }
  }

  @Test
  void theTintIsFortyFivePercentAmber() {
    int tinted = Tint.over(BLACK);
    assertThat((double) (tinted >> 16 & 0xff)).isCloseTo(0.45 * 0xff, within(1.0));
    assertThat((double) (tinted >> 8 & 0xff)).isCloseTo(0.45 * 0xb4, within(1.0));
    assertThat((double) (tinted & 0xff)).isCloseTo(0.45 * 0x54, within(1.0));
  }

  @Test
  void invertedRunsThroughTheColoursBackwards() {
    var image = new ViewImage(2, 1);
    SlicePixels slice = SlicePixels.hu(2, 1, 1, 1, new short[] {0, 255});
    renderer.render(slice, nearest(BYTES).withColorMap(ColorMap.HOT).withInverted(true), image);
    assertThat(image.argb(0, 0)).isEqualTo(0xffffffff);
    assertThat(image.argb(1, 0)).isEqualTo(BLACK | ColorMap.HOT.rgb(0));
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void wideValuesLookLikeTheSameNarrowValues(Interpolation interpolation) {
    short[] narrow = random(20 * 20, -2000, 2000);
    double[] wide = new double[narrow.length];
    for (int n = 0; n < wide.length; n++) {
      wide[n] = narrow[n];
    }
    var expected = new ViewImage(40, 40);
    var actual = new ViewImage(40, 40);
    ViewState state =
        ViewState.of(new Window(0, 3000))
            .withInterpolation(interpolation)
            .withThreshold(Optional.of(Threshold.below(-100)));
    renderer.render(SlicePixels.hu(20, 20, 1, 1, narrow), state, expected);
    renderer.render(
        new SlicePixels.Doubles(20, 20, 1, 1, wide, ModalityTransform.IDENTITY), state, actual);
    for (int n = 0; n < 1600; n++) {
      int a = expected.pixels()[n];
      int b = actual.pixels()[n];
      for (int shift = 0; shift <= 16; shift += 8) {
        assertThat((double) (b >> shift & 0xff)).isCloseTo(a >> shift & 0xff, within(2.0));
      }
    }
  }

  @Test
  void coloursAreShownAsTheyAre() {
    int[] colors = {0x102030, 0xff8000, 0x00ff7f, 0xabcdef};
    var image = new ViewImage(2, 2);
    for (Interpolation interpolation : Interpolation.values()) {
      ViewState state = ViewState.of(BYTES).withInterpolation(interpolation);
      renderer.render(new SlicePixels.Rgb(2, 2, 1, 1, colors), state, image);
      for (int n = 0; n < 4; n++) {
        assertThat(image.pixels()[n]).isEqualTo(BLACK | colors[n]);
      }
    }
  }

  private static ViewState nearest(Window window) {
    return ViewState.of(window).withInterpolation(Interpolation.NEAREST);
  }

  private static int grey(int index) {
    return BLACK | ColorMap.GREY.rgb(index);
  }

  private static int blended(int argb) {
    return Tint.over(argb);
  }

  private static short[] filled(int count, int value) {
    short[] values = new short[count];
    java.util.Arrays.fill(values, (short) value);
    return values;
  }

  private static short[] random(int count, int low, int high) {
    var random = new SplittableRandom(42);
    short[] values = new short[count];
    for (int n = 0; n < count; n++) {
      values[n] = (short) random.nextInt(low, high + 1);
    }
    return values;
  }
}
