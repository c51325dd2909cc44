package org.voxdesk.app.viewer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.study.Instance;

/// The slices looked at last and those read ahead, in bounded memory. For one thread.
final class SliceCache {
  private static final int MOST_SLICES = 24;
  private static final long MOST_BYTES = 96L << 20;

  private final FrameReader reader = new FrameReader();
  private final Map<Key, LoadedSlice> slices = new LinkedHashMap<>(MOST_SLICES, 0.75f, true);
  private long bytes;

  private record Key(DataSet dataSet, int frame) {}

  /// The slice, read if it is not there.
  ///
  /// @throws DicomException if it cannot be read
  LoadedSlice get(Instance instance, int frame) throws DicomException {
    Key key = new Key(instance.dataSet(), frame);
    LoadedSlice known = slices.get(key);
    if (known == null) {
      known = SliceLoader.load(instance, frame, reader);
      slices.put(key, known);
      bytes += bytes(known);
      evict();
    }
    return known;
  }

  /// What has not been used for longest goes first; the newest stays in any case.
  private void evict() {
    Iterator<LoadedSlice> oldest = slices.values().iterator();
    while (slices.size() > 1 && (slices.size() > MOST_SLICES || bytes > MOST_BYTES)) {
      bytes -= bytes(oldest.next());
      oldest.remove();
    }
  }

  private static long bytes(LoadedSlice slice) {
    SlicePixels pixels = slice.pixels();
    long size = (long) pixels.columns() * pixels.rows();
    return switch (pixels) {
      case SlicePixels.Shorts s -> 2 * size;
      case SlicePixels.Rgb s -> 4 * size;
      case SlicePixels.Doubles s -> 8 * size;
    };
  }
}
