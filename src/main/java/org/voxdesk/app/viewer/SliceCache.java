package org.voxdesk.app.viewer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.study.Instance;

/// The slices looked at last and those read ahead, of all panes, in bounded memory. One thread
/// reads slices; any may ask what is there.
final class SliceCache {
  private static final long MOST_BYTES = 128L << 20;

  private final FrameReader reader = new FrameReader();
  private final Map<Key, LoadedSlice> slices = new LinkedHashMap<>(256, 0.75f, true);
  private final Set<Key> read = ConcurrentHashMap.newKeySet();
  private final Set<Key> unreadable = ConcurrentHashMap.newKeySet();
  private long bytes;

  /// Data sets are told apart by identity: comparing what is in them would take longer than a
  /// picture.
  private record Key(DataSet dataSet, int frame) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.dataSet == dataSet && key.frame == frame;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(dataSet) + frame;
    }
  }

  /// The slice, read if it is not there.
  ///
  /// @throws DicomException if it cannot be read
  LoadedSlice get(Instance instance, int frame) throws DicomException {
    Key key = new Key(instance.dataSet(), frame);
    LoadedSlice known = slices.get(key);
    if (known == null) {
      known = SliceLoader.load(instance, frame, reader);
      slices.put(key, known);
      read.add(key);
      unreadable.remove(key);
      bytes += bytes(known);
      evict();
    }
    return known;
  }

  /// Says that a slice cannot be read, so that nobody tries it ahead again.
  void giveUp(Instance instance, int frame) {
    unreadable.add(new Key(instance.dataSet(), frame));
  }

  /// Whether a slice is there.
  boolean isRead(Instance instance, int frame) {
    return read.contains(new Key(instance.dataSet(), frame));
  }

  /// Whether somebody has given a slice up.
  boolean isUnreadable(Instance instance, int frame) {
    return unreadable.contains(new Key(instance.dataSet(), frame));
  }

  /// How many slices like this one there is room for.
  static int room(LoadedSlice like) {
    return (int) Math.min(Integer.MAX_VALUE, MOST_BYTES / Math.max(1, bytes(like)));
  }

  /// Forgets everything.
  void clear() {
    slices.clear();
    read.clear();
    unreadable.clear();
    bytes = 0;
  }

  /// What has not been used for longest goes first; the newest stays in any case.
  private void evict() {
    Iterator<Map.Entry<Key, LoadedSlice>> oldest = slices.entrySet().iterator();
    while (slices.size() > 1 && bytes > MOST_BYTES) {
      Map.Entry<Key, LoadedSlice> entry = oldest.next();
      bytes -= bytes(entry.getValue());
      read.remove(entry.getKey());
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
