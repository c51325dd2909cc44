package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.Session;
import org.voxdesk.study.Instance;

/// Which slice of the series is looked at. Follows the session, and tells it of every step.
final class Navigation {
  private final Session session;
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
  private final BooleanProperty cine = new SimpleBooleanProperty();
  private SliceList slices = SliceList.EMPTY;
  private int direction = 1;

  Navigation(Session session, Commands commands) {
    this.session = session;
    session.seriesProperty().addListener((property, was, is) -> followSeries());
    session.instanceProperty().addListener((property, was, is) -> followImage());
    ObservableValue<Boolean> several = count.map(n -> n.intValue() > 1);
    commands.bind(Command.SLICE_PREVIOUS, () -> move(-1), several);
    commands.bind(Command.SLICE_NEXT, () -> move(1), several);
    commands.bind(Command.SLICE_BACK_10, () -> move(-10), several);
    commands.bind(Command.SLICE_ON_10, () -> move(10), several);
    commands.bind(Command.SLICE_FIRST, () -> go(0), several);
    commands.bind(Command.SLICE_LAST, () -> go(slices.size() - 1), several);
    commands.bindChoice(Command.CINE, () -> cine.set(!cine.get()), several, cine);
    followSeries();
  }

  /// The place of the slice that is looked at, from 0; -1 without any.
  ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /// How many slices there are.
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Whether the slices play by themselves.
  BooleanProperty cineProperty() {
    return cine;
  }

  /// The slice that is looked at, as it was read.
  Optional<SliceList.Entry> current() {
    int at = index.get();
    return at < 0 ? Optional.empty() : Optional.of(slices.entries().get(at));
  }

  /// The slices that come next in the direction of the last move, at most `most` of them; those
  /// that play go round.
  List<SliceList.Entry> ahead(int most) {
    var next = new ArrayList<SliceList.Entry>();
    for (int i = 1; i <= Math.min(most, slices.size() - 1); i++) {
      int at = index.get() + i * direction;
      if (cine.get()) {
        next.add(slices.entries().get(Math.floorMod(at, slices.size())));
      } else if (at >= 0 && at < slices.size()) {
        next.add(slices.entries().get(at));
      }
    }
    return next;
  }

  /// Looks at another slice; the nearest there is.
  void go(int to) {
    if (slices.size() == 0) {
      return;
    }
    int at = Math.clamp(to, 0, slices.size() - 1);
    // From the last slice to the first is forward when it plays.
    direction = at < index.get() && !cine.get() ? -1 : 1;
    index.set(at);
    Instance image = slices.entries().get(at).image();
    if (!session.instanceProperty().get().equals(Optional.of(image))) {
      session.seriesProperty().get().ifPresent(series -> session.select(series, image));
    }
  }

  /// Looks at frame `frame`, counted from 0, of an image of the series.
  void go(Instance image, int frame) {
    go(slices.indexOf(image) + frame);
  }

  /// Looks `by` slices further.
  void move(int by) {
    go(index.get() + by);
  }

  /// Looks at the next slice, after the last one at the first.
  void play() {
    if (slices.size() > 0) {
      go((index.get() + 1) % slices.size());
    }
  }

  private void followSeries() {
    slices = session.seriesProperty().get().map(SliceList::of).orElse(SliceList.EMPTY);
    index.set(-1);
    count.set(slices.size());
    followImage();
  }

  private void followImage() {
    session
        .instanceProperty()
        .get()
        .ifPresent(
            image -> {
              boolean looking =
                  current().filter(entry -> entry.image().path().equals(image.path())).isPresent();
              if (!looking) {
                index.set(slices.indexOf(image));
              }
            });
  }
}
