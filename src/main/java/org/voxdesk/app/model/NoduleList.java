package org.voxdesk.app.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.nodule.Exported;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.nodule.Nodules;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Lps;

/// The nodules of everything that is open, and the one that is selected. Used on the window's
/// thread.
public final class NoduleList {
  private final Session session;
  private final ReadOnlyObjectWrapper<Nodules> all = new ReadOnlyObjectWrapper<>(Nodules.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Nodule>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Follows the session: what is closed is forgotten.
  NoduleList(Session session) {
    this.session = session;
    session.libraryProperty().addListener((property, was, is) -> forgetClosed(is));
  }

  private void forgetClosed(Library library) {
    put(all.get().only(library.series().stream().map(Series::uid).collect(Collectors.toSet())));
  }

  /// Every nodule of everything that is open.
  public ReadOnlyObjectProperty<Nodules> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// The nodule whose cube is shown, as it is now.
  public ReadOnlyObjectProperty<Optional<Nodule>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// The nodules of the series that is looked at.
  public List<Nodule> here() {
    return session.seriesProperty().get().map(s -> all.get().of(s.uid())).orElse(List.of());
  }

  /// Marks a nodule in the series that is looked at, and shows it.
  ///
  /// @return the nodule; empty where no series is looked at
  public Optional<Nodule> mark(Lps center) {
    return mark(center, OptionalDouble.empty());
  }

  /// The same where its diameter is known.
  public Optional<Nodule> mark(Lps center, OptionalDouble diameterMm) {
    return session.seriesProperty().get().map(series -> mark(series.uid(), center, diameterMm));
  }

  private Nodule mark(String seriesUid, Lps center, OptionalDouble diameterMm) {
    Nodule marked =
        Nodule.at(all.get().nextNumber(seriesUid), seriesUid, center).withDiameter(diameterMm);
    all.set(all.get().marked(marked));
    select(marked);
    return marked;
  }

  /// Forgets a nodule; its neighbour in the list is selected.
  public void remove(Nodule nodule) {
    List<Nodule> list = all.get().of(nodule.seriesUid());
    Optional<Nodule> next =
        Stream.of(1, -1)
            .map(step -> list.indexOf(nodule) + step)
            .filter(at -> at >= 0 && at < list.size())
            .map(list::get)
            .findFirst();
    boolean shown = selected.get().filter(n -> n.id().equals(nodule.id())).isPresent();
    put(all.get().without(nodule));
    if (shown) {
      next.ifPresent(this::select);
    }
  }

  public void move(Nodule nodule, Lps center) {
    put(all.get().moved(nodule, center));
  }

  public void measure(Nodule nodule, OptionalDouble diameterMm) {
    put(all.get().measured(nodule, diameterMm));
  }

  public void label(Nodule nodule, String label) {
    put(all.get().labelled(nodule, label));
  }

  public void note(Nodule nodule, String note) {
    put(all.get().noted(nodule, note.strip()));
  }

  /// Notes that a cube has been exported.
  public void exported(Nodule nodule, Exported last) {
    put(all.get().exported(nodule, last));
  }

  /// Takes over what files say of open series, in one step, and shows the first of them.
  ///
  /// @param splits what the files say that series are for
  /// @return how many of them were not marked before
  public int read(Collection<Annotation> found, Map<String, String> splits) {
    Nodules before = all.get();
    put(before.read(found, splits));
    here().stream().filter(n -> before.find(n.id()).isEmpty()).findFirst().ifPresent(this::select);
    return all.get().all().size() - before.all().size();
  }

  /// Takes over what was kept of a series.
  public void load(String seriesUid, List<Nodule> kept) {
    put(all.get().loaded(seriesUid, kept));
  }

  void undo() {
    step(Nodules::undo, Nodules::done);
  }

  void redo() {
    step(Nodules::redo, now -> now.done() - 1);
  }

  /// Shows what an undone or redone step was about.
  private void step(UnaryOperator<Nodules> change, ToIntFunction<Nodules> at) {
    Nodules changed = change.apply(all.get());
    if (changed.done() == all.get().done()) {
      return;
    }
    put(changed);
    Nodules.Step step = changed.steps().get(at.applyAsInt(changed));
    changed.all().stream()
        .filter(n -> step.after().containsKey(n.seriesUid()))
        .filter(n -> n.number() == step.number() && step.kind() != Nodules.Kind.READ)
        .findFirst()
        .ifPresent(this::select);
  }

  /// Selects a nodule, and looks at the image nearest to it if its series is looked at.
  public void select(Nodule wanted) {
    selected.set(all.get().find(wanted.id()));
    session
        .seriesProperty()
        .get()
        .filter(s -> s.uid().equals(wanted.seriesUid()))
        .ifPresent(
            s ->
                NearestImage.of(s, wanted.center())
                    .filter(image -> !session.instanceProperty().get().equals(Optional.of(image)))
                    .ifPresent(image -> session.select(s, image)));
  }

  private void put(Nodules changed) {
    if (changed == all.get()) {
      return;
    }
    Optional<UUID> id = selected.get().map(Nodule::id);
    all.set(changed);
    Optional<Nodule> now = id.flatMap(changed::find);
    if (!now.equals(selected.get())) {
      selected.set(now);
    }
  }
}
