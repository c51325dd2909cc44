package org.voxdesk.app.viewer;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which slice of a pane is looked at.
final class Navigation {
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
  private Slices slices = Slices.NONE;
  private int direction = 1;

  /// The place of the slice that is looked at, from 0; -1 without any.
  ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /// How many slices there are.
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  Slices slices() {
    return slices;
  }

  /// Goes through other slices from now on.
  ///
  /// @param at the slice to begin with, the nearest there is; -1 for none yet
  void through(Slices others, int at) {
    slices = others;
    count.set(others.size());
    index.set(at < 0 || others.size() == 0 ? -1 : Math.clamp(at, 0, others.size() - 1));
  }

  /// The slice that is looked at; a frame is of the image as it was read.
  Optional<SliceSource> current() {
    int at = index.get();
    return at < 0 || at >= slices.size() ? Optional.empty() : Optional.of(slices.at(at));
  }

  /// Looks at another slice; the nearest there is.
  void go(int to) {
    if (slices.size() > 0) {
      int at = Math.clamp(to, 0, slices.size() - 1);
      direction = at < index.get() ? -1 : 1;
      index.set(at);
    }
  }

  /// Looks `by` slices further.
  void move(int by) {
    go(index.get() + by);
  }

  /// The place nearest to the one that is looked at for which `wanted` holds, at most `reach` away;
  /// of two equally near ones that in the direction of the last move.
  Optional<Integer> near(int reach, Predicate<Integer> wanted) {
    for (int away = 1; away <= Math.min(reach, slices.size() - 1); away++) {
      for (int at : new int[] {index.get() + away * direction, index.get() - away * direction}) {
        if (at >= 0 && at < slices.size() && wanted.test(at)) {
          return Optional.of(at);
        }
      }
    }
    return Optional.empty();
  }
}
