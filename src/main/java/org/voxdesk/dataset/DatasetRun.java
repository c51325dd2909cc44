package org.voxdesk.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.export.PatientKey;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.ResampleException;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;

/// Makes a dataset, or goes on with one: every nodule of the annotations whose series is in a
/// library becomes a cube in `cubes/`, and the cubes are listed in `manifest.csv`.
///
/// Of one of several shares the list is `manifest-1of4.csv` and so on, which is there when the
/// share has ended; when all are there, `manifest.csv` is made of them.
///
/// Cubes that are there and whole are kept, what an interrupted run left is taken away, damaged
/// cubes are made again. The same request gives the same files, byte for byte, however often it was
/// interrupted. What cannot be made does not keep the rest from being made.
public final class DatasetRun {
  private DatasetRequest request;
  private final Library library;
  private final Annotations annotations;
  private final List<Sentence> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<Sentence> remarks = new ArrayList<>();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger repaired = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private String fingerprint = "";
  private int kept;

  public DatasetRun(DatasetRequest request, Library library, Annotations annotations) {
    this.request = request;
    this.library = library;
    this.annotations = annotations;
  }

  /// One series with its nodules by the names of their cubes.
  private record Work(
      Series series, SliceStack stack, SeriesCubes cubes, Map<String, Annotation> nodules) {}

  /// Makes what is not there yet.
  ///
  /// @throws ExplainedException if the folder cannot be written in
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted; what is made
  ///   stays
  public DatasetResult run(Progress progress, Parallel parallel) throws ExplainedException {
    request = request.withKey(PatientKey.of(request.key(), request.folder()).secret());
    fingerprint = request.fingerprint();
    failures.addAll(annotations.leftOut());
    Manifest manifest = Manifest.open(request.folder(), request.shard());
    boolean isWhole = request.shard().count() == 1;
    List<Path> shares = isWhole ? manifest.takeOver() : List.of();
    List<Work> all = works();
    removeLeftovers(all);
    int total = all.stream().mapToInt(work -> work.nodules().size()).sum();
    for (Work work : all) {
      progress.checkCancelled();
      series(work, total, progress, parallel);
      list(work, manifest);
      if (isWhole) {
        manifest.save();
      }
    }
    manifest.save();
    if (isWhole) {
      manifest.remove(shares);
    } else {
      Manifest.join(request.folder(), request.shard());
    }
    return new DatasetResult(written.get(), repaired.get(), kept, failures, remarks);
  }

  private void removeLeftovers(List<Work> all) throws ExplainedException {
    Set<String> names = new HashSet<>();
    all.forEach(work -> names.addAll(work.nodules().keySet()));
    try {
      Leftovers.remove(request.cubes(), names);
    } catch (IOException e) {
      throw new ExplainedException(
          Sentence.of("dataset.manifest", request.cubes(), String.valueOf(e.getMessage())), e);
    }
  }

  private void list(Work work, Manifest manifest) {
    Series series = work.series();
    String patient = StackSource.patientId(series.first().text(Tag.PATIENT_ID), series.uid());
    String split = annotations.splits().getOrDefault(series.uid(), request.split(patient));
    for (String name : work.nodules().keySet()) {
      StoredCube.read(request.cubes(), name).ifPresent(cube -> manifest.put(name, cube, split));
    }
  }

  /// What this share has to do, in the order of series UIDs.
  private List<Work> works() {
    List<Work> works = new ArrayList<>();
    var shares = new Shares(annotations, request.shard());
    for (String uid : annotations.seriesUids().stream().sorted().toList()) {
      if (!shares.reaches(uid)) {
        continue;
      }
      Optional<Work> found =
          library.series().stream()
              .filter(series -> series.uid().equals(uid))
              .flatMap(series -> work(series).stream())
              .max(Comparator.comparingInt(work -> work.stack().slices().size()));
      if (found.isPresent()) {
        nodules(found.get(), shares);
        works.add(found.get());
      } else {
        failures.add(Sentence.of("dataset.no.series", uid));
      }
    }
    return works;
  }

  private Optional<Work> work(Series series) {
    try {
      SliceStack stack = SliceStack.of(series);
      SeriesCubes cubes = new SeriesCubes(request, series, stack);
      return Optional.of(new Work(series, stack, cubes, new LinkedHashMap<>()));
    } catch (DicomException e) {
      remarks.add(Sentence.of("dataset.series", series.uid(), e.sentence()));
      return Optional.empty();
    }
  }

  private void nodules(Work work, Shares shares) {
    Map<String, Annotation> all = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (Annotation nodule : work.cubes().nodules(annotations)) {
      String name = CubeNames.of(nodule);
      if (all.putIfAbsent(name, nodule) != null) {
        twice.add(name);
      }
    }
    int number = 0;
    for (Map.Entry<String, Annotation> nodule : all.entrySet()) {
      if (shares.has(work.series().uid(), number++, all.size())) {
        work.nodules().put(nodule.getKey(), nodule.getValue());
        if (twice.contains(nodule.getKey())) {
          remarks.add(Sentence.of("dataset.twice", nodule.getKey()));
        }
      }
    }
  }

  private void series(Work work, int total, Progress progress, Parallel parallel) {
    List<String> missing = new ArrayList<>();
    for (String name : work.nodules().keySet()) {
      if (isMissing(name)) {
        missing.add(name);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    try {
      Volume volume = VolumeBuilder.build(work.stack(), Progress.NONE, parallel);
      ResampledGrid grid = Resampler.grid(volume, request.cube().grid());
      parallel.forEach(
          missing.size(),
          n -> {
            progress.checkCancelled();
            make(work.cubes(), grid, missing.get(n), work.nodules().get(missing.get(n)));
            progress.report(kept + done.incrementAndGet(), total);
          });
    } catch (DicomException | ResampleException e) {
      failures.add(
          Sentence.of("dataset.series.lost", work.series().uid(), e.sentence(), missing.size()));
    }
  }

  private boolean isMissing(String name) {
    Optional<StoredCube> stored = StoredCube.read(request.cubes(), name);
    if (stored.isEmpty()) {
      return true;
    }
    if (!stored.get().isMadeWith(fingerprint)) {
      if (!request.options().overwrite()) {
        failures.add(Sentence.of("dataset.other", name));
      }
      return request.options().overwrite();
    }
    if (stored.get().isWhole(request.cubes())) {
      kept++;
      return false;
    }
    repaired.incrementAndGet();
    return true;
  }

  private void make(SeriesCubes cubes, ResampledGrid grid, String name, Annotation nodule) {
    try {
      cubes.write(grid, name, nodule, fingerprint);
      written.incrementAndGet();
    } catch (ExplainedException e) {
      failures.add(Sentence.of("dataset.cube", name, e.sentence()));
    }
  }
}
