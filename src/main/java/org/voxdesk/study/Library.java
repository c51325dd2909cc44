package org.voxdesk.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.voxdesk.dicom.Tag;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// What is open: patients with their studies, series and images, and the files that were left out.
/// Immutable.
///
/// @param patients by name
/// @param leftOut files that are no DICOM or cannot be read, with the reason
public record Library(List<Patient> patients, List<LeftOut> leftOut) {
  public static final Library EMPTY = new Library(List.of(), List.of());

  public Library {
    patients = List.copyOf(patients);
    leftOut = List.copyOf(leftOut);
  }

  /// Reads every file in `paths` and in the folders among them, the files that a DICOMDIR among
  /// them lists in its own folder, and those in ZIP archives, which are unpacked into a private
  /// folder until the program ends ([Source#ARCHIVE]). Grey PNG pictures in a folder without DICOM
  /// are the slices of a series ([PictureStack]). A file is DICOM by its content; its name does not
  /// matter. One that cannot be used does not keep the others from being read.
  ///
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Library scan(List<Path> paths, Progress progress, Parallel parallel) {
    return scan(paths, soFar -> {}, progress, parallel);
  }

  /// The same; where reading takes long enough to be waited for, `glimpse` gets what has been read
  /// so far again and again, on the calling thread. What is in a glimpse is in the end, too.
  public static Library scan(
      List<Path> paths, Consumer<Library> glimpse, Progress progress, Parallel parallel) {
    return new Scan(true, glimpse, progress, parallel).of(paths);
  }

  /// Reads every file in `paths` and in the folders among them for its own sake: a DICOMDIR is one
  /// of them, and what it lists is not looked for.
  ///
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Library scanFiles(List<Path> paths, Progress progress, Parallel parallel) {
    return new Scan(false, soFar -> {}, progress, parallel).of(paths);
  }

  /// Groups instances by patient, study and series.
  public static Library of(Collection<Instance> instances, Collection<LeftOut> leftOut) {
    return ofListed(instances.stream().map(Listed::of).toList(), leftOut);
  }

  static Library ofListed(List<Listed> images, Collection<LeftOut> leftOut) {
    var patients = new ArrayList<Patient>();
    for (var ofPatient : group(images, Listed::patient).values()) {
      var studies = new ArrayList<Study>();
      for (var ofStudy : group(ofPatient, Listed::study).entrySet()) {
        var series = new ArrayList<Series>();
        for (var ofSeries : group(ofStudy.getValue(), Listed::series).entrySet()) {
          series.addAll(SeriesParts.of(ofSeries.getKey(), ofSeries.getValue()));
        }
        series.sort(
            Comparator.comparingInt(
                    (Series s) -> s.first().dataSet().integer(Tag.SERIES_NUMBER).orElse(0))
                .thenComparing(Series::uid));
        studies.add(new Study(ofStudy.getKey(), series));
      }
      studies.sort(Comparator.comparing(Study::date).thenComparing(Study::uid));
      String id = ofPatient.getFirst().instance().text(Tag.PATIENT_ID);
      patients.add(new Patient(id, studies));
    }
    patients.sort(Comparator.comparing(Patient::name).thenComparing(Patient::id));
    return new Library(patients, List.copyOf(leftOut));
  }

  private static Map<String, List<Listed>> group(
      List<Listed> images, Function<Listed, String> key) {
    var groups = new LinkedHashMap<String, List<Listed>>();
    for (Listed image : images) {
      groups.computeIfAbsent(key.apply(image), k -> new ArrayList<>()).add(image);
    }
    return groups;
  }

  /// This library with `added` in it; of a file that is in both, the newer reading.
  public Library with(Library added) {
    if (equals(EMPTY)) {
      return added;
    }
    var instances = new LinkedHashMap<Path, Instance>();
    this.instances().forEach(i -> instances.put(i.path(), i));
    added.instances().forEach(i -> instances.put(i.path(), i));
    var out = new LinkedHashMap<Path, LeftOut>();
    leftOut.forEach(file -> out.put(file.path(), file));
    added.leftOut().forEach(file -> out.put(file.path(), file));
    out.keySet().removeAll(instances.keySet());
    return of(instances.values(), out.values());
  }

  /// This library without these files.
  public Library without(Collection<Path> paths) {
    var gone = new HashSet<>(paths);
    return of(instances().stream().filter(i -> !gone.contains(i.path())).toList(), leftOut);
  }

  /// The series, or part of one, that holds the file; empty where none does.
  public Optional<Series> home(Path file) {
    return series().stream()
        .filter(s -> s.instances().stream().anyMatch(i -> i.path().equals(file)))
        .findFirst();
  }

  /// Every image of the series that `part` is a part of, in the order they are shown; of a whole
  /// series its own.
  public List<Instance> whole(Series part) {
    return patients.stream()
        .flatMap(p -> p.studies().stream())
        .filter(study -> study.series().contains(part))
        .flatMap(study -> study.series().stream())
        .filter(other -> other.uid().equals(part.uid()))
        .flatMap(other -> other.instances().stream())
        .toList();
  }

  /// Every series, its parts one by one, in the order they are shown.
  public List<Series> series() {
    return patients.stream()
        .flatMap(p -> p.studies().stream())
        .flatMap(s -> s.series().stream())
        .toList();
  }

  /// Every instance, in the order they are shown.
  public List<Instance> instances() {
    return series().stream().flatMap(s -> s.instances().stream()).toList();
  }
}
