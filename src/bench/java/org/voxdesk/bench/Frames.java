package org.voxdesk.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.render.Interpolation;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.Renderer;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Threshold;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.AnatomicalPlane;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.PlaneGrid;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.PlaneSampler;
import org.voxdesk.volume.PlaneScratch;
import org.voxdesk.volume.PlaneStack;
import org.voxdesk.volume.Slab;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumePlanes;

/// 500 pictures each of what a reader does: scrolling, dragging the window, moving through the
/// other planes of the volume. One thread, as a pane has.
final class Frames {
  private static final int SIZE = 1024;
  private static final int WARM_UP = 200;
  private static final int FRAMES = 500;
  private static final double ASKED = 8;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Renderer renderer = new Renderer();
  private final ViewImage image = new ViewImage(SIZE, SIZE);
  private final ViewState lung = ViewState.of(new Window(-600, 1500));
  private final List<FrameTimes> rows = new ArrayList<>();
  private final PlaneScratch scratch = new PlaneScratch();
  private final Volume volume;
  private final SlicePixels[] slices;
  private short[] values = {};

  private Frames() throws DicomException {
    volume = BuildVolume.build(Parallel.SEQUENTIAL);
    slices = new SlicePixels[volume.geometry().slices()];
    for (int k = 0; k < slices.length; k++) {
      slices[k] = pixels(volume.slice(k));
    }
  }

  private SlicePixels pixels(short[] values) {
    var plane = volume.geometry().plane();
    return SlicePixels.hu(
        plane.columns(), plane.rows(), plane.columnSpacing(), plane.rowSpacing(), values);
  }

  /// For a virtual machine of its own, started like the application's.
  public static void main(String[] arguments) throws Exception {
    var frames = new Frames();
    frames.slices();
    frames.planes();
    System.out.print(FrameTimes.table(frames.rows));
  }

  private void slices() {
    int middle = slices.length / 2;
    measure("scroll", ASKED, n -> show(slices[n % slices.length], lung));
    measure("drag the window", ASKED, n -> show(slices[middle], dragged(n)));
    ViewState tinted = lung.withThreshold(Optional.of(new Threshold(-500, 300)));
    measure(
        "drag a threshold",
        ASKED,
        n -> show(slices[middle], tinted.withWindow(dragged(n).window())));
    ViewState hard = lung.withInterpolation(Interpolation.NEAREST);
    measure("scroll, not smoothed", ASKED, n -> show(slices[n % slices.length], hard));
    OverlayMask overlay = overlay();
    measure("scroll, an overlay", ASKED, n -> show(slices[n % slices.length], overlay));
    measure("zoom", ASKED, n -> show(slices[middle], lung.withZoom(1 + n % 100 / 25.0)));
  }

  private void show(SlicePixels slice, OverlayMask overlay) {
    renderer.render(slice, overlay, lung, image);
  }

  /// Rings, of which a fifth of the image is marked.
  private OverlayMask overlay() {
    int columns = slices[0].columns();
    int rows = slices[0].rows();
    byte[] marks = new byte[columns * rows];
    for (int at = 0; at < marks.length; at++) {
      double distance = Math.hypot(at % columns - columns / 2.0, at / columns - rows / 2.0);
      marks[at] = (byte) ((int) distance % 10 < 2 ? 1 : 0);
    }
    return new OverlayMask(columns, rows, marks);
  }

  private ViewState dragged(int n) {
    return lung.withWindow(new Window(-600 + n % 300, 1500 + n % 211));
  }

  private void show(SlicePixels slice, ViewState state) {
    renderer.render(slice, state, image);
  }

  private void planes() {
    VolumePlanes planes = VolumePlanes.of(volume);
    PlaneStack coronal = planes.stack(AnatomicalPlane.CORONAL);
    PlaneStack sagittal = planes.stack(AnatomicalPlane.SAGITTAL);
    Lps right = new Lps(1, 0.4, 0.2).unit();
    PlaneStack oblique = planes.stack(right, right.cross(new Lps(0.3, 1, 0.2)).unit());
    plane("coronal", ASKED, coronal, Slab.THIN);
    plane("sagittal", ASKED, sagittal, Slab.THIN);
    plane("oblique", 0, oblique, Slab.THIN);
    Slab mean = new Slab(10, Slab.Kind.MEAN);
    Slab maximum = new Slab(10, Slab.Kind.MAXIMUM);
    plane("axial, mean of 10 mm", 0, planes.stack(AnatomicalPlane.AXIAL), mean);
    plane("coronal, mean of 10 mm", 0, coronal, mean);
    plane("coronal, maximum of 10 mm", 0, coronal, maximum);
    plane("sagittal, maximum of 10 mm", 0, sagittal, maximum);
    plane("oblique, maximum of 10 mm", 0, oblique, maximum);
  }

  private void plane(String title, double asked, PlaneStack stack, Slab slab) {
    int from = stack.size() / 4;
    int count = Math.max(1, stack.size() / 2);
    PlaneGrid first = stack.grid(0);
    measure(
        "%s, %d × %d sampled".formatted(title, first.columns(), first.rows()),
        asked,
        n -> show(sampled(stack.grid(from + n % count), slab), lung));
  }

  private SlicePixels sampled(PlaneGrid grid, Slab slab) {
    if (values.length != grid.columns() * grid.rows()) {
      values = new short[grid.columns() * grid.rows()];
    }
    PlaneSampler.sampleInto(
        values,
        volume,
        grid,
        PlaneInterpolation.LINEAR,
        slab,
        Progress.NONE,
        Parallel.SEQUENTIAL,
        scratch);
    return SlicePixels.hu(grid.columns(), grid.rows(), grid.mm(), grid.mm(), values);
  }

  private void measure(String title, double asked, IntConsumer frame) {
    for (int n = 0; n < WARM_UP; n++) {
      frame.accept(n);
    }
    double[] millis = new double[FRAMES];
    double[] cpuMillis = new double[FRAMES];
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int n = 0; n < FRAMES; n++) {
      long cpu = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      frame.accept(n);
      millis[n] = (System.nanoTime() - start) / 1e6;
      cpuMillis[n] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
    }
    double bytes = (threads.getCurrentThreadAllocatedBytes() - before) / (double) FRAMES;
    rows.add(new FrameTimes(title, millis, cpuMillis, bytes, asked));
  }
}
