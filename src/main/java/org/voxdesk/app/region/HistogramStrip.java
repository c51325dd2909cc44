package org.voxdesk.app.region;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.render.Histogram;
import org.voxdesk.task.Outcome;
import org.voxdesk.volume.Volume;

/// How often each value occurs, in the slice and in the series behind it, with the chosen range
/// marked. Heights are logarithms of the counts, for air and lung would flatten all else.
public final class HistogramStrip extends Pane {
  private static final int BINS = 256;
  private static final double HEIGHT = 40;

  private final Services services;
  private final AppModel app;
  private final Polygon series = new Polygon();
  private final Polygon slice = new Polygon();
  private final Rectangle range = new Rectangle();
  private Optional<LoadedSlice> shown = Optional.empty();
  private Optional<Histogram> ofSlice = Optional.empty();
  private Optional<Histogram> ofSeries = Optional.empty();
  private Optional<Volume> counted = Optional.empty();
  private double least;
  private double most = 1;
  private double low;
  private double high;

  /// A strip for the series that `app` looks at.
  public HistogramStrip(AppModel app) {
    this.app = app;
    this.services = app.services();
    getStyleClass().add("histogram");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMinWidth(0);
    setAccessibleText(services.text("histogram.name"));
    series.getStyleClass().add("histogram-series");
    slice.getStyleClass().add("histogram-slice");
    range.getStyleClass().add("histogram-range");
    getChildren().addAll(range, series, slice);
    widthProperty().addListener((property, was, is) -> draw());
    visibleProperty().addListener((property, was, is) -> count());
    app.volume().stateProperty().addListener((property, was, is) -> count());
  }

  /// Counts the values from `from` to `to` in shown units, in this slice and the series; nothing
  /// while the strip is not to be seen.
  @SuppressWarnings("ReferenceEquality") // Another plane may lie in the same memory.
  public void show(Optional<LoadedSlice> now, double from, double to) {
    boolean same =
        now.map(slice -> shown.filter(s -> s == slice).isPresent()).orElse(shown.isEmpty());
    if (same && from == least && to == most) {
      return;
    }
    boolean wider = from != least || to != most;
    shown = now;
    least = from;
    most = to;
    ofSlice = Optional.empty();
    if (wider) {
      counted = Optional.empty();
      ofSeries = Optional.empty();
    }
    count();
  }

  /// Marks a range in shown units; an infinite end is that of the strip.
  public void mark(double from, double below) {
    low = from;
    high = below;
    draw();
  }

  /// Whether anybody sees it: only then is it worth counting.
  private void count() {
    boolean known = app.volume().stateProperty().get() instanceof State.Ready;
    if (!known) {
      counted = Optional.empty();
      ofSeries = Optional.empty();
    }
    if (!isVisible() || !(most > least)) {
      draw();
      return;
    }
    if (ofSlice.isEmpty()) {
      ofSlice =
          shown.filter(LoadedSlice::isGrey).map(s -> Histogram.of(s.pixels(), least, most, BINS));
    }
    if (app.volume().stateProperty().get() instanceof State.Ready ready) {
      countSeries(ready.volume());
    }
    draw();
  }

  private void countSeries(Volume volume) {
    if (counted.filter(volume::equals).isPresent()) {
      return;
    }
    counted = Optional.of(volume);
    ofSeries = Optional.empty();
    double unit = volume.step() * shown.map(LoadedSlice::perOutput).orElse(1.0);
    double from = least / unit;
    double to = most / unit;
    services
        .tasks()
        .startLatest(
            this,
            services.text("task.histogram"),
            progress -> Histogram.of(volume, from, to, BINS, progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<Histogram> done) {
                ofSeries = Optional.of(done.value());
                draw();
              }
            });
  }

  private void draw() {
    outline(series, ofSeries);
    outline(slice, ofSlice);
    double from = x(Math.max(low, least));
    double to = x(Math.min(high, most));
    range.setX(from);
    range.setWidth(Math.max(0, to - from));
    range.setHeight(HEIGHT);
  }

  private double x(double value) {
    return (value - least) / (most - least) * getWidth();
  }

  private void outline(Polygon polygon, Optional<Histogram> histogram) {
    polygon.getPoints().clear();
    if (histogram.isEmpty() || histogram.get().most() == 0) {
      return;
    }
    Histogram counts = histogram.get();
    double scale = (HEIGHT - 2) / Math.log1p((double) counts.most());
    double step = getWidth() / counts.bins();
    polygon.getPoints().addAll(0.0, HEIGHT);
    for (int bin = 0; bin < counts.bins(); bin++) {
      double y = HEIGHT - Math.log1p((double) counts.count(bin)) * scale;
      polygon.getPoints().addAll(bin * step, y, (bin + 1) * step, y);
    }
    polygon.getPoints().addAll(getWidth(), HEIGHT);
  }
}
