package org.voxdesk.app.viewer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.dicom.Tag;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Slab;
import org.voxdesk.volume.VolumePlanes;

/// One pane: which slices it goes through, and how they are shown. Draws on another thread whenever
/// one of these changes.
public final class PaneViewModel {
  private final ViewerViewModel viewer;
  private final AppModel app;
  private final Painter painter;
  private final Navigation navigation = new Navigation();
  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(Content.ACQUIRED);
  private final ReadOnlyObjectWrapper<Optional<Directions>> tilted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Slab> slab = new SimpleObjectProperty<>(Slab.THIN);
  private final ObjectProperty<ViewState> state;
  private final ObjectProperty<Turn> turn = new SimpleObjectProperty<>(Turn.NONE);
  private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadAhead ahead;
  private final ObservableValue<List<NamedWindow>> windows;
  private Optional<Series> series = Optional.empty();
  private Optional<Instance> wanted = Optional.empty();
  private Optional<Lps> aimed = Optional.empty();
  private boolean usualWindow = true;
  private int width;
  private int height;
  private double density = 1;

  PaneViewModel(ViewerViewModel viewer, Executor render, SliceCache cache, ViewState initial) {
    this.viewer = viewer;
    this.app = viewer.app();
    this.state = new SimpleObjectProperty<>(initial);
    this.ahead = new ReadAhead(this, cache);
    this.painter =
        new Painter(
            render, app.services().ui(), app.services().parallel(), cache, this::take, ahead::next);
    this.windows =
        picture.map(p -> p.map(s -> viewer.presets().choices(s.slice())).orElse(List.of()));
    navigation
        .indexProperty()
        .addListener(
            (property, was, is) -> {
              repaint();
              viewer.moved(this);
            });
    slab.addListener((property, was, is) -> rebuild());
  }

  ViewerViewModel viewer() {
    return viewer;
  }

  /// Which slice is looked at.
  Navigation navigation() {
    return navigation;
  }

  /// What it shows of its series.
  ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /// The same, empty for a plane that has been turned out of the usual ones.
  ObservableValue<Optional<Content>> shownContent() {
    return Bindings.createObjectBinding(
        () -> tilted.get().isPresent() ? Optional.empty() : Optional.of(content.get()),
        content,
        tilted);
  }

  /// The directions of a plane that has been turned out of the usual ones.
  ReadOnlyObjectProperty<Optional<Directions>> tiltedProperty() {
    return tilted.getReadOnlyProperty();
  }

  /// How thick its planes are; acquired images are as thick as they are.
  ObjectProperty<Slab> slabProperty() {
    return slab;
  }

  /// What was drawn last; empty while there is nothing to show.
  public ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// Why the slice cannot be shown, in the window's language.
  public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Which of its slices have been read.
  ReadOnlyObjectProperty<Loaded> loadedProperty() {
    return ahead.loadedProperty();
  }

  /// Window, colours, zoom and place of the picture.
  public ReadOnlyObjectProperty<ViewState> stateProperty() {
    return state;
  }

  /// How the slices are turned.
  public ReadOnlyObjectProperty<Turn> turnProperty() {
    return turn;
  }

  /// The windows to choose from: the file's own, then those usual for its kind.
  ObservableValue<List<NamedWindow>> windowsProperty() {
    return windows;
  }

  Optional<Series> series() {
    return series;
  }

  /// Shows another part of the same series, from its middle on.
  void show(Content wish) {
    if (content.get() != wish || tilted.get().isPresent()) {
      Optional<Lps> aim = aim();
      content.set(wish);
      tilted.set(Optional.empty());
      wish.plane().ifPresent(plane -> series = app.session().seriesProperty().get());
      rebuild();
      aimed = aim;
      aim.ifPresent(this::lookAt);
    }
  }

  /// Where to go on from: what the crosshair points to, or where it went on from last, moved into
  /// the slice that is looked at; else the middle of that.
  private Optional<Lps> aim() {
    Optional<Lps> here = point();
    Optional<Lps> cross = viewer.crosshairProperty().get().or(() -> aimed);
    if (here.isEmpty() || cross.isEmpty() || normal().isEmpty()) {
      return here.or(() -> cross);
    }
    Lps normal = normal().get();
    return Optional.of(cross.get().plus(normal.times(here.get().minus(cross.get()).dot(normal))));
  }

  /// Turns the plane out of its directions; acquired images give way to the plane that they lie in.
  void tilt(double aboutDown, double aboutRight) {
    if (navigation.slices() instanceof Slices.Planes planes) {
      Optional<Lps> point = viewer.crosshairProperty().get().or(this::point);
      Directions now =
          tilted
              .get()
              .orElseGet(
                  () ->
                      new Directions(
                          planes.stack().grid(0).right(), planes.stack().grid(0).down()));
      tilted.set(Optional.of(now.tilted(aboutDown, aboutRight)));
      rebuild();
      point.ifPresent(this::lookAt);
    }
  }

  /// Goes through the images of a series, or planes through it, from now on.
  void showSeries(Optional<Series> wish) {
    if (series.equals(wish)) {
      return;
    }
    boolean same = series.isPresent() && wish.isPresent() && share(series.get(), wish.get());
    Optional<SliceSource> before = navigation.current();
    series = wish;
    if (!same) {
      wanted = Optional.empty();
      aimed = Optional.empty();
      navigation.through(Slices.NONE, -1);
      picture.set(Optional.empty());
      problem.set(Optional.empty());
      tilted.set(Optional.empty());
      resetView();
    } else {
      wanted = before.map(SliceSource::image);
    }
    rebuild();
  }

  /// Whether it is the same series, read again or with more images than before.
  private static boolean share(Series was, Series is) {
    Path known = was.first().path();
    return is.instances().stream().anyMatch(image -> image.path().equals(known));
  }

  /// Looks at an image of the series.
  void lookAt(Instance image) {
    wanted = Optional.of(image);
    if (navigation.slices() instanceof Slices.Acquired acquired) {
      boolean looking =
          navigation
              .current()
              .filter(source -> source.image().path().equals(image.path()))
              .isPresent();
      if (!looking) {
        int at = acquired.indexOf(image);
        if (at < 0) {
          navigation.through(acquired, -1);
          repaint();
        } else {
          navigation.go(at);
        }
      }
    }
  }

  /// Looks at the slice nearest to a point.
  void lookAt(Lps point) {
    navigation.slices().nearest(point).ifPresent(navigation::go);
  }

  /// Takes the slices anew, at the same place if there is one.
  void rebuild() {
    Optional<Lps> point = point();
    Slices slices = slices();
    int at =
        switch (slices) {
          case Slices.Acquired acquired ->
              wanted.map(acquired::indexOf).orElse(acquired.size() / 2);
          case Slices.Planes planes ->
              point.map(p -> planes.nearest(p).orElse(-1)).orElse(planes.size() / 2);
        };
    boolean same = navigation.indexProperty().get() == at;
    navigation.through(slices, at);
    if (same) {
      repaint();
    }
  }

  private Slices slices() {
    if (content.get() == Content.ACQUIRED) {
      return series.<Slices>map(Slices.Acquired::of).orElse(Slices.NONE);
    }
    return switch (app.volume().stateProperty().get()) {
      case SeriesVolume.State.Ready ready -> planes(ready);
      // After an edit the volume is read anew; until then the planes through the old one stay.
      case SeriesVolume.State.Reading reading ->
          navigation.slices() instanceof Slices.Planes planes ? planes : Slices.NONE;
      default -> Slices.NONE;
    };
  }

  private Slices planes(SeriesVolume.State.Ready ready) {
    VolumePlanes planes = VolumePlanes.of(ready.volume());
    Directions directions =
        tilted.get().orElseGet(() -> Directions.of(planes, content.get().plane().orElseThrow()));
    return new Slices.Planes(
        ready, planes.stack(directions.right(), directions.down()), slab.get());
  }

  /// The middle of the slice that is looked at, LPS millimetres; empty where it lies nowhere.
  Optional<Lps> point() {
    return navigation.current().flatMap(SliceSource::middle);
  }

  /// The direction that the slices follow each other in; empty where they lie nowhere.
  Optional<Lps> normal() {
    return navigation.current().flatMap(SliceSource::normal);
  }

  /// Whether positions in this pane and in another can be compared.
  boolean sharesSpace(PaneViewModel other) {
    Optional<Instance> mine = navigation.current().map(SliceSource::image);
    Optional<Instance> others = other.navigation.current().map(SliceSource::image);
    return mine.isPresent()
        && others.isPresent()
        && (isSame(Tag.FRAME_OF_REFERENCE_UID, mine.get(), others.get())
            || isSame(Tag.SERIES_INSTANCE_UID, mine.get(), others.get()));
  }

  private static boolean isSame(Tag tag, Instance one, Instance other) {
    return !one.text(tag).isEmpty() && one.text(tag).equals(other.text(tag));
  }

  /// Draws for a view of this size in logical pixels from now on.
  ///
  /// @param newDensity real pixels a logical one
  public void resize(double newWidth, double newHeight, double newDensity) {
    int realWidth = (int) Math.floor(newWidth * newDensity);
    int realHeight = (int) Math.floor(newHeight * newDensity);
    if (realWidth != width || realHeight != height || newDensity != density) {
      width = realWidth;
      height = realHeight;
      density = newDensity;
      repaint();
    }
  }

  /// Uses a window.
  public void window(Window window) {
    usualWindow = false;
    change(s -> s.withWindow(window));
  }

  /// Goes back to the window that is usual for the slice.
  void windowOfFile() {
    usualWindow = true;
    repaint();
  }

  /// Changes how the slice is shown.
  void change(UnaryOperator<ViewState> how) {
    state.set(how.apply(state.get()));
    share();
    repaint();
  }

  /// Tells the other panes of the series how it looks, once its window is known: until it is drawn
  /// it may still have that of the series before.
  private void share() {
    if (!usualWindow) {
      viewer.share(this);
    }
  }

  /// Takes over window, colours and interpolation from another pane of the same series.
  void take(ViewState look) {
    usualWindow = false;
    ViewState taken =
        state
            .get()
            .withWindow(look.window())
            .withColorMap(look.colorMap())
            .withInverted(look.inverted())
            .withInterpolation(look.interpolation());
    if (!taken.equals(state.get())) {
      state.set(taken);
      repaint();
    }
  }

  /// Turns or mirrors the slices.
  void turn(UnaryOperator<Turn> how) {
    turn.set(how.apply(turn.get()));
    repaint();
  }

  /// The whole slice in the middle.
  void fit() {
    change(s -> s.withZoom(1).withPan(0, 0));
  }

  /// A pixel of the image a pixel of the screen, about the middle of the view.
  void actualSize() {
    picture
        .get()
        .ifPresent(
            p -> {
              double real = p.transform().scaleX() * p.density();
              change(s -> s.withZoom(s.zoom() / real));
            });
  }

  /// Takes window, turns, inversion, zoom, pan and tilt back.
  void reset() {
    if (tilted.get().isPresent()) {
      tilted.set(Optional.empty());
      rebuild();
    }
    resetView();
  }

  private void resetView() {
    usualWindow = true;
    turn.set(Turn.NONE);
    change(s -> s.withInverted(false).withZoom(1).withPan(0, 0));
  }

  /// Draws again, where anybody can see it.
  void repaint() {
    if (navigation.current().isEmpty()) {
      picture.set(Optional.empty());
      problem.set(nothing());
      ahead.nothing();
    } else if (width > 0 && height > 0 && viewer.isShown(this)) {
      painter.paint(wish(navigation.current().get()));
    }
  }

  /// Why there is nothing to look at.
  private Optional<String> nothing() {
    if (series.isEmpty()) {
      return Optional.empty();
    }
    if (content.get() == Content.ACQUIRED) {
      return wanted
          .filter(image -> !image.hasPixels())
          .map(image -> app.services().text("viewer.noPixels"));
    }
    return switch (app.volume().stateProperty().get()) {
      case SeriesVolume.State.Impossible(var reason) -> Optional.of(app.services().reason(reason));
      case SeriesVolume.State.Reading reading ->
          Optional.of(app.services().text("viewer.volume.reading"));
      case SeriesVolume.State.None none -> Optional.empty();
      case SeriesVolume.State.Ready ready -> Optional.empty();
    };
  }

  private Painter.Wish wish(SliceSource source) {
    return new Painter.Wish(
        current(source),
        state.get().withThreshold(viewer.tint()),
        usualWindow,
        viewer.overlayPlanesProperty().get(),
        turn.get(),
        width,
        height,
        density);
  }

  /// One of the slices, counted from 0, edits included.
  SliceSource source(int at) {
    return current(navigation.slices().at(at));
  }

  private SliceSource current(SliceSource source) {
    return source instanceof SliceSource.Frame frame ? current(frame) : source;
  }

  /// A frame, edits included.
  SliceSource.Frame current(SliceSource.Frame frame) {
    return new SliceSource.Frame(app.session().current(frame.image()), frame.frame());
  }

  private void take(Painter.Result result) {
    switch (result) {
      case Painter.Result.Drawn(Painter.Wish wish, Picture drawn) -> {
        if (isStillLookedAt(wish.source())) {
          if (wish.usualWindow() && usualWindow) {
            usualWindow = false;
            state.set(state.get().withWindow(drawn.state().window()));
            share();
          }
          problem.set(Optional.empty());
          picture.set(Optional.of(drawn));
        }
      }
      case Painter.Result.Failed(Painter.Wish wish, var reason) -> {
        if (isStillLookedAt(wish.source())) {
          picture.set(Optional.empty());
          problem.set(Optional.of(app.services().reason(reason)));
        }
      }
    }
  }

  /// A picture of a slice that was scrolled past is better than none; one of another series is not.
  private boolean isStillLookedAt(SliceSource drawn) {
    return switch (drawn) {
      case SliceSource.Frame frame ->
          content.get() == Content.ACQUIRED
              && series
                  .filter(
                      s ->
                          s.instances().stream()
                              .anyMatch(i -> i.path().equals(frame.image().path())))
                  .isPresent();
      case SliceSource.Plane plane ->
          navigation.slices() instanceof Slices.Planes planes
              && planes.source().volume() == plane.volume();
    };
  }

  /// Lets go of what was drawn; called where it draws.
  void forget() {
    painter.forget();
  }
}
