package org.voxdesk.app.region;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.dicom.Tag;
import org.voxdesk.edit.PixelRegion;
import org.voxdesk.render.Threshold;
import org.voxdesk.study.Slice;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Task;
import org.voxdesk.task.Work;
import org.voxdesk.volume.ConnectedRegion;
import org.voxdesk.volume.Volume;

/// The pixels of a range of values that hang together with a clicked one, in its slice or through
/// the series; grown in the background, again whenever the range changes. Holds no nodes; used on
/// the window's thread.
public final class RegionViewModel {
  private final AppModel app;
  private final Services services;
  private final BooleanProperty on = new SimpleBooleanProperty();
  private final BooleanProperty through = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<Grown>> region =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private Optional<Seed> seed = Optional.empty();
  private Optional<Threshold> range = Optional.empty();
  private Optional<Task<ConnectedRegion>> growing = Optional.empty();

  /// The pixel that was clicked.
  private record Seed(LoadedSlice slice, int i, int j) {}

  /// A region and where its slices are.
  ///
  /// @param slices the frames that it was looked for in, in order; one for a region in a slice
  /// @param mask its voxels
  public record Grown(List<Slice> slices, ConnectedRegion mask) {
    /// The marked pixels of each image that has some, by SOP Instance UID.
    public Map<String, PixelRegion> pixels() {
      Map<String, BitSet> images = new HashMap<>();
      int size = mask.columns() * mask.rows();
      for (int k = 0; k < slices.size(); k++) {
        byte[] marks = mask.marks(k);
        BitSet bits = images.computeIfAbsent(uid(slices.get(k)), uid -> new BitSet());
        for (int at = 0; at < size; at++) {
          if (marks[at] != 0) {
            bits.set(slices.get(k).frame() * size + at);
          }
        }
      }
      Map<String, PixelRegion> regions = new HashMap<>();
      images.forEach(
          (uid, bits) -> {
            if (!bits.isEmpty()) {
              regions.put(uid, PixelRegion.of(bits));
            }
          });
      return regions;
    }

    private static String uid(Slice slice) {
      return slice.text(Tag.SOP_INSTANCE_UID);
    }

    /// The marks on a slice; empty where the region does not reach that image.
    public Optional<byte[]> marks(LoadedSlice slice) {
      for (int k = 0; k < slices.size(); k++) {
        if (isSame(slices.get(k), slice)
            && slice.pixels().columns() == mask.columns()
            && slice.pixels().rows() == mask.rows()) {
          return Optional.of(mask.marks(k));
        }
      }
      return Optional.empty();
    }
  }

  /// Follows the session of `app`.
  public RegionViewModel(AppModel app) {
    this.app = app;
    this.services = app.services();
    on.addListener((property, was, is) -> grow());
    through.addListener((property, was, is) -> grow());
    app.volume().stateProperty().addListener((property, was, is) -> grow());
    app.session()
        .seriesProperty()
        .addListener(
            (property, was, is) -> {
              seed = Optional.empty();
              grow();
            });
    grow();
  }

  /// Whether only what hangs together is meant, not all of the range.
  public BooleanProperty onProperty() {
    return on;
  }

  /// Whether the region reaches through the series, not only over its slice.
  public BooleanProperty throughProperty() {
    return through;
  }

  /// The region; empty while there is none.
  public ReadOnlyObjectProperty<Optional<Grown>> regionProperty() {
    return region.getReadOnlyProperty();
  }

  /// How many voxels it has, or what is missing for there to be one; empty while it is not asked
  /// for.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The range of values is another.
  public void range(Optional<Threshold> wanted) {
    if (!range.equals(wanted)) {
      range = wanted;
      grow();
    }
  }

  /// The region is to be the one around this pixel.
  public void seed(LoadedSlice slice, int i, int j) {
    if (on.get() && slice.isGrey() && slice.frame().isPresent() && slice.contains(i, j)) {
      seed = Optional.of(new Seed(slice, i, j));
      grow();
    }
  }

  private void grow() {
    growing.ifPresent(Task::cancel);
    growing = Optional.empty();
    if (!on.get() || seed.isEmpty() || range.isEmpty()) {
      region.set(Optional.empty());
      message.set(on.get() ? services.text("region.click") : "");
      return;
    }
    if (!through.get()) {
      start(List.of(frame(seed.get().slice())), inSlice(seed.get(), range.get()));
      return;
    }
    switch (app.volume().stateProperty().get()) {
      case State.Ready ready -> {
        int k = indexOf(ready, seed.get());
        if (k < 0 || range.get().stored()) {
          none(services.text("region.noVolume"));
        } else {
          start(ready.stack().slices(), inVolume(ready.volume(), seed.get(), k, range.get()));
        }
      }
      case State.Impossible impossible -> none(services.reason(impossible.reason()));
      case State.Reading reading -> none(services.text("cubes.reading"));
      case State.None none -> none("");
    }
  }

  private static Slice frame(LoadedSlice shown) {
    return new Slice(shown.instance(), shown.frame().orElse(0), shown.instance());
  }

  private void none(String why) {
    region.set(Optional.empty());
    message.set(why);
  }

  private static int indexOf(State.Ready ready, Seed seed) {
    List<Slice> slices = ready.stack().slices();
    for (int k = 0; k < slices.size(); k++) {
      if (isSame(slices.get(k), seed.slice())) {
        return k;
      }
    }
    return -1;
  }

  private static boolean isSame(Slice frame, LoadedSlice shown) {
    return frame.path().equals(shown.instance().path())
        && shown.frame().equals(OptionalInt.of(frame.frame()));
  }

  private static Work<ConnectedRegion> inSlice(Seed seed, Threshold range) {
    LoadedSlice slice = seed.slice();
    return progress ->
        ConnectedRegion.grow(
            slice.pixels().columns(),
            slice.pixels().rows(),
            1,
            new int[] {seed.i(), seed.j(), 0},
            (i, j, k) -> range.contains(slice.stored(i, j), slice.value(i, j)),
            progress);
  }

  private static Work<ConnectedRegion> inVolume(Volume volume, Seed seed, int at, Threshold range) {
    var voxels = new VoxelRange(volume, seed.slice().perOutput(), range);
    return progress ->
        ConnectedRegion.grow(
            volume.geometry().columns(),
            volume.geometry().rows(),
            volume.geometry().slices(),
            new int[] {seed.i(), seed.j(), at},
            voxels::contains,
            progress);
  }

  private void start(List<Slice> slices, Work<ConnectedRegion> work) {
    message.set(services.text("region.growing"));
    Task<ConnectedRegion> task =
        services.tasks().startLatest(this, services.text("task.region"), work);
    growing = Optional.of(task);
    task.whenEnded(
        services.ui(),
        outcome -> {
          switch (outcome) {
            case Outcome.Success<ConnectedRegion> done -> {
              ConnectedRegion mask = done.value();
              region.set(
                  mask.count() == 0 ? Optional.empty() : Optional.of(new Grown(slices, mask)));
              message.set(
                  mask.count() == 0
                      ? services.text("region.outside")
                      : services.text("region.count", ReadableText.count(mask.count())));
            }
            case Outcome.Failure<ConnectedRegion> failed -> none(Objects.toString(failed.cause()));
            case Outcome.Cancelled<ConnectedRegion> cancelled -> {}
          }
        });
  }
}
