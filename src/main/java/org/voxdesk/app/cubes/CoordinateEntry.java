package org.voxdesk.app.cubes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleException;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Voxel;

/// Marks a nodule at typed coordinates.
public final class CoordinateEntry {
  private final AppModel app;
  private final Services services;
  private final CubesViewModel cubes;
  private final ObjectProperty<Space> space = new SimpleObjectProperty<>(Space.LPS);
  private final List<StringProperty> typed =
      List.of(
          new SimpleStringProperty(""), new SimpleStringProperty(""), new SimpleStringProperty(""));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Map<UUID, OnGrid> onGrid = new HashMap<>();

  /// What the numbers count.
  public enum Space {
    /// Patient millimetres.
    LPS,
    /// Voxels of the series: column, row, slice, from 0.
    VOXEL,
    /// Voxels of the resampled volume in the chosen mode and spacing, from 0.
    GRID
  }

  /// A point typed in grid voxels, kept because classic mode takes it as it is while it would round
  /// one that comes back from millimetres.
  private record OnGrid(Lps center, CubePoint.AtGrid point, ResampleMode mode, double mm) {}

  CoordinateEntry(AppModel app, CubesViewModel cubes) {
    this.app = app;
    this.services = app.services();
    this.cubes = cubes;
    typed.forEach(text -> text.addListener((property, was, is) -> problem.set("")));
    space.addListener((property, was, is) -> problem.set(""));
  }

  /// What the numbers count.
  public ObjectProperty<Space> spaceProperty() {
    return space;
  }

  /// The three numbers as typed.
  public List<StringProperty> typed() {
    return typed;
  }

  /// Why nothing was marked.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Marks a nodule there and empties the fields.
  ///
  /// @return false if there is no such place; [#problemProperty()] says why
  public boolean add() {
    Optional<double[]> numbers = numbers();
    Optional<State.Ready> ready = cubes.ready();
    if (numbers.isEmpty() || ready.isEmpty()) {
      problem.set(
          services.text(numbers.isEmpty() ? "cubes.entry.numbers" : "cubes.entry.noVolume"));
      return false;
    }
    Geometry geometry = ready.get().volume().geometry();
    Lps center;
    try {
      center = lps(numbers.get(), ready.get());
    } catch (ResampleException e) {
      problem.set(services.reason(e.sentence()));
      return false;
    }
    if (!geometry.contains(geometry.index(center))) {
      problem.set(services.text("cubes.entry.outside"));
      return false;
    }
    mark(center, numbers.get());
    typed.forEach(text -> text.set(""));
    return true;
  }

  private void mark(Lps center, double[] n) {
    app.nodules()
        .mark(center)
        .filter(marked -> space.get() == Space.GRID)
        .ifPresent(
            marked -> {
              CubePoint.AtGrid point = new CubePoint.AtGrid(n[0], n[1], n[2]);
              onGrid.put(
                  marked.id(), new OnGrid(center, point, mode(), cubes.settings().grid().mm()));
              cubes.cut();
            });
  }

  private ResampleMode mode() {
    return cubes.settings().modeProperty().get();
  }

  /// The grid voxel that was typed for a nodule, if it was for a grid of this kind.
  Optional<CubePoint> grid(Nodule nodule, ResampleMode mode, double mm) {
    return Optional.ofNullable(onGrid.get(nodule.id()))
        .filter(exact -> exact.center().equals(nodule.center()))
        .filter(exact -> exact.mode() == mode && exact.mm() == mm)
        .map(OnGrid::point);
  }

  private Lps lps(double[] n, State.Ready ready) throws ResampleException {
    return switch (space.get()) {
      case LPS -> new Lps(n[0], n[1], n[2]);
      case VOXEL -> ready.volume().geometry().lps(new Voxel(n[0], n[1], n[2]));
      case GRID ->
          Resampler.grid(ready.volume(), cubes.settings().grid())
              .geometry()
              .lps(new Voxel(n[0], n[1], n[2]));
    };
  }

  private Optional<double[]> numbers() {
    double[] numbers = new double[typed.size()];
    for (int axis = 0; axis < numbers.length; axis++) {
      try {
        numbers[axis] = Double.parseDouble(Fields.number(typed.get(axis).get()));
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
      if (!Double.isFinite(numbers[axis])) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }
}
