package org.voxdesk.render;

import java.util.Objects;
import java.util.Optional;
import org.voxdesk.pixel.ModalityTransform;

/// The colour of every 16-bit pattern, and whether it is tinted; made again only when something
/// that it depends on has changed.
final class GreyTable {
  private static final int PATTERNS = 1 << 16;

  /// 0xAARRGGBB by the low 16 bits of the stored value.
  final int[] argb = new int[PATTERNS];

  /// Which stored values the threshold marks; meaningless without a threshold.
  final boolean[] tinted = new boolean[PATTERNS];

  private Optional<Key> made = Optional.empty();

  private record Key(
      Window window,
      ColorMap colorMap,
      boolean inverted,
      Optional<Threshold> threshold,
      boolean signed,
      ModalityTransform transform) {}

  void prepare(SlicePixels.Shorts slice, ViewState state) {
    var key =
        new Key(
            state.window(),
            state.colorMap(),
            state.inverted(),
            state.threshold(),
            slice.signed(),
            slice.transform());
    if (made.isPresent() && Objects.equals(made.get(), key)) {
      return;
    }
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      double stored = slice.signed() ? (short) pattern : pattern;
      double output = slice.transform().apply(stored);
      argb[pattern] = color(output, state);
      tinted[pattern] =
          state.threshold().isPresent() && state.threshold().get().contains(stored, output);
    }
    made = Optional.of(key);
  }

  /// The colour of an output value before any tint.
  static int color(double output, ViewState state) {
    int index = state.window().index(output);
    return Tint.OPAQUE | state.colorMap().rgb(state.inverted() ? ColorMap.SIZE - 1 - index : index);
  }
}
