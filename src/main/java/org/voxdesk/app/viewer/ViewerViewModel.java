package org.voxdesk.app.viewer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
import org.voxdesk.app.slice.Turn;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.Interpolation;
import org.voxdesk.render.Threshold;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Slab;
import org.voxdesk.volume.Voxel;

/// The panes, how they share the room and what they share: the tool, the crosshair, windows of one
/// series. Keys and menus act on the active pane.
///
/// One of the panes, the leading one, goes with the session: it shows the series and the image that
/// are looked at, and tells the session when it goes elsewhere.
public final class ViewerViewModel {
  private static final String MAP_PREFERENCE = "viewer.map";
  private static final String LAYOUT_PREFERENCE = "viewer.layout";
  private static final String NEAREST_PREFERENCE = "viewer.nearest";
  private static final String DRAG_PREFERENCE = "viewer.drag.down";
  private static final String DARKER = "darker";

  private static final double THICK_SLAB_MM = 10;

  private final AppModel app;
  private final Services services;
  private final Session session;
  private final ThresholdViewModel threshold;
  private final WindowPresets presets;
  private final SliceCache cache = new SliceCache();
  private final Executor render;
  private final List<PaneViewModel> panes;
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.WINDOW);
  private final BooleanProperty pointing = new SimpleBooleanProperty();
  private final BooleanProperty overlay = new SimpleBooleanProperty(true);
  private final BooleanProperty overlayPlanes = new SimpleBooleanProperty(true);
  private final BooleanProperty downIsDarker = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>(Layout.ONE);
  private final ReadOnlyObjectWrapper<PaneViewModel> active;
  private final ReadOnlyObjectWrapper<Optional<PaneViewModel>> maximised =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<PaneViewModel> pointedIn = Optional.empty();
  private final ReadOnlyObjectWrapper<Optional<Lps>> crosshair =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableValue<Optional<Picture>> picture;
  private final CineViewModel cine;
  private final PaneLinks links;
  private PaneViewModel leading;
  private PictureKeys keys = PictureKeys.ALWAYS;

  /// Shows what `app`'s session looks at.
  ///
  /// @param render reads and draws; one thing at a time
  public ViewerViewModel(AppModel app, Executor render) {
    this.app = app;
    this.services = app.services();
    this.session = app.session();
    this.render = render;
    this.presets = new WindowPresets(services.preferences());
    downIsDarker.set(
        services.preferences().get(DRAG_PREFERENCE).filter(DARKER::equals).isPresent());
    downIsDarker.addListener(
        (property, was, is) ->
            services.preferences().set(DRAG_PREFERENCE, is ? DARKER : "brighter"));
    this.threshold = new ThresholdViewModel(app, tool.map(now -> now == Tool.THRESHOLD));
    ViewState initial =
        ViewState.of(WindowPreset.LUNG.window())
            .withColorMap(preferredMap())
            .withInterpolation(preferredInterpolation());
    this.panes =
        IntStream.range(0, Layout.MOST_PANES)
            .mapToObj(at -> new PaneViewModel(this, render, cache, initial))
            .toList();
    this.links = new PaneLinks(panes, this::shown);
    this.leading = panes.getFirst();
    this.active = new ReadOnlyObjectWrapper<>(leading);
    this.picture = active.flatMap(PaneViewModel::pictureProperty);
    this.cine = new CineViewModel(this);
    picture.addListener((property, was, is) -> is.map(Picture::slice).ifPresent(threshold::follow));
    session.seriesProperty().addListener((property, was, is) -> seriesChanged(is));
    session.instanceProperty().addListener((property, was, is) -> is.ifPresent(this::lookAt));
    session.libraryProperty().addListener((property, was, is) -> libraryChanged(is));
    session.historyProperty().addListener((property, was, is) -> repaint());
    app.volume().stateProperty().addListener((property, was, is) -> volumeChanged());
    tool.addListener((property, was, is) -> repaint());
    threshold.shownProperty().addListener((property, was, is) -> repaint());
    threshold.region().onProperty().addListener((property, was, is) -> repaint());
    overlayPlanes.addListener((property, was, is) -> repaint());
    seriesChanged(session.seriesProperty().get());
    session.instanceProperty().get().ifPresent(this::lookAt);
    preferredLayout().ifPresent(this::arrange);
    ViewerCommands.bind(this, services.commands());
    PaneCommands.bind(this, services.commands());
  }

  /// What every screen shares.
  AppModel app() {
    return app;
  }

  /// The panes, shown or not; the first ones are shown.
  List<PaneViewModel> panes() {
    return panes;
  }

  /// The pane that keys and menus act on.
  ReadOnlyObjectProperty<PaneViewModel> activeProperty() {
    return active.getReadOnlyProperty();
  }

  PaneViewModel active() {
    return active.get();
  }

  /// How the panes share the room.
  ReadOnlyObjectProperty<Layout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /// The pane that has all the room for now.
  ReadOnlyObjectProperty<Optional<PaneViewModel>> maximisedProperty() {
    return maximised.getReadOnlyProperty();
  }

  /// Whether panes that show parallel slices of one space go through it together.
  BooleanProperty linkedProperty() {
    return links.linkedProperty();
  }

  /// Whether dragging down with the window tool makes the picture darker (IHE Basic Image Review:
  /// brighter).
  BooleanProperty downIsDarkerProperty() {
    return downIsDarker;
  }

  /// The point that was pointed to last with the crosshair.
  ReadOnlyObjectProperty<Optional<Lps>> crosshairProperty() {
    return crosshair.getReadOnlyProperty();
  }

  /// Which slice of the active pane is looked at.
  Navigation navigation() {
    return active().navigation();
  }

  /// Something of the active pane, whichever that is.
  <T> ObservableValue<T> ofActive(Function<PaneViewModel, ObservableValue<T>> what) {
    return active.flatMap(what);
  }

  /// The playing of slices.
  CineViewModel cine() {
    return cine;
  }

  /// The range tool.
  ThresholdViewModel threshold() {
    return threshold;
  }

  /// The windows that are usual for each modality.
  WindowPresets presets() {
    return presets;
  }

  /// What was drawn last in the active pane; empty while there is nothing to show.
  public ObservableValue<Optional<Picture>> pictureProperty() {
    return picture;
  }

  /// Why the slice of the active pane cannot be shown, in the window's language.
  public ObservableValue<Optional<String>> problemProperty() {
    return active.flatMap(PaneViewModel::problemProperty);
  }

  /// Window, colours, zoom and place of the active pane's picture.
  public ObservableValue<ViewState> stateProperty() {
    return active.flatMap(PaneViewModel::stateProperty);
  }

  /// What the left mouse button does.
  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /// The view knows what has the keys.
  void keys(PictureKeys known) {
    keys = known;
  }

  /// Begins to point with the keys, or ends it. While something else has the keys the pointer is
  /// not seen, and gets them back instead.
  void point() {
    if (pointing.get() && !keys.areWithPicture()) {
      keys.toPicture();
    } else {
      pointing.set(!pointing.get());
    }
  }

  /// Whether keys point in the picture of the active pane, as the mouse does.
  BooleanProperty pointingProperty() {
    return pointing;
  }

  /// Whether there is text over the picture.
  public BooleanProperty overlayProperty() {
    return overlay;
  }

  /// Whether the overlays of the file are drawn over the picture.
  public BooleanProperty overlayPlanesProperty() {
    return overlayPlanes;
  }

  /// Uses a window in the active pane.
  public void window(Window window) {
    active().window(window);
  }

  /// Uses a colour map in the active pane, from the next start on also.
  public void colorMap(ColorMap map) {
    services.preferences().set(MAP_PREFERENCE, map.name());
    active().change(s -> s.withColorMap(map));
  }

  /// Makes values between pixels by interpolation or not, from the next start on also.
  void interpolation(Interpolation interpolation) {
    services
        .preferences()
        .set(NEAREST_PREFERENCE, String.valueOf(interpolation == Interpolation.NEAREST));
    panes.forEach(pane -> pane.change(s -> s.withInterpolation(interpolation)));
  }

  /// Changes how the active pane's slice is shown.
  void change(UnaryOperator<ViewState> how) {
    active().change(how);
  }

  /// Turns or mirrors the active pane's slices.
  void turn(UnaryOperator<Turn> how) {
    active().turn(how);
  }

  /// Keys and menus act on `pane` from now on. Where it shows images as they were acquired, the
  /// session looks at them.
  void activate(PaneViewModel pane) {
    if (active.get() == pane) {
      return;
    }
    active.set(pane);
    if (pane.contentProperty().get() == Content.ACQUIRED && pane != leading) {
      leading = pane;
      pane.series().ifPresent(series -> tellSession(pane, series));
    }
  }

  /// Looks at frame `frame`, counted from 0, of an image of an open series.
  public void look(Series of, Instance image, int frame) {
    session.select(of, image);
    if (frame > 0
        && leading.navigation().slices() instanceof Slices.Acquired acquired
        && acquired.indexOf(image) >= 0) {
      leading.navigation().go(acquired.indexOf(image) + frame);
    }
  }

  /// Goes to the plane through `point` with this normal in a picture that shows such planes; where
  /// none does, nothing is moved.
  public void look(Lps point, Lps normal) {
    shown().stream()
        .filter(pane -> pane.contentProperty().get() != Content.ACQUIRED)
        .filter(pane -> pane.normal().filter(n -> PaneLinks.areParallel(n, normal)).isPresent())
        .findFirst()
        .ifPresent(
            pane -> {
              activate(pane);
              pane.lookAt(point);
            });
  }

  /// Goes to a point in all pictures, and in the leading one moves it into the middle where it lies
  /// outside of what is seen.
  public void look(Lps point) {
    leading.lookAt(point);
    pointTo(point, leading);
    reveal(point);
  }

  private void reveal(Lps point) {
    Optional<Picture> shown = leading.pictureProperty().get();
    Optional<Voxel> at = shown.flatMap(p -> p.slice().place()).map(place -> place.index(point));
    if (shown.isEmpty() || at.isEmpty()) {
      return;
    }
    double width = shown.get().width();
    double height = shown.get().height();
    double[] there = shown.get().screen(at.get().i(), at.get().j());
    if (there[0] < 0 || there[0] > width || there[1] < 0 || there[1] > height) {
      leading.change(
          s -> s.withPan(s.panX() + width / 2 - there[0], s.panY() + height / 2 - there[1]));
    }
  }

  /// Makes a pane the active one, and shows the series with this file in it.
  void showIn(PaneViewModel pane, Path file) {
    activate(pane);
    session.libraryProperty().get().home(file).ifPresent(session::select);
  }

  /// Makes the next pane the active one, which has the keys then.
  void activateNext() {
    List<PaneViewModel> shown = shown();
    activate(shown.get((shown.indexOf(active()) + 1) % shown.size()));
    keys.toPicture();
  }

  /// Shares the room differently; each pane shows what is usual in that layout.
  void arrange(Layout wanted) {
    maximised.set(Optional.empty());
    layout.set(wanted);
    services.preferences().set(LAYOUT_PREFERENCE, wanted.name());
    if (!shown().contains(active())) {
      activate(panes.getFirst());
    }
    links.apart(() -> fill(wanted));
    moved(leading);
  }

  private void fill(Layout wanted) {
    for (int at = 0; at < wanted.panes(); at++) {
      PaneViewModel pane = panes.get(at);
      Content content = wanted.contents().get(at);
      pane.slabProperty()
          .set(content == Content.AXIAL ? new Slab(THICK_SLAB_MM, Slab.Kind.MAXIMUM) : Slab.THIN);
      pane.show(content);
      if (content == Content.ACQUIRED && pane != leading && pane.series().isEmpty()) {
        pane.showSeries(other());
      }
      links.takeLook(pane);
      pane.repaint();
    }
  }

  /// Gives a pane all the room, or takes it back.
  void maximise(PaneViewModel pane) {
    maximised.set(maximised.get().isPresent() ? Optional.empty() : Optional.of(pane));
    activate(pane);
    repaint();
  }

  /// The panes that have room.
  List<PaneViewModel> shown() {
    return maximised.get().map(List::of).orElseGet(() -> panes.subList(0, layout.get().panes()));
  }

  boolean isShown(PaneViewModel pane) {
    return shown().contains(pane);
  }

  /// The pane in which the crosshair was pointed last.
  Optional<PaneViewModel> pointedIn() {
    return pointedIn;
  }

  /// Points to a place in the patient: the other panes of that space go there.
  void pointTo(Lps point, PaneViewModel from) {
    pointedIn = Optional.of(from);
    crosshair.set(Optional.of(point));
    links.pointTo(point, from);
  }

  /// A pane looks at another slice.
  void moved(PaneViewModel pane) {
    if (pane == leading) {
      pane.series().ifPresent(series -> tellSession(pane, series));
    }
    links.moved(pane);
  }

  /// Panes of one series have one window and the same colours.
  void share(PaneViewModel from) {
    links.share(from);
  }

  /// The range that is tinted at the moment.
  Optional<Threshold> tint() {
    return tool.get() == Tool.THRESHOLD ? threshold.tinted() : Optional.empty();
  }

  private void tellSession(PaneViewModel pane, Series series) {
    if (pane.navigation().current().orElse(null) instanceof SliceSource.Frame frame) {
      boolean known =
          session.instanceProperty().get().equals(Optional.of(frame.image()))
              && session.seriesProperty().get().equals(Optional.of(series));
      if (!known) {
        session.select(series, frame.image());
      }
    }
  }

  private void seriesChanged(Optional<Series> series) {
    cine.renew();
    leading.showSeries(series);
    panes.stream()
        .filter(pane -> pane.contentProperty().get() != Content.ACQUIRED)
        .forEach(pane -> pane.showSeries(series));
    panes.stream()
        .filter(pane -> pane != leading && pane.contentProperty().get() == Content.ACQUIRED)
        .filter(pane -> pane.series().isEmpty() && isShown(pane))
        .forEach(pane -> pane.showSeries(other()));
  }

  private void lookAt(Instance image) {
    leading.lookAt(image);
  }

  /// Series that are no longer open are not shown; those that were read again are shown anew.
  private void libraryChanged(Library library) {
    panes.forEach(
        pane ->
            pane.series()
                .filter(series -> !library.series().contains(series))
                .ifPresent(series -> pane.showSeries(library.home(series.first().path()))));
    if (library.instances().isEmpty()) {
      crosshair.set(Optional.empty());
      render.execute(
          () -> {
            cache.clear();
            panes.forEach(PaneViewModel::forget);
          });
    }
  }

  private void volumeChanged() {
    panes.stream()
        .filter(pane -> pane.contentProperty().get() != Content.ACQUIRED)
        .forEach(PaneViewModel::rebuild);
  }

  /// A series to put beside the one that is looked at: the next one, or the same.
  private Optional<Series> other() {
    List<Series> all = session.libraryProperty().get().series();
    return session
        .seriesProperty()
        .get()
        .map(series -> all.get((all.indexOf(series) + 1) % all.size()));
  }

  private void repaint() {
    shown().forEach(PaneViewModel::repaint);
  }

  private Optional<Layout> preferredLayout() {
    return services
        .preferences()
        .get(LAYOUT_PREFERENCE)
        .flatMap(
            name -> Arrays.stream(Layout.values()).filter(l -> l.name().equals(name)).findFirst());
  }

  private Interpolation preferredInterpolation() {
    return services.preferences().get(NEAREST_PREFERENCE).filter("true"::equals).isPresent()
        ? Interpolation.NEAREST
        : Interpolation.SMOOTH;
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
