package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.volume.ClassicSpacing;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volumes;

class MosaicTest {
  @ParameterizedTest
  @CsvSource({"64, 8, 8", "48, 8, 6", "32, 8, 4", "100, 10, 10", "1, 1, 1", "2, 2, 1", "61, 8, 8"})
  void layoutIsNearASquare(int slices, int columns, int rows) {
    assertThat(Mosaic.of(slices)).isEqualTo(new Mosaic(columns, rows));
  }

  @ParameterizedTest
  @CsvSource({"16", "12", "7"})
  void sliceLiesInItsRowAndColumn(int size) throws Exception {
    Cube cube =
        Resampler.cube(
            Volumes.random(30, 30, 30, new ClassicSpacing(1, 1, 1), 9),
            CubeRequest.at(new CubePoint.AtGrid(12, 13, 14)).withSize(size));
    Mosaic mosaic = Mosaic.of(size);

    GreyImage image = mosaic.draw(cube, GreyWindow.CLASSIC);

    assertThat(image.width()).isEqualTo(mosaic.columns() * size);
    assertThat(image.height()).isEqualTo(mosaic.rows() * size);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int z = y / size * mosaic.columns() + x / size;
        int expected = z < size ? GreyWindow.CLASSIC.grey(cube.value(x % size, y % size, z)) : 0;
        assertThat(image.grey(x, y)).as("%d, %d", x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void windowDecidesTheGrey() throws Exception {
    Cube cube =
        Resampler.cube(
            Volumes.random(30, 30, 30, new ClassicSpacing(1, 1, 1), 9),
            CubeRequest.at(new CubePoint.AtGrid(12, 13, 14)).withSize(4));
    GreyWindow window = new GreyWindow(-20_000, 20_000);

    assertThat(Mosaic.of(4).draw(cube, window).grey(5, 6))
        .isEqualTo(window.grey(cube.value(1, 2, 3)));
  }
}
