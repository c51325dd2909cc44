package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dataset.StackSource;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.PatientKey;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;

/// What commands open before they work on it.
///
/// @param stack the slices of the series that was chosen
/// @param volume their values
/// @param seriesUid its Series Instance UID
record Opened(SliceStack stack, Volume volume, String seriesUid) {
  /// Everything in `paths`, with what the DICOMDIRs among it list.
  ///
  /// @throws ExplainedException if one of them does not exist
  static Library library(Output output, List<Path> paths) throws ExplainedException {
    requireExisting(paths);
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.reading")) {
      return Library.scan(paths, progress, processors.parallel());
    }
  }

  /// Every file in `paths` for its own sake, a DICOMDIR like any other.
  ///
  /// @throws ExplainedException if one of them does not exist
  static Library files(Output output, List<Path> paths) throws ExplainedException {
    requireExisting(paths);
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.reading")) {
      return Library.scanFiles(paths, progress, processors.parallel());
    }
  }

  private static void requireExisting(List<Path> paths) throws ExplainedException {
    for (Path path : paths) {
      if (!path.toFile().exists()) {
        throw new ExplainedException(Sentence.of("file.missing", path));
      }
    }
  }

  /// A series, or part of one, that makes a volume.
  ///
  /// @param number which part of its series it is, from 1
  private record Candidate(Series series, int number, SliceStack stack) {
    /// How a user names it on the command line.
    Sentence named() {
      return series.isPart()
          ? Sentence.of("cli.part", series.uid(), number, words(series))
          : Sentence.of("cli.value", series.uid());
    }
  }

  /// What sets a part apart, in one line.
  static Sentence words(Series part) {
    return listed(part.part());
  }

  private static Sentence listed(List<Sentence> several) {
    return several.stream()
        .reduce((some, more) -> Sentence.of("report.list", some, more))
        .orElseThrow();
  }

  /// Which part of its series `part` is, from 1.
  static int number(Library library, Series part) {
    List<Series> parts = library.series().stream().filter(s -> s.uid().equals(part.uid())).toList();
    return parts.indexOf(part) + 1;
  }

  /// The volume of the only series in `path` that makes one, or of the one that is chosen. Of a
  /// series in parts it is the only part of several slices, or the one that is chosen.
  ///
  /// @throws ExplainedException if there is none, or more than one to choose from
  static Opened volume(Output output, Path path, GridOptions chosen) throws ExplainedException {
    Library library = library(output, List.of(path));
    var candidates = new ArrayList<Candidate>();
    ExplainedException reason = nothing(path, library, chosen);
    for (Series series : library.series()) {
      int number = number(library, series);
      if ((!chosen.series.isEmpty() && !series.uid().equals(chosen.series))
          || (chosen.part != 0 && number != chosen.part)) {
        continue;
      }
      try {
        candidates.add(new Candidate(series, number, SliceStack.of(series)));
      } catch (DicomException e) {
        reason = e;
      }
    }
    if (candidates.isEmpty()) {
      throw reason;
    }
    Candidate only = only(path, candidates);
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.reading")) {
      Volume volume = VolumeBuilder.build(only.stack(), progress, processors.parallel());
      return new Opened(only.stack(), volume, only.series().uid());
    }
  }

  private static Candidate only(Path path, List<Candidate> candidates) throws ExplainedException {
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    boolean oneSeries = candidates.stream().map(c -> c.series().uid()).distinct().count() == 1;
    // Localizers and other single images of a series are not what somebody wants a volume of.
    List<Candidate> stacks =
        candidates.stream().filter(c -> c.stack().slices().size() > 1).toList();
    if (oneSeries && stacks.size() == 1) {
      return stacks.getFirst();
    }
    throw new ExplainedException(
        Sentence.of(
            "cli.several.series",
            path,
            listed(candidates.stream().map(Candidate::named).toList())));
  }

  private static ExplainedException nothing(Path path, Library library, GridOptions chosen) {
    if (!library.series().isEmpty()) {
      return new ExplainedException(
          chosen.part == 0
              ? Sentence.of("cli.no.such.series", path, chosen.series)
              : Sentence.of("cli.no.such.part", path, chosen.part));
    }
    return library.leftOut().size() == 1
        ? new ExplainedException(library.leftOut().getFirst().reason())
        : new ExplainedException(
            Sentence.of("cli.nothing.to.open", path, library.leftOut().size()));
  }

  /// What of the series is worth a warning: slices left out, gaps, uneven steps, tilt.
  List<Sentence> warnings() {
    var warnings = new ArrayList<>(stack.findings());
    stack.leftOut().forEach(file -> warnings.add(file.reason()));
    return warnings;
  }

  /// The exit code of a command that made something of the stack: 1 where a slice of it is damaged,
  /// so that a script notices. Doubles and images of another kind are no part of the stack, and
  /// that they are left out is a warning.
  int exitCode() {
    boolean damaged =
        stack.leftOut().stream().anyMatch(out -> out.reason().key().equals("stack.cut.off"));
    return damaged ? Main.FAILED : 0;
  }

  /// What the cubes are cut from.
  ///
  /// @param key what the code of the patient is made with; empty for the key of the folder
  /// @param folder where they go
  /// @throws ExplainedException if the folder's key cannot be had
  CubeSource source(String key, Path folder) throws ExplainedException {
    return StackSource.of(stack, PatientKey.of(key, folder));
  }
}
