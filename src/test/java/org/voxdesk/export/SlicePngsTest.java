package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.volume.ClassicSpacing;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volumes;

class SlicePngsTest {
  /// A stream would not wait for pieces that are under way when another fails.
  private static final Parallel THREADS = new Workers(ForkJoinPool.commonPool(), 3);

  @TempDir private Path directory;

  private static ResampledGrid grid(ResampleMode mode) throws Exception {
    return Resampler.grid(Volumes.random(30, 20, 10, new ClassicSpacing(0.8, 0.9, 2), 4), mode, 1);
  }

  private List<Path> write(ResampledGrid grid, boolean overwrite, Progress progress)
      throws ExportException {
    return SlicePngs.write(grid, GreyWindow.CLASSIC, directory, overwrite, progress, THREADS);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(ResampleMode.class)
  void everySliceOfTheGridBecomesAPicture(ResampleMode mode) throws Exception {
    ResampledGrid grid = grid(mode);
    int columns = grid.geometry().columns();
    int rows = grid.geometry().rows();

    List<Path> written = write(grid, false, Progress.NONE);

    assertThat(written).hasSize(grid.geometry().slices());
    assertThat(names()).hasSize(written.size()).startsWith("img_0000_i.png", "img_0001_i.png");
    short[] values = new short[columns * rows];
    for (int k = 0; k < written.size(); k++) {
      grid.slice(k, values);
      BufferedImage image = ImageIO.read(written.get(k).toFile());
      assertThat(image.getWidth()).isEqualTo(columns);
      assertThat(image.getHeight()).isEqualTo(rows);
      for (int i = 0; i < values.length; i++) {
        assertThat(image.getRaster().getSample(i % columns, i / columns, 0))
            .isEqualTo(GreyWindow.CLASSIC.grey(values[i]));
      }
    }
  }

  @Test
  void cancellingRemovesWhatThisRunWroteAndNothingElse() throws Exception {
    Files.writeString(directory.resolve("notes.txt"), "mine");

    for (int reports : new int[] {0, 1, 7, 20}) {
      assertThatThrownBy(
              () -> write(grid(ResampleMode.CLASSIC), false, new CancelledAfter(reports)))
          .isInstanceOf(CancellationException.class);
      assertThat(names()).containsExactly("notes.txt");
    }
  }

  @Test
  void picturesAlreadyThereAreKeptUnlessAskedOtherwise() throws Exception {
    Path old = Files.writeString(directory.resolve("img_0003_i.png"), "mine");

    assertThatThrownBy(() -> write(grid(ResampleMode.CLASSIC), false, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage(old + " exists already and was left as it is");
    assertThat(names()).containsExactly("img_0003_i.png");
    assertThat(old).hasContent("mine");

    write(grid(ResampleMode.CLASSIC), true, Progress.NONE);

    assertThat(names()).hasSize(20);
    assertThat(ImageIO.read(old.toFile())).isNotNull();
  }

  @Test
  void pictureThatWouldBeLeftAmongTheNewOnesIsNamed() throws Exception {
    Path stray = Files.writeString(directory.resolve("img_0099_i.png"), "mine");

    assertThatThrownBy(() -> write(grid(ResampleMode.CLASSIC), true, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessage(stray + " belongs to another volume; choose an empty folder");
    assertThat(names()).containsExactly("img_0099_i.png");
  }
}
