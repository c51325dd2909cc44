package org.voxdesk.app.tags;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.dicom.Level;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Study;

/// How far an attribute of a level speaks.
final class Reach {
  private Reach() {}

  /// `images` with all others of the same patients, studies or series, as `level` says; of images
  /// and meta headers no others.
  static List<Instance> of(Library library, Level level, List<Instance> images) {
    if (level == Level.IMAGE || level == Level.META) {
      return images;
    }
    Set<Path> wanted = images.stream().map(Instance::path).collect(Collectors.toSet());
    return groups(library, level)
        .filter(group -> group.stream().anyMatch(i -> wanted.contains(i.path())))
        .flatMap(List::stream)
        .toList();
  }

  private static Stream<List<Instance>> groups(Library library, Level level) {
    return switch (level) {
      case PATIENT ->
          library.patients().stream()
              .map(p -> p.studies().stream().flatMap(s -> images(s).stream()).toList());
      case STUDY ->
          library.patients().stream().flatMap(p -> p.studies().stream()).map(Reach::images);
      case SERIES -> library.series().stream().map(s -> s.instances());
      case IMAGE, META -> Stream.empty();
    };
  }

  private static List<Instance> images(Study study) {
    return study.series().stream().flatMap(s -> s.instances().stream()).toList();
  }
}
