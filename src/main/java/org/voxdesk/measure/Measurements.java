package org.voxdesk.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Everything that has been measured in all open series, and the steps that undo and redo it.
/// Immutable: every change gives another object.
public final class Measurements {
  /// Nothing measured.
  public static final Measurements EMPTY = new Measurements(Map.of(), List.of(), 0);

  private final Map<String, List<Measurement>> series;
  private final List<Step> steps;
  private final int done;

  /// One change. The same object for as long as it can be undone or redone.
  ///
  /// @param seriesUid the series it is in
  /// @param at its place in the list of that series
  /// @param before as it was; empty where it is new
  /// @param after as it is; empty where it was deleted
  public record Step(
      String seriesUid, int at, Optional<Measurement> before, Optional<Measurement> after) {}

  private Measurements(Map<String, List<Measurement>> series, List<Step> steps, int done) {
    this.series = Map.copyOf(series);
    this.steps = List.copyOf(steps);
    this.done = done;
  }

  /// The measurements of a series, in the order they were made.
  public List<Measurement> of(String seriesUid) {
    return series.getOrDefault(seriesUid, List.of());
  }

  /// The measurement with this id, where the series has it.
  public Optional<Measurement> find(String seriesUid, UUID id) {
    return of(seriesUid).stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /// These with what was kept for a series, which is no step that could be undone.
  public Measurements loaded(String seriesUid, List<Measurement> kept) {
    var all = new HashMap<>(series);
    all.put(seriesUid, List.copyOf(kept));
    return new Measurements(all, steps, done);
  }

  /// These without what was measured in other series than these, and without its steps.
  public Measurements only(Set<String> seriesUids) {
    var kept = new HashMap<>(series);
    kept.keySet().retainAll(seriesUids);
    var steps = this.steps.stream().filter(s -> seriesUids.contains(s.seriesUid())).toList();
    long made =
        this.steps.subList(0, done).stream()
            .filter(s -> seriesUids.contains(s.seriesUid()))
            .count();
    return new Measurements(kept, steps, (int) made);
  }

  /// These with one more step: `measurement` added, or in the place of the one with its id; these
  /// themselves where nothing changes.
  public Measurements with(String seriesUid, Measurement measurement) {
    List<Measurement> list = of(seriesUid);
    int at = indexOf(list, measurement.id());
    if (at < 0) {
      return with(new Step(seriesUid, list.size(), Optional.empty(), Optional.of(measurement)));
    }
    return list.get(at).equals(measurement)
        ? this
        : with(new Step(seriesUid, at, Optional.of(list.get(at)), Optional.of(measurement)));
  }

  /// These with one more step: without the measurement of that id; these themselves where there is
  /// none.
  public Measurements without(String seriesUid, UUID id) {
    List<Measurement> list = of(seriesUid);
    int at = indexOf(list, id);
    return at < 0
        ? this
        : with(new Step(seriesUid, at, Optional.of(list.get(at)), Optional.empty()));
  }

  /// All steps, those that have been made first, then those that have been undone.
  public List<Step> steps() {
    return steps;
  }

  /// How many of the steps have been made.
  public int done() {
    return done;
  }

  /// These with the last step undone; these themselves where there is none.
  public Measurements undo() {
    if (done == 0) {
      return this;
    }
    Step step = steps.get(done - 1);
    return new Measurements(changed(step, step.after(), step.before()), steps, done - 1);
  }

  /// These with the last undone step made again; these themselves where there is none.
  public Measurements redo() {
    if (done == steps.size()) {
      return this;
    }
    Step step = steps.get(done);
    return new Measurements(changed(step, step.before(), step.after()), steps, done + 1);
  }

  private Measurements with(Step step) {
    var all = new ArrayList<>(steps.subList(0, done));
    all.add(step);
    return new Measurements(series, all, done).redo();
  }

  private Map<String, List<Measurement>> changed(
      Step step, Optional<Measurement> was, Optional<Measurement> is) {
    var list = new ArrayList<>(of(step.seriesUid()));
    was.ifPresent(gone -> list.removeIf(m -> m.id().equals(gone.id())));
    is.ifPresent(here -> list.add(Math.min(step.at(), list.size()), here));
    var all = new HashMap<>(series);
    all.put(step.seriesUid(), List.copyOf(list));
    return all;
  }

  private static int indexOf(List<Measurement> list, UUID id) {
    for (int at = 0; at < list.size(); at++) {
      if (list.get(at).id().equals(id)) {
        return at;
      }
    }
    return -1;
  }
}
