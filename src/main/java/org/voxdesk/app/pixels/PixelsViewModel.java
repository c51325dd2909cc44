package org.voxdesk.app.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.SliceValues;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.measure.PixelValues;
import org.voxdesk.measure.Statistics;
import org.voxdesk.task.Outcome;

/// The pixels around the one that the pointer was over last, on whichever stage, or on the one that
/// has got the keys since. Holds no nodes; used on the window's thread.
public final class PixelsViewModel {
  static final String TITLE = "pixels.title";

  /// Pixels shown on each side of the one in the middle.
  static final int REACH = 4;

  static final int ACROSS = 2 * REACH + 1;

  private final AppModel app;
  private final Services services;
  private final BooleanProperty stored = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Around>> around =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.NONE);
  private final InvalidationListener pictureChanged = observable -> follow();
  private Optional<ObservableValue<Optional<Picture>>> stage = Optional.empty();
  private Optional<LoadedSlice> measured = Optional.empty();
  private boolean measuredStored;
  private int i = -1;
  private int j = -1;

  /// The pixels around one.
  ///
  /// @param i its column
  /// @param j its row
  /// @param cells as many as [#ACROSS] a row, row by row; empty outside the image
  /// @param value what the pixel in the middle says, with its unit
  record Around(int i, int j, List<String> cells, String value) {
    Around {
      cells = List.copyOf(cells);
    }
  }

  /// What is true of the whole slice.
  ///
  /// @param array empty where the image is not understood
  /// @param statistics over all pixels that have a value; empty while not known, and for colours
  /// @param unit of the statistics
  /// @param problem why a PET image has no uptake values
  record Facts(
      Optional<ArrayType> array,
      Optional<Statistics> statistics,
      String unit,
      Optional<String> problem) {
    static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  /// Follows the stages that [#over] tells of.
  public PixelsViewModel(AppModel app) {
    this.app = app;
    this.services = app.services();
    stored.addListener((property, was, is) -> follow());
    app.pageProperty().addListener((property, was, is) -> follow());
  }

  AppModel app() {
    return app;
  }

  /// Whether stored values are shown, not those of the modality.
  BooleanProperty storedProperty() {
    return stored;
  }

  /// The pixels to show; empty while there is no picture.
  ReadOnlyObjectProperty<Optional<Around>> aroundProperty() {
    return around.getReadOnlyProperty();
  }

  /// What is true of the whole slice.
  ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// The slice whose pixels are shown.
  Optional<LoadedSlice> slice() {
    return stage.flatMap(ObservableValue::getValue).map(Picture::slice);
  }

  /// There is a stage; the first one is looked at until the pointer is over another.
  void learn(ObservableValue<Optional<Picture>> picture) {
    if (stage.isEmpty()) {
      look(picture);
    }
  }

  /// The pointer is over a point of a stage.
  void over(ObservableValue<Optional<Picture>> picture, double sx, double sy) {
    if (picture.getValue().isEmpty()) {
      return;
    }
    double[] index = picture.getValue().get().indexAt(sx, sy);
    int column = (int) Math.rint(index[0]);
    int row = (int) Math.rint(index[1]);
    if (picture.getValue().get().slice().contains(column, row)) {
      i = column;
      j = row;
      look(picture);
    }
  }

  /// Goes so many columns and rows further, as far as there are some.
  void move(int di, int dj) {
    slice()
        .ifPresent(
            shown -> {
              i = Math.clamp(i + (long) di, 0, shown.pixels().columns() - 1);
              j = Math.clamp(j + (long) dj, 0, shown.pixels().rows() - 1);
              follow();
            });
  }

  /// That stage is looked at: the pointer is over it, or it has the keys.
  void look(ObservableValue<Optional<Picture>> picture) {
    if (stage.filter(s -> s.equals(picture)).isEmpty()) {
      stage.ifPresent(s -> s.removeListener(pictureChanged));
      picture.addListener(pictureChanged);
      stage = Optional.of(picture);
    }
    follow();
  }

  private void follow() {
    // Nobody sees it while another page is open.
    Optional<LoadedSlice> shown =
        app.pageProperty().get().equals(TITLE) ? slice() : Optional.empty();
    if (shown.isEmpty()) {
      around.set(Optional.empty());
      if (slice().isEmpty()) {
        measured = Optional.empty();
        facts.set(Facts.NONE);
      }
      return;
    }
    LoadedSlice now = shown.get();
    if (!now.contains(i, j)) {
      i = now.pixels().columns() / 2;
      j = now.pixels().rows() / 2;
    }
    Optional<SliceValues> values = SliceValues.of(now);
    List<String> cells = new ArrayList<>();
    for (int row = j - REACH; row <= j + REACH; row++) {
      for (int column = i - REACH; column <= i + REACH; column++) {
        cells.add(now.contains(column, row) ? cell(now, values, column, row) : "");
      }
    }
    String unit = stored.get() ? "" : values.map(SliceValues::unit).orElse("");
    String middle = cell(now, values, i, j);
    around.set(Optional.of(new Around(i, j, cells, unit.isEmpty() ? middle : unit + " " + middle)));
    measure(now, values);
  }

  private String cell(LoadedSlice slice, Optional<SliceValues> values, int column, int row) {
    if (values.isEmpty()) {
      return slice.indices().isPresent() && stored.get()
          ? NamedWindow.number(slice.stored(column, row))
          : String.format(Locale.ROOT, "#%06X", (int) slice.value(column, row));
    }
    return NamedWindow.number(
        stored.get() ? slice.stored(column, row) : values.get().shown(column, row));
  }

  @SuppressWarnings("ReferenceEquality") // Another plane may lie in the same memory.
  private void measure(LoadedSlice slice, Optional<SliceValues> values) {
    if (measured.filter(known -> known == slice).isPresent() && measuredStored == stored.get()) {
      return;
    }
    measured = Optional.of(slice);
    measuredStored = stored.get();
    LoadedSlice kept = slice.kept();
    Optional<PixelValues> counted =
        SliceValues.of(kept).map(v -> measuredStored ? new StoredValues(kept, v) : v);
    Facts known =
        new Facts(
            ArrayType.of(slice, measuredStored),
            Optional.empty(),
            counted.map(PixelValues::unit).orElse(""),
            values.flatMap(SliceValues::problem).map(services::reason));
    facts.set(known);
    counted.ifPresent(pixels -> find(pixels, known));
  }

  private void find(PixelValues pixels, Facts known) {
    services
        .tasks()
        .startLatest(this, services.text("task.pixels"), progress -> Statistics.of(pixels))
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<Statistics> done) {
                facts.set(
                    new Facts(
                        known.array(), Optional.of(done.value()), known.unit(), known.problem()));
              }
            });
  }

  /// The values as they are stored; what has no value has none here either.
  private record StoredValues(LoadedSlice slice, SliceValues values) implements PixelValues {
    @Override
    public int columns() {
      return values.columns();
    }

    @Override
    public int rows() {
      return values.rows();
    }

    @Override
    public double value(int i, int j) {
      return Double.isNaN(values.value(i, j)) ? Double.NaN : slice.stored(i, j);
    }

    @Override
    public String unit() {
      return "";
    }
  }
}
