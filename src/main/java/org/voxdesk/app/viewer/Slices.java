package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.voxdesk.app.model.NearestImage;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.slice.PlaneCut;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.PlaneStack;
import org.voxdesk.volume.Slab;

/// What a pane goes through, in order.
sealed interface Slices {
  /// Nothing to look at.
  Slices NONE = new Acquired(List.of());

  int size();

  /// The slice at a place, counted from 0.
  SliceSource at(int index);

  /// The place of the slice nearest to a point; empty where no slice has a place in the patient.
  OptionalInt nearest(Lps point);

  /// The frames of a series as they were acquired, image by image, frame by frame; images without
  /// pixels have none. Images are as they were read.
  record Acquired(List<SliceSource.Frame> frames) implements Slices {
    /// More frames than this are claimed, not there.
    private static final int MOST_FRAMES = 100_000;

    public Acquired {
      frames = List.copyOf(frames);
    }

    static Acquired of(Series series) {
      List<SliceSource.Frame> frames = new ArrayList<>();
      for (Instance image : series.instances()) {
        if (image.hasPixels()) {
          for (int frame = 0; frame < Math.min(image.frames(), MOST_FRAMES); frame++) {
            frames.add(new SliceSource.Frame(image, frame));
          }
        }
      }
      return new Acquired(frames);
    }

    @Override
    public int size() {
      return frames.size();
    }

    @Override
    public SliceSource.Frame at(int index) {
      return frames.get(index);
    }

    @Override
    public OptionalInt nearest(Lps point) {
      return NearestImage.at(frames.stream().map(SliceSource.Frame::described).toList(), point);
    }

    /// The place of the first frame of `image`; -1 if there is none.
    int indexOf(Instance image) {
      for (int at = 0; at < frames.size(); at++) {
        if (frames.get(at).image().path().equals(image.path())) {
          return at;
        }
      }
      return -1;
    }
  }

  /// Parallel planes through a volume.
  record Planes(SeriesVolume.State.Ready source, PlaneStack stack, Slab slab) implements Slices {
    @Override
    public int size() {
      return stack.size();
    }

    @Override
    public SliceSource.Plane at(int index) {
      return new SliceSource.Plane(
          source.volume(),
          source.stack().slices().getFirst().described(),
          new PlaneCut(stack.grid(index), slab, stack.step(), PlaneInterpolation.LINEAR));
    }

    @Override
    public OptionalInt nearest(Lps point) {
      return OptionalInt.of(stack.indexOf(point));
    }
  }
}
