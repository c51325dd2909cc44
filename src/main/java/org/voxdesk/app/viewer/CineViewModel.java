package org.voxdesk.app.viewer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// Plays the slices of the active pane: how fast, from where to where, and what comes after the
/// last. Range and rate stay until there are other slices.
final class CineViewModel {
  static final double LEAST_RATE = 1;
  static final double MOST_RATE = 60;
  private static final double USUAL_RATE = 15;

  private final ViewerViewModel viewer;
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private final DoubleProperty rate = new SimpleDoubleProperty(USUAL_RATE);
  private final ObjectProperty<Loop> loop = new SimpleObjectProperty<>(Loop.ROUND);
  private final IntegerProperty first = new SimpleIntegerProperty();
  private final IntegerProperty last = new SimpleIntegerProperty();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObservableValue<Number> count;
  private int step = 1;
  private boolean fresh = true;

  /// What comes after the last slice.
  enum Loop {
    /// The first one.
    ROUND("cine.round"),
    /// The way back.
    BACK_AND_FORTH("cine.backAndForth"),
    /// Nothing.
    ONCE("cine.once");

    private final String nameKey;

    Loop(String nameKey) {
      this.nameKey = nameKey;
    }

    /// The key of its name in the messages.
    String nameKey() {
      return nameKey;
    }
  }

  CineViewModel(ViewerViewModel viewer) {
    this.viewer = viewer;
    this.count = viewer.ofActive(pane -> pane.navigation().countProperty().map(n -> n));
    count.addListener((property, was, is) -> renew());
    playing.addListener((property, was, is) -> begin(is));
    renew();
  }

  /// Stops, and forgets range and rate: there are other slices.
  void renew() {
    playing.set(false);
    first.set(0);
    last.set(count() - 1);
    fresh = true;
  }

  /// How many slices could be played; at least 1.
  private int count() {
    return Math.max(1, viewer.navigation().countProperty().get());
  }

  /// Whether its controls are there: since it was played first, until they are closed.
  BooleanProperty openProperty() {
    return open;
  }

  /// Stops what plays, else takes the controls away.
  ///
  /// @return false if there was neither
  boolean leave() {
    if (playing.get()) {
      playing.set(false);
      return true;
    }
    boolean wasOpen = open.get();
    open.set(false);
    return wasOpen;
  }

  BooleanProperty playingProperty() {
    return playing;
  }

  /// Slices a second.
  DoubleProperty rateProperty() {
    return rate;
  }

  ObjectProperty<Loop> loopProperty() {
    return loop;
  }

  /// The first slice that is played, counted from 0.
  IntegerProperty firstProperty() {
    return first;
  }

  /// The last slice that is played, counted from 0.
  IntegerProperty lastProperty() {
    return last;
  }

  /// Looks at the next slice; the view calls it as often as the rate says.
  void play() {
    Navigation navigation = viewer.navigation();
    int from = Math.clamp(first.get(), 0, Math.max(0, navigation.slices().size() - 1));
    int to = Math.clamp(last.get(), from, Math.max(from, navigation.slices().size() - 1));
    int at = navigation.indexProperty().get();
    if (at < from || at > to) {
      navigation.go(from);
      return;
    }
    int next = at + step;
    if (next >= from && next <= to) {
      navigation.go(next);
      return;
    }
    switch (loop.get()) {
      case ROUND -> navigation.go(step > 0 ? from : to);
      case BACK_AND_FORTH -> {
        step = -step;
        navigation.go(Math.clamp(at + step, from, to));
      }
      case ONCE -> playing.set(false);
    }
  }

  private void begin(boolean plays) {
    if (!plays) {
      return;
    }
    open.set(true);
    step = 1;
    if (fresh) {
      fresh = false;
      viewer
          .navigation()
          .current()
          .ifPresent(source -> rate.set(recommended(source.image().dataSet())));
    }
    if (loop.get() == Loop.ONCE && viewer.navigation().indexProperty().get() >= last.get()) {
      viewer.navigation().go(first.get());
    }
  }

  /// The rate that the file asks for (PS3.3 C.7.6.5), else the last one that was chosen.
  private double recommended(DataSet dataSet) {
    double frames =
        dataSet
            .number(Tag.of(0x0008, 0x2144))
            .orElse(dataSet.number(Tag.of(0x0018, 0x0040)).orElse(0));
    double time = dataSet.number(Tag.of(0x0018, 0x1063)).orElse(0);
    double wanted = frames > 0 ? frames : time > 0 ? 1000 / time : rate.get();
    return Math.clamp(wanted, LEAST_RATE, MOST_RATE);
  }
}
