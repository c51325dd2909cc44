package org.voxdesk.app.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Undoes the last thing that was done, in whichever list of steps it is: tags are edited and
/// things measured in turn, and each keeps steps of its own. Used on the window's thread.
public final class UndoOrder {
  private final List<Steps> lists = new ArrayList<>();

  /// When each step was made last.
  private IdentityHashMap<Object, Long> times = new IdentityHashMap<>();

  /// When each step that is undone was undone.
  private IdentityHashMap<Object, Long> undone = new IdentityHashMap<>();

  private final ReadOnlyObjectWrapper<Optional<String>> undoable =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> redoable =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long now;

  /// When the last new step was made: what was undone before is not redone, as it would come back
  /// out of order and perhaps out of sight.
  private long newest;

  /// A list of steps, those that have been made first, then those that have been undone.
  public interface Steps {
    /// Changes whenever the steps do, or how many of them are made.
    ObservableValue<?> changes();

    /// The steps; each the same object for as long as it is there.
    List<?> steps();

    /// How many of them are made.
    int done();

    void undo();

    void redo();

    /// What a step does, in the window's language.
    String label(Object step);
  }

  private record Found(Steps list, Object step) {
    String label() {
      return list.label(step);
    }
  }

  UndoOrder() {}

  /// Takes these steps into the order from now on.
  public void add(Steps list) {
    lists.add(list);
    list.changes().addListener((property, was, is) -> look());
    look();
  }

  /// What [#undo()] would undo; empty when there is nothing.
  public ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /// What [#redo()] would do again; empty when there is nothing.
  public ReadOnlyObjectProperty<Optional<String>> redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /// Undoes the last step of all lists.
  public void undo() {
    last().ifPresent(found -> found.list().undo());
  }

  /// Makes again what was undone last: it becomes the last thing done.
  public void redo() {
    next()
        .ifPresent(
            found -> {
              times.put(found.step(), ++now);
              found.list().redo();
            });
  }

  private Optional<Found> last() {
    return pick(list -> list.done() - 1, found -> time(times, found));
  }

  private Optional<Found> next() {
    return pick(Steps::done, found -> time(undone, found))
        .filter(found -> time(undone, found) > newest);
  }

  /// The latest.
  private Optional<Found> pick(ToIntFunction<Steps> place, ToLongFunction<Found> order) {
    return lists.stream()
        .flatMap(
            list -> {
              int at = place.applyAsInt(list);
              return at >= 0 && at < list.steps().size()
                  ? Stream.of(new Found(list, list.steps().get(at)))
                  : Stream.empty();
            })
        .max(Comparator.comparingLong(order));
  }

  private static long time(IdentityHashMap<Object, Long> when, Found found) {
    return when.getOrDefault(found.step(), 0L);
  }

  private long made() {
    newest = ++now;
    return newest;
  }

  private void look() {
    IdentityHashMap<Object, Long> known = new IdentityHashMap<>();
    IdentityHashMap<Object, Long> knownUndone = new IdentityHashMap<>();
    for (Steps list : lists) {
      List<?> steps = list.steps();
      for (Object step : steps) {
        known.put(step, times.containsKey(step) ? times.get(step) : made());
      }
      // What is undone together is undone from the last one back.
      for (Object step : steps.subList(list.done(), steps.size()).reversed()) {
        knownUndone.put(step, undone.containsKey(step) ? undone.get(step) : ++now);
      }
    }
    times = known;
    undone = knownUndone;
    undoable.set(last().map(Found::label));
    redoable.set(next().map(Found::label));
  }
}
