package org.voxdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;

/// How far an edit of some files reaches.
enum Scope {
  IMAGE,
  SERIES,
  STUDY,
  PATIENT;

  /// The files that are meant, and those named that are no DICOM.
  record Selection(List<Instance> instances, List<LeftOut> leftOut) {}

  /// The files in `paths`; beyond [#IMAGE] also those in the same folders that belong to the same
  /// series, study or patient.
  ///
  /// @throws ExplainedException if a path does not exist
  Selection select(List<Path> paths, Output output) throws ExplainedException {
    Library named = Opened.files(output, paths);
    if (this == IMAGE) {
      return new Selection(named.instances(), named.leftOut());
    }
    Set<Path> folders = new LinkedHashSet<>();
    for (Path path : paths) {
      folders.add(
          Files.isDirectory(path)
              ? path
              : Optional.ofNullable(path.getParent()).orElse(Path.of(".")));
    }
    Set<String> keys = named.instances().stream().map(this::key).collect(Collectors.toSet());
    List<Instance> all =
        Opened.library(output, List.copyOf(folders)).instances().stream()
            .filter(i -> keys.contains(key(i)))
            .toList();
    return new Selection(all, named.leftOut());
  }

  private String key(Instance instance) {
    return switch (this) {
      case IMAGE -> instance.path().toString();
      case SERIES -> instance.text(Tag.SERIES_INSTANCE_UID);
      case STUDY -> instance.text(Tag.STUDY_INSTANCE_UID);
      case PATIENT -> instance.text(Tag.PATIENT_ID);
    };
  }
}
