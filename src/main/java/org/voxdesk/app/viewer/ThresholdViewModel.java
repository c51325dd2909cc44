package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.region.RegionViewModel;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.dicom.Tag;
import org.voxdesk.edit.PixelRegion;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.render.Threshold;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.task.Outcome;

/// The range of values that is tinted, and what it is to be set to.
///
/// Low, high and value are in the chosen units; low is minus infinity as long as everything below
/// high is meant.
final class ThresholdViewModel {
  private static final String HU = "HU";
  // Where many take uptake to be more than usual.
  private static final double UPTAKE = 2.5;

  private final AppModel app;
  private final ObservableValue<Boolean> inHand;
  private final DoubleProperty low = new SimpleDoubleProperty(Double.NEGATIVE_INFINITY);
  private final DoubleProperty high = new SimpleDoubleProperty(300);
  private final DoubleProperty value = new SimpleDoubleProperty(0);
  private final DoubleProperty least = new SimpleDoubleProperty(-1024);
  private final DoubleProperty most = new SimpleDoubleProperty(3071);
  private final ObjectProperty<Units> units = new SimpleObjectProperty<>(Units.OUTPUT);
  private final ReadOnlyObjectWrapper<Optional<Threshold>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LoadedSlice>> slice =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final RegionViewModel region;
  private String unit = HU;

  /// The ranges of a CT that people pick from, in Hounsfield units; the last is the one of the seed
  /// of this program, below which pixels become 0.
  enum Preset {
    AIR(Double.NEGATIVE_INFINITY, -950),
    LUNG(-950, -500),
    SOFT_TISSUE(-100, 200),
    BONE(300, 32768),
    BELOW_300(Double.NEGATIVE_INFINITY, 300);

    private final double from;
    private final double below;

    Preset(double from, double below) {
      this.from = from;
      this.below = below;
    }
  }

  /// @param inHand whether anybody sees how far the sliders reach
  ThresholdViewModel(AppModel app, ObservableValue<Boolean> inHand) {
    this.app = app;
    this.inHand = inHand;
    this.region = new RegionViewModel(app);
    low.addListener((property, was, is) -> show());
    high.addListener((property, was, is) -> show());
    units.addListener((property, was, is) -> convert(was, is));
    inHand.addListener((property, was, is) -> slice.get().ifPresent(this::widen));
    show();
  }

  AppModel app() {
    return app;
  }

  /// The part of the range that hangs together with a clicked point.
  RegionViewModel region() {
    return region;
  }

  /// What is tinted by value: nothing while a region is asked for, which has a tint of its own.
  Optional<Threshold> tinted() {
    return region.onProperty().get() ? Optional.empty() : shown.get();
  }

  /// Takes a range that people pick.
  void pick(Preset preset) {
    units.set(Units.OUTPUT);
    low.set(preset.from);
    high.set(preset.below);
    if (preset == Preset.BELOW_300) {
      value.set(0);
    }
  }

  /// Where the slider begins and ends, in output units.
  double[] reach() {
    double a = inOutput(least.get());
    double b = inOutput(most.get());
    return new double[] {Math.min(a, b), Math.max(a, b)};
  }

  DoubleProperty lowProperty() {
    return low;
  }

  DoubleProperty highProperty() {
    return high;
  }

  /// What the pixels of the range are to become.
  DoubleProperty valueProperty() {
    return value;
  }

  /// The smallest value worth offering.
  DoubleProperty leastProperty() {
    return least;
  }

  /// The largest value worth offering.
  DoubleProperty mostProperty() {
    return most;
  }

  ObjectProperty<Units> unitsProperty() {
    return units;
  }

  /// The range as it is tinted: in output units wherever these say the same; empty where the lower
  /// limit is not below the upper one.
  ReadOnlyObjectProperty<Optional<Threshold>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The slice that is tinted.
  ReadOnlyObjectProperty<Optional<LoadedSlice>> sliceProperty() {
    return slice.getReadOnlyProperty();
  }

  /// How many pixels of the slice the range holds.
  long count() {
    Optional<Threshold> range = shown.get();
    LoadedSlice in = slice.get().filter(LoadedSlice::isGrey).orElse(null);
    if (range.isEmpty() || in == null) {
      return 0;
    }
    long found = 0;
    for (int j = 0; j < in.pixels().rows(); j++) {
      for (int i = 0; i < in.pixels().columns(); i++) {
        boolean within = in.contains(i, j) && range.get().contains(in.stored(i, j), in.value(i, j));
        found += within ? 1 : 0;
      }
    }
    return found;
  }

  /// Follows the picture: its range of values is what the sliders reach over.
  @SuppressWarnings("ReferenceEquality") // Another plane may lie in the same memory.
  void follow(LoadedSlice drawn) {
    if (slice.get().filter(known -> known == drawn).isPresent()) {
      return;
    }
    slice.set(Optional.of(drawn));
    if (drawn.isGrey()) {
      begin(drawn);
    }
    widen(drawn);
    show();
  }

  /// Lets the sliders reach over all values of the slice, which takes a look at each of them.
  private void widen(LoadedSlice drawn) {
    if (!drawn.isGrey() || !inHand.getValue()) {
      return;
    }
    Window range = drawn.extent();
    double from = range.center() - range.width() / 2;
    double to = range.center() + range.width() / 2;
    least.set(Math.min(least.get(), Math.floor(inUnits(from, units.get()))));
    most.set(Math.max(most.get(), Math.ceil(inUnits(to, units.get()))));
  }

  /// A range in another unit says nothing here: it gives way to one that does.
  private void begin(LoadedSlice drawn) {
    String now = drawn.transform().unit();
    if (now.equals(unit)) {
      return;
    }
    unit = now;
    units.set(Units.OUTPUT);
    boolean hu = now.equals(HU);
    Window all = drawn.extent();
    double top = Math.ceil(all.center() + all.width() / 2);
    least.set(hu ? -1024 : 0);
    most.set(hu ? 3071 : top);
    low.set(drawn.isUptake() ? UPTAKE : Double.NEGATIVE_INFINITY);
    high.set(hu ? 300 : drawn.isUptake() ? Math.max(top, UPTAKE) : Math.rint(all.center()));
    value.set(0);
  }

  /// The unit of the values; empty where it is not known.
  String unit() {
    return unit;
  }

  /// Sets the pixels of the range in the slice that is looked at.
  void applyToSlice() {
    if (isImage() && isRange()) {
      app.session().instanceProperty().get().ifPresent(image -> apply(List.of(image)));
    }
  }

  /// Whether an image is tinted, not a plane through many of them.
  boolean isImage() {
    return slice.get().filter(shown -> shown.frame().isPresent()).isPresent();
  }

  /// Sets the pixels of the range in every image of the series.
  void applyToSeries() {
    app.session()
        .seriesProperty()
        .get()
        .filter(series -> isRange())
        .map(Series::instances)
        .ifPresent(images -> apply(images.stream().filter(Instance::hasPixels).toList()));
  }

  private void apply(List<Instance> images) {
    double per = perOutput();
    apply(
        new ThresholdPixels(low.get() / per, high.get() / per, value.get() / per, units.get()),
        images);
  }

  /// Sets the pixels of the region in every image that it reaches.
  void applyToRegion() {
    double wanted = value.get() / perOutput();
    Units in = units.get();
    region
        .regionProperty()
        .get()
        .ifPresent(
            grown ->
                app.services()
                    .tasks()
                    .start(app.services().text("task.region"), progress -> grown.pixels())
                    .whenEnded(
                        app.services().ui(),
                        outcome -> {
                          if (outcome instanceof Outcome.Success<Map<String, PixelRegion>> made) {
                            applyTo(made.value(), wanted, in);
                          }
                        }));
  }

  private void applyTo(Map<String, PixelRegion> regions, double wanted, Units in) {
    List<Instance> images =
        app.session().seriesProperty().get().stream()
            .flatMap(series -> series.instances().stream())
            .filter(
                image ->
                    regions.containsKey(app.session().current(image).text(Tag.SOP_INSTANCE_UID)))
            .toList();
    if (!images.isEmpty()) {
      apply(ThresholdPixels.within(regions, wanted, in), images);
    }
  }

  /// An edit counts in output units, also where others are shown.
  private double perOutput() {
    return units.get() == Units.OUTPUT ? slice.get().map(LoadedSlice::perOutput).orElse(1.0) : 1;
  }

  private void apply(ThresholdPixels edit, List<Instance> images) {
    var services = app.services();
    app.session()
        .applyInBackground(
            edit,
            images,
            () -> services.notifications().info(services.text("threshold.done", images.size())));
  }

  private void show() {
    find();
    region.range(shown.get());
  }

  /// Whether there are values from the lower limit to below the upper one.
  boolean isRange() {
    return low.get() < high.get();
  }

  private void find() {
    if (!isRange()) {
      shown.set(Optional.empty());
      return;
    }
    if (units.get() == Units.STORED && !transform().isIncreasing()) {
      shown.set(Optional.of(new Threshold(low.get(), high.get(), true)));
      return;
    }
    double a = inOutput(low.get());
    double b = inOutput(high.get());
    shown.set(Optional.of(new Threshold(Math.min(a, b), Math.max(a, b))));
  }

  /// Keeps the range where it is while it is counted in other units.
  private void convert(Units was, Units is) {
    if (was == is) {
      return;
    }
    double newLow = converted(low.get(), was, is);
    double newHigh = converted(high.get(), was, is);
    double newLeast = converted(least.get(), was, is);
    double newMost = converted(most.get(), was, is);
    least.set(Math.min(newLeast, newMost));
    most.set(Math.max(newLeast, newMost));
    low.set(newLow);
    high.set(newHigh);
    value.set(converted(value.get(), was, is));
    show();
  }

  private double converted(double number, Units was, Units is) {
    if (!Double.isFinite(number) || was == is) {
      return number;
    }
    return is == Units.STORED ? transform().invert(number) : transform().apply(number);
  }

  private double inOutput(double number) {
    return converted(number, units.get(), Units.OUTPUT);
  }

  private double inUnits(double output, Units wanted) {
    return converted(output, Units.OUTPUT, wanted);
  }

  private ModalityTransform transform() {
    return slice.get().map(LoadedSlice::transform).orElse(ModalityTransform.IDENTITY);
  }
}
