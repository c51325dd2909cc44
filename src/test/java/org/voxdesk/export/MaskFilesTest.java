package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Progress;

final class MaskFilesTest {
  private static final byte[][] MARKS = {{0, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 2, 0}};

  @TempDir Path folder;

  @Test
  void anArrayIsOfNoughtsAndOnesSliceRowColumn() throws Exception {
    Path file = folder.resolve("m.npy");
    MaskFiles.npy(file, AtomicFile.Existing.REFUSE, 3, 2, 2, k -> MARKS[k], Progress.NONE);
    NpyArray array = NpyArray.read(file);
    assertThat(array.type()).isEqualTo("|u1");
    assertThat(array.shape()).containsExactly(2, 2, 3);
    assertThat(array.bytes()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
  }

  @Test
  void aPictureIsWhiteWhereTheMaskIs() throws Exception {
    Path file = folder.resolve("m.png");
    MaskFiles.png(file, AtomicFile.Existing.REFUSE, 3, 2, MARKS[1]);
    var image = ImageIO.read(file.toFile());
    assertThat(image.getRaster().getSample(1, 1, 0)).isEqualTo(255);
    assertThat(image.getRaster().getSample(1, 0, 0)).isEqualTo(0);
  }

  @Test
  void aSliceIsReadBackFromItsCsv() throws Exception {
    Path file = folder.resolve("s.csv");
    double[] values = {1, -2.5, Double.NaN, 4e9};
    SliceCsv.write(
        file, AtomicFile.Existing.REFUSE, 2, 2, (i, j) -> values[2 * j + i], Progress.NONE);
    assertThat(file).hasContent("1,-2.5\r\nnan,4000000000\r\n");
  }
}
