package org.voxdesk.app.viewer;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Which slices of a pane have been read.
///
/// @param count how many slices there are
/// @param read those that are there
record Loaded(int count, BitSet read) {
  static final Loaded NOTHING = new Loaded(0, new BitSet());

  static Loaded of(int count, IntPredicate isRead) {
    BitSet read = new BitSet(count);
    for (int at = 0; at < count; at++) {
      read.set(at, isRead.test(at));
    }
    return new Loaded(count, read);
  }

  boolean isWhole() {
    return read.cardinality() == count;
  }
}
