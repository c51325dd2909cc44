package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;

/// The frames of a series in the order they are looked at; images without pixels have none.
///
/// @param entries image by image, frame by frame
record SliceList(List<Entry> entries) {
  /// Nothing to look at.
  static final SliceList EMPTY = new SliceList(List.of());

  SliceList {
    entries = List.copyOf(entries);
  }

  /// One frame, counted from 0, of an image as it was read.
  record Entry(Instance image, int frame) {}

  static SliceList of(Series series) {
    List<Entry> entries = new ArrayList<>();
    for (Instance image : series.instances()) {
      if (image.hasPixels()) {
        int frames = Math.max(1, image.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        for (int frame = 0; frame < frames; frame++) {
          entries.add(new Entry(image, frame));
        }
      }
    }
    return new SliceList(entries);
  }

  int size() {
    return entries.size();
  }

  /// The place of the first frame of `image`; -1 if there is none.
  int indexOf(Instance image) {
    for (int at = 0; at < entries.size(); at++) {
      if (entries.get(at).image().path().equals(image.path())) {
        return at;
      }
    }
    return -1;
  }
}
