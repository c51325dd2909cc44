package org.voxdesk.app.library;

import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.app.model.Targets;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;

/// One row of the library's tree.
sealed interface LibraryItem {
  /// The series to look at when the row is selected.
  Optional<Series> series();

  /// Every image below it.
  Stream<Instance> images();

  /// How far an edit of it reaches.
  Targets.Scope scope();

  /// The invisible row above all patients.
  record Root() implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return Optional.empty();
    }

    @Override
    public Stream<Instance> images() {
      return Stream.empty();
    }

    @Override
    public Targets.Scope scope() {
      return Targets.Scope.CHOSEN;
    }
  }

  /// A patient.
  record OfPatient(Patient patient) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return patient.studies().stream().flatMap(s -> s.series().stream()).findFirst();
    }

    @Override
    public Stream<Instance> images() {
      return patient.studies().stream().flatMap(s -> new OfStudy(s).images());
    }

    @Override
    public Targets.Scope scope() {
      return Targets.Scope.PATIENT;
    }
  }

  /// A study.
  record OfStudy(Study study) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return study.series().stream().findFirst();
    }

    @Override
    public Stream<Instance> images() {
      return study.series().stream().flatMap(s -> s.instances().stream());
    }

    @Override
    public Targets.Scope scope() {
      return Targets.Scope.STUDY;
    }
  }

  /// A series, or a part of one; edits of it reach the whole series.
  record OfSeries(Series shown) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return Optional.of(shown);
    }

    @Override
    public Stream<Instance> images() {
      return shown.instances().stream();
    }

    @Override
    public Targets.Scope scope() {
      return Targets.Scope.SERIES;
    }
  }

  /// An image.
  record OfImage(Series home, Instance image) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return Optional.of(home);
    }

    @Override
    public Stream<Instance> images() {
      return Stream.of(image);
    }

    @Override
    public Targets.Scope scope() {
      return Targets.Scope.IMAGE;
    }
  }
}
