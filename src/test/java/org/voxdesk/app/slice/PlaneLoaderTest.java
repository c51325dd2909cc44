package org.voxdesk.app.slice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.AnatomicalPlane;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.PlaneStack;
import org.voxdesk.volume.Slab;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;
import org.voxdesk.volume.VolumePlanes;

final class PlaneLoaderTest {
  private static Instance image;
  private static Volume volume;
  private static PlaneStack stack;

  @BeforeAll
  static void build() throws DicomException {
    List<Instance> images = new ArrayList<>();
    for (int k = 0; k < SmallSeries.SLICES; k++) {
      images.add(new Instance(Path.of("slice" + k), SmallSeries.slice(k)));
    }
    image = images.getFirst();
    volume =
        VolumeBuilder.buildFine(
            SliceStack.of(new Series(SmallSeries.UID, images)), Progress.NONE, Parallel.SEQUENTIAL);
    stack = VolumePlanes.of(volume).stack(AnatomicalPlane.CORONAL);
  }

  private static LoadedSlice load(PlaneLoader loader, int at, Slab slab) throws DicomException {
    var cut = new PlaneCut(stack.grid(at), slab, 1, PlaneInterpolation.LINEAR);
    return loader.load(volume, image, cut, PlaneInterpolation.LINEAR);
  }

  private static short[] values(LoadedSlice slice) {
    return ((SlicePixels.Shorts) slice.pixels()).values().clone();
  }

  @Test
  void aPlaneStaysAsItIsWhileTwoMoreAreCutAndForGoodWhereItIsKept() throws Exception {
    var loader = new PlaneLoader(Parallel.SEQUENTIAL);
    LoadedSlice plane = load(loader, 40, Slab.THIN);
    LoadedSlice kept = plane.kept();
    short[] before = values(plane);
    for (int next = 41; next < 43; next++) {
      load(loader, next, Slab.THIN);
      assertThat(values(plane)).isEqualTo(before);
    }
    load(loader, 43, Slab.THIN);
    assertThat(values(plane)).isNotEqualTo(before);
    assertThat(values(kept)).isEqualTo(before);
    assertThat(kept.value(50, 40)).isEqualTo(load(loader, 40, Slab.THIN).value(50, 40));
  }

  @Test
  void oneAfterTheOtherTakeNoMemoryOfTheirOwn() throws Exception {
    for (Slab slab : List.of(Slab.THIN, new Slab(6, Slab.Kind.MEAN))) {
      var loader = new PlaneLoader(Parallel.SEQUENTIAL);
      int size = values(load(loader, 10, slab)).length;
      long each = allocated(() -> load(loader, 20, slab), () -> load(loader, 21, slab));
      assertThat(each).as("bytes a plane of %d pixels", size).isLessThan(size);
    }
  }

  @Test
  void norDoesTurningThem() throws Exception {
    var turner = new Turner();
    LoadedSlice plane = load(new PlaneLoader(Parallel.SEQUENTIAL), 40, Slab.THIN);
    Turn turn = new Turn(true, 1);
    long each =
        allocated(
            () -> turner.turned(plane.pixels(), turn), () -> turner.turned(plane.pixels(), turn));
    assertThat(each).isLessThan(values(plane).length);
  }

  private interface Work {
    Object run() throws DicomException;
  }

  /// Bytes on average, once the memory is there and the code has run.
  private static long allocated(Work one, Work other) throws DicomException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int rounds = 100;
    for (int round = 0; round < rounds; round++) {
      one.run();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < rounds; round++) {
      other.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
  }
}
