package org.voxdesk.volume;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Memory that planes are cut with, kept from one plane to the next so that the next takes none of
/// its own. For one plane at a time, whose rows several threads may make.
public final class PlaneScratch {
  private final Deque<RowBuffers> free = new ArrayDeque<>();
  private Optional<Layout> layout = Optional.empty();
  private short[] turned = {};

  /// How the slices of a volume lie.
  record Layout(Geometry geometry, SliceGaps gaps, AcquisitionAxes axes) {
    static Layout of(Geometry geometry) {
      return new Layout(geometry, SliceGaps.of(geometry), AcquisitionAxes.of(geometry));
    }
  }

  @SuppressWarnings("ReferenceEquality") // Another geometry may be equal, and is no harm.
  Layout layout(Geometry geometry) {
    if (layout.filter(known -> known.geometry() == geometry).isEmpty()) {
      layout = Optional.of(Layout.of(geometry));
    }
    return layout.get();
  }

  /// A plane whose columns are made first, before it is turned.
  short[] turned(int length) {
    if (turned.length != length) {
      turned = new short[length];
    }
    return turned;
  }

  /// Buffers that fit; those that do not are of a plane of another direction, and dropped.
  synchronized RowBuffers take(int width, int length) {
    free.removeIf(buffers -> !buffers.fit(width, length));
    return free.isEmpty() ? new RowBuffers(width, length) : free.pop();
  }

  synchronized void give(RowBuffers buffers) {
    free.push(buffers);
  }
}
