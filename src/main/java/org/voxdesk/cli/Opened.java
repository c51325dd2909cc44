package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.export.CubeSource;
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
  static Library library(List<Path> paths) throws ExplainedException {
    requireExisting(paths);
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Reading")) {
      return Library.scan(paths, progress, processors.parallel());
    }
  }

  /// Every file in `paths` for its own sake, a DICOMDIR like any other.
  ///
  /// @throws ExplainedException if one of them does not exist
  static Library files(List<Path> paths) throws ExplainedException {
    requireExisting(paths);
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Reading")) {
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

  /// The volume of the only series in `path` that makes one, or of the one with `seriesUid`.
  ///
  /// @param seriesUid empty for the only one
  /// @throws ExplainedException if there is none, or more than one to choose from
  static Opened volume(Path path, String seriesUid) throws ExplainedException {
    Library library = library(List.of(path));
    List<Series> wanted =
        library.series().stream()
            .filter(s -> seriesUid.isEmpty() || s.uid().equals(seriesUid))
            .toList();
    var stacks = new ArrayList<SliceStack>();
    var uids = new ArrayList<String>();
    ExplainedException reason = nothing(path, library, seriesUid);
    for (Series series : wanted) {
      try {
        stacks.add(SliceStack.of(series));
        uids.add(series.uid());
      } catch (DicomException e) {
        reason = e;
      }
    }
    if (stacks.isEmpty()) {
      throw reason;
    }
    if (stacks.size() > 1) {
      throw new ExplainedException(
          Sentence.of("cli.several.series", path, String.join(", ", uids)));
    }
    try (var processors = new Processors();
        var progress = new ConsoleProgress("Reading")) {
      Volume volume = VolumeBuilder.build(stacks.getFirst(), progress, processors.parallel());
      return new Opened(stacks.getFirst(), volume, uids.getFirst());
    }
  }

  private static ExplainedException nothing(Path path, Library library, String seriesUid) {
    if (!library.series().isEmpty()) {
      return new ExplainedException(Sentence.of("cli.no.such.series", path, seriesUid));
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

  /// The exit code of a command that made something of the stack: 1 where slices were left out, so
  /// that a script notices, as after an edit that could not be made in every file.
  int exitCode() {
    return stack.leftOut().isEmpty() ? 0 : 1;
  }

  /// The identifiers that go into a cube's sidecar.
  CubeSource source() {
    return new CubeSource(
        seriesUid, stack.slices().stream().map(s -> s.text(Tag.SOP_INSTANCE_UID)).toList());
  }
}
