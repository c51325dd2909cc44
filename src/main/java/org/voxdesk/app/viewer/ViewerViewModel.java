package org.voxdesk.app.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.dicom.Tag;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;

/// How the looked-at slice is shown: window, colours, zoom, turns, tool. Draws it on another thread
/// whenever one of them changes.
public final class ViewerViewModel {
  private static final String MAP_PREFERENCE = "viewer.map";
  private static final int READ_AHEAD = 4;

  private final AppModel app;
  private final Services services;
  private final Session session;
  private final Navigation navigation;
  private final Painter painter;
  private final ThresholdViewModel threshold;
  private final ObjectProperty<ViewState> state;
  private final ObjectProperty<Turn> turn = new SimpleObjectProperty<>(Turn.NONE);
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.WINDOW);
  private final BooleanProperty overlay = new SimpleBooleanProperty(true);
  private final BooleanProperty overlayPlanes = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableValue<List<NamedWindow>> windows;
  private boolean usualWindow = true;
  private int width;
  private int height;

  /// Shows what `app`'s session looks at.
  ///
  /// @param render draws; one picture at a time
  public ViewerViewModel(AppModel app, Executor render) {
    this.app = app;
    this.services = app.services();
    this.session = app.session();
    this.navigation = new Navigation(session, services.commands());
    this.painter = new Painter(render, services.ui(), this::take);
    this.threshold = new ThresholdViewModel(app, navigation);
    this.state =
        new SimpleObjectProperty<>(
            ViewState.of(WindowPreset.LUNG.window()).withColorMap(preferredMap()));
    this.windows = picture.map(p -> p.map(shown -> choices(shown.slice())).orElse(List.of()));
    session.seriesProperty().addListener((property, was, is) -> seriesChanged());
    session.historyProperty().addListener((property, was, is) -> repaint());
    navigation.indexProperty().addListener((property, was, is) -> repaint());
    tool.addListener((property, was, is) -> repaint());
    threshold.shownProperty().addListener((property, was, is) -> repaint());
    threshold.region().onProperty().addListener((property, was, is) -> repaint());
    overlayPlanes.addListener((property, was, is) -> repaint());
    ViewerCommands.bind(this, services.commands());
  }

  /// What every screen shares.
  AppModel app() {
    return app;
  }

  /// Which slice is looked at.
  Navigation navigation() {
    return navigation;
  }

  /// The range tool.
  ThresholdViewModel threshold() {
    return threshold;
  }

  /// What was drawn last; empty while there is nothing to show.
  public ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// Why the slice cannot be shown, in the window's language.
  public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Window, colours, zoom and place of the picture.
  public ReadOnlyObjectProperty<ViewState> stateProperty() {
    return state;
  }

  /// How the slices are turned.
  public ReadOnlyObjectProperty<Turn> turnProperty() {
    return turn;
  }

  /// What the left mouse button does.
  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /// Whether there is text over the picture.
  public BooleanProperty overlayProperty() {
    return overlay;
  }

  /// Whether the overlays of the file are drawn over the picture.
  public BooleanProperty overlayPlanesProperty() {
    return overlayPlanes;
  }

  /// The windows to choose from: the file's own, then those usual for its kind.
  public ObservableValue<List<NamedWindow>> windowsProperty() {
    return windows;
  }

  /// Draws for a view of this size in pixels from now on.
  public void resize(int newWidth, int newHeight) {
    if (newWidth != width || newHeight != height) {
      width = newWidth;
      height = newHeight;
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

  /// Uses a colour map, from the next start on also.
  public void colorMap(ColorMap map) {
    services.preferences().set(MAP_PREFERENCE, map.name());
    change(s -> s.withColorMap(map));
  }

  /// Changes how the slice is shown.
  void change(UnaryOperator<ViewState> how) {
    state.set(how.apply(state.get()));
    repaint();
  }

  /// Turns or mirrors the slices.
  void turn(UnaryOperator<Turn> how) {
    turn.set(how.apply(turn.get()));
    repaint();
  }

  /// Takes window, turns, inversion, zoom and pan back.
  void reset() {
    usualWindow = true;
    turn.set(Turn.NONE);
    change(s -> s.withInverted(false).withPan(0, 0).withZoom(1).withPan(0, 0));
  }

  /// Looks at frame `frame`, counted from 0, of an image of an open series.
  public void look(Series of, Instance image, int frame) {
    session.select(of, image);
    navigation.go(image, frame);
  }

  private void seriesChanged() {
    navigation.cineProperty().set(false);
    picture.set(Optional.empty());
    problem.set(Optional.empty());
    reset();
  }

  private void repaint() {
    Optional<SliceList.Entry> entry = navigation.current();
    if (entry.isEmpty()) {
      picture.set(Optional.empty());
      problem.set(
          session
              .instanceProperty()
              .get()
              .filter(image -> !image.hasPixels())
              .map(image -> services.text("viewer.noPixels")));
      return;
    }
    if (width > 0 && height > 0) {
      painter.paint(wish(entry.get()));
    }
  }

  private Painter.Wish wish(SliceList.Entry entry) {
    Instance image = session.current(entry.image());
    ViewState wanted =
        state
            .get()
            .withThreshold(tool.get() == Tool.THRESHOLD ? threshold.tinted() : Optional.empty());
    return new Painter.Wish(
        image,
        entry.frame(),
        wanted,
        usualWindow,
        overlayPlanes.get(),
        turn.get(),
        width,
        height,
        navigation.ahead(READ_AHEAD).stream()
            .map(next -> new SliceList.Entry(session.current(next.image()), next.frame()))
            .toList());
  }

  private void take(Painter.Result result) {
    switch (result) {
      case Painter.Result.Drawn(Painter.Wish wish, Picture drawn) -> {
        if (isStillLookedAt(wish)) {
          if (wish.usualWindow() && usualWindow) {
            usualWindow = false;
            state.set(state.get().withWindow(drawn.state().window()));
          }
          problem.set(Optional.empty());
          picture.set(Optional.of(drawn));
          threshold.follow(drawn.slice());
        }
      }
      case Painter.Result.Failed(Painter.Wish wish, var reason) -> {
        if (isStillLookedAt(wish)) {
          picture.set(Optional.empty());
          problem.set(Optional.of(services.reason(reason)));
        }
      }
    }
  }

  /// A picture of a slice that was scrolled past is better than none; one of another series is not.
  private boolean isStillLookedAt(Painter.Wish wish) {
    return session
        .seriesProperty()
        .get()
        .filter(
            series ->
                series.instances().stream().anyMatch(i -> i.path().equals(wish.instance().path())))
        .isPresent();
  }

  private static List<NamedWindow> choices(LoadedSlice slice) {
    boolean ct = slice.instance().text(Tag.MODALITY).equals("CT");
    Stream<NamedWindow> presets =
        ct ? Arrays.stream(WindowPreset.values()).map(NamedWindow::of) : Stream.empty();
    return Stream.concat(slice.windows().stream(), presets).toList();
  }

  private ColorMap preferredMap() {
    return services
        .preferences()
        .get(MAP_PREFERENCE)
        .flatMap(
            name -> Arrays.stream(ColorMap.values()).filter(m -> m.name().equals(name)).findFirst())
        .orElse(ColorMap.GREY);
  }
}
