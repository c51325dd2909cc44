package org.voxdesk.app.viewer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.Renderer;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.study.Instance;
import org.voxdesk.text.Sentence;

/// Reads and draws slices on another thread, one at a time, the newest wish first: wishes that are
/// overtaken while one is being drawn are dropped.
///
/// The next picture is begun only after the last one has been taken, so with three buffers in turn
/// no pixel changes while it is on its way to the screen.
final class Painter {
  private static final int BUFFERS = 3;

  private final Executor render;
  private final Executor ui;
  private final Consumer<Result> taker;
  private final Renderer renderer = new Renderer();
  private final SliceCache slices = new SliceCache();
  private final Optional<ViewImage>[] buffers = noBuffers();
  private Optional<Turned> turned = Optional.empty();
  private int next;

  // The rest belongs to the window's thread.
  private final Deque<SliceList.Entry> ahead = new ArrayDeque<>();
  private Optional<Wish> waiting = Optional.empty();
  private boolean busy;

  /// What is to be drawn.
  ///
  /// @param usualWindow whether the slice's usual window is to take the place of the state's
  /// @param overlays whether the file's overlays are drawn
  /// @param ahead the slices that are likely to be wanted next, the likeliest first
  record Wish(
      Instance instance,
      int frame,
      ViewState state,
      boolean usualWindow,
      boolean overlays,
      Turn turn,
      int width,
      int height,
      List<SliceList.Entry> ahead) {}

  /// What became of a wish.
  sealed interface Result {
    /// It is drawn.
    record Drawn(Wish wish, Picture picture) implements Result {}

    /// It cannot be drawn.
    record Failed(Wish wish, Sentence reason) implements Result {}
  }

  private record Turned(
      LoadedSlice slice, Turn turn, SlicePixels pixels, Optional<OverlayMask> overlay) {}

  /// Draws on `render` and hands results to `taker` on `ui`.
  Painter(Executor render, Executor ui, Consumer<Result> taker) {
    this.render = render;
    this.ui = ui;
    this.taker = taker;
  }

  /// Draws `wish` as soon as possible, in place of any other that still waits.
  void paint(Wish wish) {
    waiting = Optional.of(wish);
    ahead.clear();
    ahead.addAll(wish.ahead());
    if (!busy) {
      begin();
    }
  }

  private void begin() {
    waiting.ifPresent(
        wish -> {
          waiting = Optional.empty();
          busy = true;
          render.execute(() -> run(wish));
        });
  }

  @SuppressWarnings(
      "CatchingUnchecked") // Nobody else would hear of it, and nothing be drawn again.
  private void run(Wish wish) {
    try {
      deliver(draw(wish));
    } catch (RuntimeException | Error unexpected) {
      ui.execute(
          () -> {
            busy = false;
            throw unexpected;
          });
    }
  }

  private void deliver(Result result) {
    ui.execute(
        () -> {
          busy = false;
          taker.accept(result);
          goOn();
        });
  }

  /// Draws what waits, or reads a slice ahead while nothing does.
  private void goOn() {
    if (!busy) {
      begin();
    }
    if (!busy && !ahead.isEmpty()) {
      SliceList.Entry likely = ahead.removeFirst();
      busy = true;
      render.execute(() -> readAhead(likely));
    }
  }

  private void readAhead(SliceList.Entry entry) {
    try {
      slices.get(entry.image(), entry.frame());
    } catch (DicomException | RuntimeException e) {
      // Whoever looks at that slice will be told; until then it is nobody's business.
      ui.execute(ahead::clear);
    } finally {
      ui.execute(
          () -> {
            busy = false;
            goOn();
          });
    }
  }

  private Result draw(Wish wish) {
    try {
      LoadedSlice slice = slices.get(wish.instance(), wish.frame());
      Turned shown = turned(slice, wish.turn());
      ViewState state =
          wish.usualWindow()
              ? wish.state().withWindow(SliceLoader.usualWindow(slice))
              : wish.state();
      ViewImage image = buffer(wish.width(), wish.height());
      ViewState drawn = slice.inverse() ? state.withInverted(!state.inverted()) : state;
      Optional<OverlayMask> overlay = shown.overlay().filter(mask -> wish.overlays());
      if (overlay.isPresent()) {
        renderer.render(shown.pixels(), overlay.get(), drawn, image);
      } else {
        renderer.render(shown.pixels(), drawn, image);
      }
      return new Result.Drawn(wish, new Picture(slice, shown.pixels(), wish.turn(), state, image));
    } catch (DicomException e) {
      return new Result.Failed(wish, e.sentence());
    }
  }

  private Turned turned(LoadedSlice slice, Turn turn) {
    Turned wanted =
        turned
            .filter(known -> known.slice().equals(slice) && known.turn().equals(turn))
            .orElseGet(
                () ->
                    new Turned(
                        slice, turn, turn.apply(slice.pixels()), slice.overlay().map(turn::apply)));
    turned = Optional.of(wanted);
    return wanted;
  }

  private ViewImage buffer(int width, int height) {
    next = (next + 1) % BUFFERS;
    ViewImage image =
        buffers[next]
            .filter(known -> known.width() == width && known.height() == height)
            .orElseGet(() -> new ViewImage(width, height));
    buffers[next] = Optional.of(image);
    return image;
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // Java has no way to make an array of a generic type.
  private static Optional<ViewImage>[] noBuffers() {
    Optional[] none = new Optional[BUFFERS];
    Arrays.fill(none, Optional.empty());
    return none;
  }
}
