package org.voxdesk.app.slice;

import java.lang.reflect.Array;
import java.util.Arrays;

/// Memory of slices, given out in turn, so that one picture after the other takes none of its own.
/// An array stays as it is until [#COUNT] more have been asked for: while one is being filled, the
/// one that is shown and the one before it are left alone. For one thread.
final class SliceBuffers {
  /// How many arrays there are.
  static final int COUNT = 3;

  private final Object[] arrays = new Object[COUNT];
  private int turn;

  SliceBuffers() {
    Arrays.fill(arrays, new byte[0]);
  }

  byte[] bytes(int length) {
    return (byte[]) next(byte.class, length);
  }

  short[] shorts(int length) {
    return (short[]) next(short.class, length);
  }

  int[] ints(int length) {
    return (int[]) next(int.class, length);
  }

  double[] doubles(int length) {
    return (double[]) next(double.class, length);
  }

  private Object next(Class<?> of, int length) {
    turn = (turn + 1) % COUNT;
    Object known = arrays[turn];
    if (known.getClass().componentType() != of || Array.getLength(known) != length) {
      arrays[turn] = Array.newInstance(of, length);
    }
    return arrays[turn];
  }
}
