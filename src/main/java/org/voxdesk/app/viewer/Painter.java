package org.voxdesk.app.viewer;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.PlaneLoader;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.app.slice.Turner;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.render.Interpolation;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.Renderer;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Threshold;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.task.Parallel;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.PlaneSampler;

/// Reads and draws slices of one pane on another thread, one at a time, the newest wish first:
/// wishes that are overtaken while one is being drawn are dropped.
///
/// The next picture is begun only after the last one has been taken, so with three buffers in turn
/// no pixel changes while it is on its way to the screen; nor do the values of a plane.
final class Painter {
  private static final int BUFFERS = 3;

  private final Executor render;
  private final Executor ui;
  private final SliceCache slices;
  private final Consumer<Result> taker;
  private final Supplier<Optional<SliceSource.Frame>> ahead;
  private final Supplier<PlaneLoader> loader;
  private final Renderer renderer = new Renderer();
  private final Turner turner = new Turner();
  private final Optional<ViewImage>[] buffers = noBuffers();
  private PlaneLoader planes;
  private Optional<Turned> turned = Optional.empty();
  private Optional<CutOut> cutOut = Optional.empty();
  private int next;

  // The rest belongs to the window's thread.
  private Optional<Wish> waiting = Optional.empty();
  private boolean busy;

  /// What is to be drawn.
  ///
  /// @param source edits included
  /// @param state zoom and place are in logical pixels
  /// @param usualWindow whether the slice's usual window is to take the place of the state's
  /// @param overlays whether the file's overlays are drawn
  /// @param width of the picture, in real pixels
  /// @param height of the picture, in real pixels
  /// @param density real pixels a logical one
  record Wish(
      SliceSource source,
      ViewState state,
      boolean usualWindow,
      boolean overlays,
      Turn turn,
      int width,
      int height,
      double density) {}

  /// What became of a wish.
  sealed interface Result {
    /// It is drawn.
    record Drawn(Wish wish, Picture picture) implements Result {}

    /// It cannot be drawn.
    record Failed(Wish wish, Sentence reason) implements Result {}
  }

  private record Turned(
      LoadedSlice slice, Turn turn, SlicePixels pixels, Optional<OverlayMask> overlay) {}

  /// The plane that was cut last: it is drawn again and again while its window is dragged.
  private record CutOut(SliceSource.Plane source, PlaneInterpolation how, LoadedSlice slice) {
    boolean is(SliceSource.Plane wanted, PlaneInterpolation wantedHow) {
      return source.volume() == wanted.volume()
          && source.cut().equals(wanted.cut())
          && how == wantedHow;
    }
  }

  /// Draws on `render` and hands results to `taker` on `ui`.
  ///
  /// @param ahead the frame that is most likely wanted next and not read yet; asked on `ui`
  Painter(
      Executor render,
      Executor ui,
      Parallel parallel,
      SliceCache slices,
      Consumer<Result> taker,
      Supplier<Optional<SliceSource.Frame>> ahead) {
    this.render = render;
    this.ui = ui;
    this.loader = () -> new PlaneLoader(parallel);
    this.planes = loader.get();
    this.slices = slices;
    this.taker = taker;
    this.ahead = ahead;
  }

  /// Draws `wish` as soon as possible, in place of any other that still waits.
  void paint(Wish wish) {
    waiting = Optional.of(wish);
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
    if (!busy) {
      ahead
          .get()
          .ifPresent(
              likely -> {
                busy = true;
                render.execute(() -> readAhead(likely));
              });
    }
  }

  private void readAhead(SliceSource.Frame likely) {
    try {
      slices.get(likely.image(), likely.frame());
    } catch (DicomException | RuntimeException e) {
      // Whoever looks at that slice will be told; until then it is nobody's business, and the cache
      // knows not to offer it again.
      slices.giveUp(likely.image(), likely.frame());
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
      LoadedSlice slice = slice(wish);
      Turned shown = turned(slice, wish.turn());
      ViewState state =
          wish.usualWindow()
              ? wish.state().withWindow(SliceLoader.usualWindow(slice))
              : wish.state();
      ViewImage image = buffer(wish.width(), wish.height());
      // What is beside the volume has no value that could be in the range.
      Optional<Threshold> tint =
          wish.source() instanceof SliceSource.Plane
              ? state.threshold().map(range -> range.without(PlaneSampler.OUTSIDE))
              : state.threshold();
      ViewState drawn =
          (slice.inverse() ? state.withInverted(!state.inverted()) : state)
              .withThreshold(tint)
              .withPan(state.panX() * wish.density(), state.panY() * wish.density());
      Optional<OverlayMask> overlay = shown.overlay().filter(mask -> wish.overlays());
      if (overlay.isPresent()) {
        renderer.render(shown.pixels(), overlay.get(), drawn, image);
      } else {
        renderer.render(shown.pixels(), drawn, image);
      }
      return new Result.Drawn(
          wish, new Picture(slice, shown.pixels(), wish.turn(), state, image, wish.density()));
    } catch (DicomException e) {
      return new Result.Failed(wish, e.sentence());
    }
  }

  private LoadedSlice slice(Wish wish) throws DicomException {
    return switch (wish.source()) {
      case SliceSource.Frame frame -> slices.get(frame.image(), frame.frame());
      case SliceSource.Plane plane -> cut(plane, interpolation(wish.state()));
    };
  }

  /// How planes are cut that are drawn like this.
  static PlaneInterpolation interpolation(ViewState state) {
    return state.interpolation() == Interpolation.NEAREST
        ? PlaneInterpolation.NEAREST
        : PlaneInterpolation.LINEAR;
  }

  private LoadedSlice cut(SliceSource.Plane plane, PlaneInterpolation how) throws DicomException {
    if (cutOut.isEmpty() || !cutOut.get().is(plane, how)) {
      LoadedSlice slice = planes.load(plane.volume(), plane.image(), plane.cut(), how);
      cutOut = Optional.of(new CutOut(plane, how, slice));
    }
    return cutOut.get().slice();
  }

  @SuppressWarnings("ReferenceEquality") // Comparing all that a slice holds would take too long.
  private Turned turned(LoadedSlice slice, Turn turn) {
    if (turned.isEmpty() || turned.get().slice() != slice || !turned.get().turn().equals(turn)) {
      turned =
          Optional.of(
              new Turned(
                  slice,
                  turn,
                  turner.turned(slice.pixels(), turn),
                  slice.overlay().map(mask -> turner.turned(mask, turn))));
    }
    return turned.get();
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

  /// Lets go of what was drawn last; called where it draws.
  void forget() {
    turned = Optional.empty();
    cutOut = Optional.empty();
    planes = loader.get();
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
