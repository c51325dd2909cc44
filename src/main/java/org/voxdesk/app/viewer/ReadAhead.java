package org.voxdesk.app.viewer;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which images of a pane are worth reading before anybody goes there, and which are there already.
final class ReadAhead {
  private final PaneViewModel pane;
  private final SliceCache cache;
  private final ReadOnlyObjectWrapper<Loaded> loaded = new ReadOnlyObjectWrapper<>(Loaded.NOTHING);

  ReadAhead(PaneViewModel pane, SliceCache cache) {
    this.pane = pane;
    this.cache = cache;
  }

  /// Which of the slices have been read.
  ReadOnlyObjectProperty<Loaded> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// There is nothing to be read.
  void nothing() {
    loaded.set(Loaded.NOTHING);
  }

  /// The frame that is worth reading while nothing is to be drawn; also finds out what has been
  /// read.
  Optional<SliceSource.Frame> next() {
    Optional<Picture> picture = pane.pictureProperty().get();
    if (picture.isEmpty() || !(pane.navigation().slices() instanceof Slices.Acquired acquired)) {
      nothing();
      return Optional.empty();
    }
    loaded.set(Loaded.of(acquired.size(), at -> isRead(pane.current(acquired.at(at)))));
    if (!pane.viewer().isShown(pane)) {
      return Optional.empty();
    }
    // What is read ahead must not drive out what is looked at in this pane or another.
    long readers =
        pane.viewer().shown().stream()
            .filter(other -> other.contentProperty().get() == Content.ACQUIRED)
            .count();
    int reach = SliceCache.room(picture.get().slice()) / (2 * (int) readers) - 1;
    return pane.navigation()
        .near(
            reach,
            at -> {
              SliceSource.Frame frame = pane.current(acquired.at(at));
              return !isRead(frame) && !cache.isUnreadable(frame.image(), frame.frame());
            })
        .map(at -> pane.current(acquired.at(at)));
  }

  private boolean isRead(SliceSource.Frame frame) {
    return cache.isRead(frame.image(), frame.frame());
  }
}
