package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomReader;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Parallel;

/// A multi-frame image whose frames are on disk: which of them are read, and when.
class PainterTest {
  private static final int FRAMES = 6;

  @TempDir Path folder;

  private final Deque<Runnable> rendering = new ArrayDeque<>();
  private final List<Painter.Result> results = new ArrayList<>();
  private final Deque<SliceSource.Frame> ahead = new ArrayDeque<>();
  private final Painter painter =
      new Painter(
          rendering::add,
          Runnable::run,
          Parallel.SEQUENTIAL,
          new SliceCache(),
          results::add,
          () -> Optional.ofNullable(ahead.poll()));
  private Instance image;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    DataSet frames =
        Images.grey(Encoding.EXPLICIT_LITTLE, Layout.ct(300, 200), new short[FRAMES * 300 * 200])
            .with(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(FRAMES));
    file = Images.write(folder.resolve("frames.dcm"), frames);
    image = new Instance(file, DicomReader.read(file));
  }

  @Test
  void framesAheadAreReadWhileNothingIsToBeDrawn() throws Exception {
    painter.paint(wish(0, 1, 2));
    runAll();
    assertThat(results).hasOnlyElementsOfType(Painter.Result.Drawn.class);
    Files.delete(file);
    results.clear();
    for (int frame : new int[] {1, 2, 0, 5}) {
      painter.paint(wish(frame));
      runAll();
    }
    assertThat(results.subList(0, 3)).hasOnlyElementsOfType(Painter.Result.Drawn.class);
    assertThat(results.get(3)).isInstanceOf(Painter.Result.Failed.class);
  }

  @Test
  void aNewWishComesBeforeWhatIsReadAhead() {
    painter.paint(wish(0, 1, 2, 3));
    rendering.removeFirst().run();
    painter.paint(wish(4));
    rendering.removeFirst().run();
    rendering.removeFirst().run();
    assertThat(results)
        .extracting(
            result -> ((Painter.Result.Drawn) result).picture().slice().frame().orElseThrow())
        .containsExactly(0, 4);
    assertThat(rendering).isEmpty();
  }

  @Test
  void aFrameThatCannotBeReadAheadIsToldOnlyWhenItIsLookedAt() {
    painter.paint(wish(0, FRAMES, 1));
    runAll();
    assertThat(results).singleElement().isInstanceOf(Painter.Result.Drawn.class);
    painter.paint(wish(FRAMES));
    runAll();
    assertThat(results.getLast()).isInstanceOf(Painter.Result.Failed.class);
  }

  private void runAll() {
    while (!rendering.isEmpty()) {
      rendering.removeFirst().run();
    }
  }

  private Painter.Wish wish(int frame, int... next) {
    ahead.clear();
    for (int each : next) {
      ahead.add(new SliceSource.Frame(image, each));
    }
    return new Painter.Wish(
        new SliceSource.Frame(image, frame),
        ViewState.of(new Window(0, 100)),
        false,
        true,
        Turn.NONE,
        40,
        30,
        1);
  }
}
