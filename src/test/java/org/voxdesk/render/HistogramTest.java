package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;
import org.voxdesk.volume.Volume;

final class HistogramTest {
  @Test
  void aValueOnTheBorderOfTwoBinsIsInTheUpperOne() {
    SlicePixels slice = SlicePixels.hu(5, 1, 1, 1, new short[] {-10, -1, 0, 9, 10});
    Histogram histogram = Histogram.of(slice, -10, 10, 2);
    assertThat(histogram.count(0)).isEqualTo(2);
    assertThat(histogram.count(1)).isEqualTo(2);
    assertThat(histogram.most()).isEqualTo(2);
  }

  @Test
  void storedValuesGoThroughTheTransform() {
    var transform = new ModalityTransform(2, -1000, "HU");
    short[] values = {0, 500, (short) 40000, 500};
    var slice = new SlicePixels.Shorts(2, 2, 1, 1, values, false, transform);
    Histogram histogram = Histogram.of(slice, -1000, 1000, 20);
    assertThat(histogram.count(0)).isEqualTo(1);
    assertThat(histogram.count(10)).isEqualTo(2);
    assertThat(histogram.most()).isEqualTo(2);
  }

  @Test
  void whatIsNoNumberIsNotCounted() {
    double[] values = {0.25, Double.NaN, Double.POSITIVE_INFINITY, 0.75};
    var slice = new SlicePixels.Doubles(2, 2, 1, 1, values, ModalityTransform.IDENTITY);
    Histogram histogram = Histogram.of(slice, 0, 1, 2);
    assertThat(histogram.count(0)).isEqualTo(1);
    assertThat(histogram.count(1)).isEqualTo(1);
  }

  @Test
  void aVolumeIsCountedOverAllSlices() {
    Geometry geometry = Geometry.uniform(SlicePlane.axial(2, 1, 1, 1), new Lps(0, 0, 0), 1, 3);
    short[][] values = {{-1000, 5}, {5, 6}, {32767, -32768}};
    Histogram histogram = Histogram.of(Volume.of(geometry, values), -1000, 10, 1010, Progress.NONE);
    assertThat(histogram.count(0)).isEqualTo(1);
    assertThat(histogram.count(1005)).isEqualTo(2);
    assertThat(histogram.count(1006)).isEqualTo(1);
    assertThat(histogram.bins()).isEqualTo(1010);
  }
}
