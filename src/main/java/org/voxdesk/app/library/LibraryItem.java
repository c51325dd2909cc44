package org.voxdesk.app.library;

import java.util.Optional;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;

/// One row of the library's tree.
sealed interface LibraryItem {
  /// The series to look at when the row is selected.
  Optional<Series> series();

  /// The invisible row above all patients.
  record Root() implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return Optional.empty();
    }
  }

  /// A patient.
  record OfPatient(Patient patient) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return patient.studies().stream().flatMap(s -> s.series().stream()).findFirst();
    }
  }

  /// A study.
  record OfStudy(Study study) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return study.series().stream().findFirst();
    }
  }

  /// A series.
  record OfSeries(Series shown) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return Optional.of(shown);
    }
  }

  /// An image.
  record OfImage(Series home, Instance image) implements LibraryItem {
    @Override
    public Optional<Series> series() {
      return Optional.of(home);
    }
  }
}
