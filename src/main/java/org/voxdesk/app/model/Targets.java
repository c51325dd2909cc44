package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;

/// The images that are described and edited together: the one that is looked at, all of its series,
/// study or patient, or those that were chosen one by one. Follows the session; used on the
/// window's thread.
public final class Targets {
  private final Session session;
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.IMAGE);
  private final ReadOnlyObjectWrapper<List<Instance>> images =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<Path> chosen = List.of();

  /// How far the targets reach from the image that is looked at.
  public enum Scope {
    IMAGE,
    SERIES,
    STUDY,
    PATIENT,
    /// Not so, but what was chosen.
    CHOSEN
  }

  Targets(Session session) {
    this.session = session;
    session.instanceProperty().addListener((property, was, is) -> follow());
    session.seriesProperty().addListener((property, was, is) -> follow());
    session.libraryProperty().addListener((property, was, is) -> follow());
    scope.addListener((property, was, is) -> follow());
  }

  /// How far they reach.
  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /// The images as they were read, in the order of the library.
  public ReadOnlyObjectProperty<List<Instance>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /// The images as they are now, edits included.
  public List<Instance> current() {
    return images.get().stream().map(session::current).toList();
  }

  /// Makes these images the targets.
  public void choose(Collection<Instance> wanted) {
    chosen = wanted.stream().map(Instance::path).toList();
    scope.set(Scope.CHOSEN);
    follow();
  }

  private void follow() {
    List<Instance> wanted = wanted();
    if (!wanted.equals(images.get())) {
      images.set(wanted);
    }
  }

  private List<Instance> wanted() {
    Optional<Series> looked = session.seriesProperty().get();
    Library library = session.libraryProperty().get();
    return switch (scope.get()) {
      case IMAGE -> session.instanceProperty().get().stream().toList();
      case SERIES -> looked.map(library::whole).orElse(List.of());
      case STUDY -> looked.stream().flatMap(s -> studies(library, s)).flatMap(Targets::of).toList();
      case PATIENT ->
          looked.stream()
              .flatMap(s -> patients(library, s))
              .flatMap(p -> p.studies().stream())
              .flatMap(Targets::of)
              .toList();
      case CHOSEN -> chosen(library);
    };
  }

  private List<Instance> chosen(Library library) {
    Map<Path, Instance> known = new HashMap<>();
    library.instances().forEach(i -> known.put(i.path(), i));
    return chosen.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private static Stream<Study> studies(Library library, Series series) {
    return library.patients().stream()
        .flatMap(p -> p.studies().stream())
        .filter(s -> s.series().contains(series));
  }

  private static Stream<Patient> patients(Library library, Series series) {
    return library.patients().stream()
        .filter(p -> p.studies().stream().anyMatch(s -> s.series().contains(series)));
  }

  private static Stream<Instance> of(Study study) {
    return study.series().stream().flatMap(s -> s.instances().stream());
  }
}
