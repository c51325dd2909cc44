package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.dataset.StackSource;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Tag;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.ExportException;
import org.voxdesk.export.PatientKey;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Work;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;

/// The volume of the series that is looked at, read in the background and read again when an edit
/// changes its pixels or their place. Used on the window's thread.
public final class SeriesVolume {
  /// The elements that a volume is made of.
  private static final Set<Tag> MADE_OF =
      Set.of(
          Tag.PIXEL_DATA,
          Tag.ROWS,
          Tag.COLUMNS,
          Tag.BITS_ALLOCATED,
          Tag.BITS_STORED,
          Tag.HIGH_BIT,
          Tag.PIXEL_REPRESENTATION,
          Tag.PIXEL_SPACING,
          Tag.PIXEL_PADDING_VALUE,
          Tag.IMAGE_POSITION_PATIENT,
          Tag.IMAGE_ORIENTATION_PATIENT,
          Tag.INSTANCE_NUMBER,
          Tag.RESCALE_SLOPE,
          Tag.RESCALE_INTERCEPT);

  private final Services services;
  private final Session session;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
  private final ReadOnlyObjectWrapper<State> whole = new ReadOnlyObjectWrapper<>(new State.None());
  private List<List<Optional<DataElement>>> madeOf = List.of();
  private boolean waiting;

  /// Whether there is a volume.
  public sealed interface State {
    /// No series is looked at.
    record None() implements State {}

    /// It is being read.
    record Reading() implements State {}

    /// It is there, with the stack it was read from, edits included; slices that cannot be read are
    /// missing in it.
    record Ready(Volume volume, SliceStack stack) implements State {
      /// What cubes of it are cut from. Blocks; for any thread.
      ///
      /// @param key the secret of the patient's code; empty for the one of `folder`, which is made
      ///   if it is missing
      /// @param folder where the cubes go
      /// @throws ExportException if the key of the folder cannot be read or made
      public CubeSource source(String key, Path folder) throws ExportException {
        return StackSource.of(stack, PatientKey.of(key, folder));
      }
    }

    /// The series makes no volume.
    record Impossible(Sentence reason) implements State {}
  }

  /// Follows the session.
  SeriesVolume(Services services, Session session) {
    this.services = services;
    this.session = session;
    session.seriesProperty().addListener((property, was, is) -> follow());
    session.historyProperty().addListener((property, was, is) -> follow());
    session.openingProperty().addListener((property, was, is) -> follow());
  }

  /// What there is at the moment, values as fine as they are: [Volume#step].
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The same in whole output units, which cubes are made of: most often the same volume.
  public ReadOnlyObjectProperty<State> wholeProperty() {
    return whole.getReadOnlyProperty();
  }

  private void set(State both) {
    state.set(both);
    whole.set(both);
  }

  private void follow() {
    Optional<Series> looked = session.seriesProperty().get();
    List<Instance> images =
        looked.map(s -> s.instances().stream().map(session::current).toList()).orElse(List.of());
    var parts =
        images.stream()
            .map(i -> MADE_OF.stream().map(tag -> i.dataSet().get(tag)).toList())
            .toList();
    if (parts.equals(madeOf) && !waiting) {
      return;
    }
    madeOf = parts;
    // More slices may arrive, with which everything would have to be read again.
    waiting = session.openingProperty().get() && !images.isEmpty();
    if (images.isEmpty()) {
      set(new State.None());
      return;
    }
    set(new State.Reading());
    if (waiting) {
      return;
    }
    Series series = new Series(looked.orElseThrow().uid(), looked.orElseThrow().part(), images);
    // The picture comes first, and the machine may have few cores.
    services
        .afterFrames()
        .execute(
            () -> {
              if (madeOf.equals(parts)) {
                read(series);
              }
            });
  }

  private void read(Series series) {
    read(
        progress -> {
          SliceStack stack = SliceStack.of(series);
          return new State.Ready(
              VolumeBuilder.buildFine(stack, progress, services.parallel()), stack);
        },
        this::shown);
  }

  private void shown(State is) {
    if (!(is instanceof State.Ready ready) || ready.volume().step() == 1) {
      set(is);
      return;
    }
    state.set(ready);
    SliceStack stack = ready.stack();
    read(
        progress ->
            new State.Ready(
                VolumeBuilder.buildReadable(stack, progress, services.parallel()), stack),
        whole::set);
  }

  private void read(Work<State.Ready> work, Consumer<State> taker) {
    var wanted = madeOf;
    services
        .tasks()
        .startLatest(SeriesVolume.class, services.text("task.volume"), work)
        .whenEnded(
            services.ui(),
            outcome -> {
              if (!madeOf.equals(wanted)) {
                // The series has been closed or edited meanwhile.
                return;
              }
              switch (outcome) {
                case Outcome.Success<State.Ready> ready -> taker.accept(ready.value());
                case Outcome.Failure<State.Ready> failed ->
                    taker.accept(impossible(failed.cause()));
                case Outcome.Cancelled<State.Ready> cancelled -> {}
              }
            });
  }

  private static State impossible(Throwable cause) {
    return new State.Impossible(
        cause instanceof ExplainedException explained
            ? explained.sentence()
            : Sentence.of("volume.failed", cause.toString()));
  }
}
