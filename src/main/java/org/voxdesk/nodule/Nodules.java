package org.voxdesk.nodule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.volume.Lps;

/// Every nodule of all open series, and the steps that undo and redo them. Immutable: every change
/// gives another object. That a cube was exported is no step, and stays through undo.
public final class Nodules {
  /// Nothing marked.
  public static final Nodules EMPTY = new Nodules(Map.of(), List.of(), 0);

  private final Map<String, List<Nodule>> series;
  private final List<Step> steps;
  private final int done;

  /// What a step does.
  public enum Kind {
    MARK,
    DELETE,
    MOVE,
    DIAMETER,
    LABEL,
    NOTE,
    READ
  }

  /// One change. The same object for as long as it can be undone or redone.
  ///
  /// @param number the nodule's number, or of [Kind#READ] how many were read
  /// @param before the lists of the series that it changes, as they were
  /// @param after the same as they are then
  public record Step(
      Kind kind, int number, Map<String, List<Nodule>> before, Map<String, List<Nodule>> after) {
    public Step {
      before = Map.copyOf(before);
      after = Map.copyOf(after);
    }
  }

  private Nodules(Map<String, List<Nodule>> series, List<Step> steps, int done) {
    this.series = Map.copyOf(series);
    this.steps = List.copyOf(steps);
    this.done = done;
  }

  /// The nodules of a series, in the order they were marked.
  public List<Nodule> of(String seriesUid) {
    return series.getOrDefault(seriesUid, List.of());
  }

  /// The nodules of all series.
  public List<Nodule> all() {
    return series.keySet().stream().sorted().flatMap(uid -> of(uid).stream()).toList();
  }

  public Optional<Nodule> find(UUID id) {
    return series.values().stream().flatMap(List::stream).filter(n -> n.id().equals(id)).findAny();
  }

  /// The number that the next nodule marked in a series gets.
  public int nextNumber(String seriesUid) {
    return 1 + of(seriesUid).stream().mapToInt(Nodule::number).max().orElse(0);
  }

  /// These with what was kept of a series, which is no step that could be undone. What has been
  /// marked there meanwhile comes after it.
  public Nodules loaded(String seriesUid, List<Nodule> kept) {
    Set<UUID> known = kept.stream().map(Nodule::id).collect(Collectors.toSet());
    List<Nodule> together = new ArrayList<>(kept);
    for (Nodule meanwhile : of(seriesUid)) {
      if (!known.contains(meanwhile.id())) {
        together.add(meanwhile.withNumber(next(together, meanwhile.number())));
      }
    }
    Map<String, List<Nodule>> all = new HashMap<>(series);
    all.put(seriesUid, List.copyOf(together));
    // Steps hold whole lists, and would take away what was kept.
    List<Step> others =
        steps.stream().filter(step -> !step.after().containsKey(seriesUid)).toList();
    return new Nodules(all, others, (int) made(others));
  }

  private static int next(List<Nodule> list, int wanted) {
    boolean taken = list.stream().anyMatch(n -> n.number() == wanted);
    return taken ? 1 + list.stream().mapToInt(Nodule::number).max().orElse(0) : wanted;
  }

  private long made(List<Step> of) {
    List<Step> before = steps.subList(0, done);
    return of.stream().filter(before::contains).count();
  }

  /// These without the nodules of other series than these, and without their steps.
  public Nodules only(Set<String> seriesUids) {
    Map<String, List<Nodule>> kept = new HashMap<>(series);
    kept.keySet().retainAll(seriesUids);
    List<Step> left =
        steps.stream().filter(step -> seriesUids.containsAll(step.after().keySet())).toList();
    return new Nodules(kept, left, (int) made(left));
  }

  /// These with one more, at a place of a series.
  public Nodules marked(Nodule nodule) {
    List<Nodule> list = new ArrayList<>(of(nodule.seriesUid()));
    list.add(nodule);
    return with(Kind.MARK, nodule.number(), Map.of(nodule.seriesUid(), list));
  }

  /// These without one.
  public Nodules without(Nodule nodule) {
    List<Nodule> list =
        of(nodule.seriesUid()).stream().filter(n -> !n.id().equals(nodule.id())).toList();
    return with(Kind.DELETE, nodule.number(), Map.of(nodule.seriesUid(), list));
  }

  public Nodules moved(Nodule nodule, Lps center) {
    return changed(Kind.MOVE, nodule, n -> n.withCenter(center));
  }

  public Nodules measured(Nodule nodule, OptionalDouble diameterMm) {
    return changed(Kind.DIAMETER, nodule, n -> n.withDiameter(diameterMm));
  }

  public Nodules labelled(Nodule nodule, String label) {
    return changed(Kind.LABEL, nodule, n -> n.withLabel(label));
  }

  public Nodules noted(Nodule nodule, String note) {
    return changed(Kind.NOTE, nodule, n -> n.withNote(note));
  }

  private Nodules changed(Kind kind, Nodule nodule, UnaryOperator<Nodule> change) {
    return with(kind, nodule.number(), Map.of(nodule.seriesUid(), replaced(nodule, change)));
  }

  private List<Nodule> replaced(Nodule nodule, UnaryOperator<Nodule> change) {
    return of(nodule.seriesUid()).stream()
        .map(n -> n.id().equals(nodule.id()) ? change.apply(n) : n)
        .toList();
  }

  /// What lists that were read say that series are for, by series; of the others nothing.
  public Map<String, String> splits() {
    return all().stream()
        .filter(n -> !n.split().isEmpty())
        .collect(Collectors.toMap(Nodule::seriesUid, Nodule::split, (first, other) -> first));
  }

  /// These with what files say of open series, in one step. What is marked within a hundredth of a
  /// millimetre already is left where it is.
  ///
  /// @param splits what the files say that series are for
  public Nodules read(Collection<Annotation> found, Map<String, String> splits) {
    Map<String, List<Nodule>> lists = new HashMap<>();
    int count = 0;
    for (Annotation one : found) {
      List<Nodule> list =
          lists.computeIfAbsent(one.seriesUid(), uid -> new ArrayList<>(of(one.seriesUid())));
      if (list.stream().noneMatch(n -> n.center().minus(one.centre()).length() < 0.01)) {
        list.add(Nodule.of(1 + list.stream().mapToInt(Nodule::number).max().orElse(0), one));
        count++;
      }
    }
    splits.forEach(
        (uid, split) -> {
          List<Nodule> list = lists.getOrDefault(uid, of(uid));
          lists.put(uid, list.stream().map(n -> n.withSplit(split)).toList());
        });
    lists.keySet().removeIf(uid -> lists.getOrDefault(uid, List.of()).equals(of(uid)));
    return with(Kind.READ, count, lists);
  }

  /// These with the last export of a nodule noted down; no step.
  public Nodules exported(Nodule nodule, Exported last) {
    Map<String, List<Nodule>> all = new HashMap<>(series);
    all.put(
        nodule.seriesUid(), List.copyOf(replaced(nodule, n -> n.withExported(Optional.of(last)))));
    return new Nodules(all, steps, done);
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
  public Nodules undo() {
    return done == 0 ? this : new Nodules(put(steps.get(done - 1).before()), steps, done - 1);
  }

  /// These with the last undone step made again; these themselves where there is none.
  public Nodules redo() {
    return done == steps.size() ? this : new Nodules(put(steps.get(done).after()), steps, done + 1);
  }

  private Nodules with(Kind kind, int number, Map<String, List<Nodule>> after) {
    Map<String, List<Nodule>> before =
        after.keySet().stream().collect(Collectors.toMap(uid -> uid, this::of));
    if (before.equals(after)) {
      return this;
    }
    Map<String, List<Nodule>> copies = new HashMap<>();
    after.forEach((uid, list) -> copies.put(uid, List.copyOf(list)));
    List<Step> made =
        Stream.concat(
                steps.subList(0, done).stream(), Stream.of(new Step(kind, number, before, copies)))
            .toList();
    return new Nodules(series, made, done).redo();
  }

  private Map<String, List<Nodule>> put(Map<String, List<Nodule>> lists) {
    Map<String, List<Nodule>> all = new HashMap<>(series);
    lists.forEach((uid, list) -> all.put(uid, list.stream().map(this::upToDate).toList()));
    return all;
  }

  private Nodule upToDate(Nodule nodule) {
    return find(nodule.id()).map(n -> nodule.withExported(n.exported())).orElse(nodule);
  }
}
