package org.voxdesk.app.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.measure.Anchor;
import org.voxdesk.measure.KeyImage;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;

/// The images that are marked to come back to: marks the one that is looked at, and goes from one
/// to the next.
final class KeyImages {
  private final MeasureViewModel model;
  private final ObservableValue<Optional<Picture>> picture;

  private KeyImages(MeasureViewModel model, ObservableValue<Optional<Picture>> picture) {
    this.model = model;
    this.picture = picture;
  }

  /// Binds the commands to what `picture` shows.
  static void bind(MeasureViewModel model, ObservableValue<Optional<Picture>> picture) {
    KeyImages keys = new KeyImages(model, picture);
    Commands commands = model.app().services().commands();
    commands.bindChoice(
        Command.KEY_IMAGE,
        keys::toggle,
        Bindings.createObjectBinding(() -> keys.ground().isPresent(), picture),
        Bindings.createObjectBinding(() -> keys.here().isPresent(), picture, model.allProperty()));
    ObservableValue<Boolean> any =
        Bindings.createObjectBinding(() -> !keys.all().isEmpty(), model.listed());
    commands.bind(Command.KEY_PREVIOUS, () -> keys.go(-1), any);
    commands.bind(Command.KEY_NEXT, () -> keys.go(1), any);
  }

  private void toggle() {
    Optional<Measurement> marked = here();
    ground()
        .ifPresent(
            ground ->
                marked.ifPresentOrElse(
                    mark -> model.delete(ground.seriesUid(), mark.id()),
                    () -> model.put(ground.seriesUid(), ground.measured(new KeyImage()))));
  }

  /// The image that is shown; a plane through a volume is none.
  private Optional<Ground> ground() {
    return picture
        .getValue()
        .flatMap(p -> model.ground(p.slice()))
        .filter(ground -> ground.anchor() instanceof Anchor.OnImage);
  }

  /// The mark of the image that is shown.
  private Optional<Measurement> here() {
    return ground()
        .flatMap(
            ground ->
                model.allProperty().get().of(ground.seriesUid()).stream()
                    .filter(m -> m.shape().kind() == Kind.KEY_IMAGE)
                    .filter(m -> m.anchor().equals(ground.anchor()))
                    .findFirst());
  }

  /// The marks of the series that is looked at, in the order of its images.
  private List<Measurement> all() {
    return model.listed().stream()
        .filter(m -> m.shape().kind() == Kind.KEY_IMAGE)
        .flatMap(m -> model.order(m).stream().mapToObj(at -> new Mark(at, m)))
        .sorted()
        .map(Mark::measurement)
        .toList();
  }

  private record Mark(long at, Measurement measurement) implements Comparable<Mark> {
    @Override
    public int compareTo(Mark other) {
      return Long.compare(at, other.at);
    }
  }

  /// To the next marked image before or after the one that is shown, from the last to the first.
  private void go(int by) {
    List<Measurement> marks = all();
    long at = ground().map(g -> model.order(g.anchor()).orElse(-1)).orElse(-1L);
    Stream<Measurement> ordered = by > 0 ? marks.stream() : marks.reversed().stream();
    ordered
        .filter(m -> by * Long.compare(model.order(m).orElse(-1), at) > 0)
        .findFirst()
        .or(
            () ->
                marks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(by > 0 ? marks.getFirst() : marks.getLast()))
        .ifPresent(model::go);
  }
}
