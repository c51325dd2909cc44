package org.voxdesk.app.measure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.app.model.Session;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.study.Source;

/// Finds the open images that measurements are bound to, as they were read.
final class Homes {
  private final Session session;
  private final Map<Path, Home> byPath = new HashMap<>();
  private final Map<String, Home> byUid = new HashMap<>();

  /// An image and the series it is in.
  record Home(Series series, Instance image) {}

  Homes(Session session) {
    this.session = session;
    session.libraryProperty().addListener((property, was, is) -> learn(is));
    learn(session.libraryProperty().get());
  }

  private void learn(Library library) {
    byPath.clear();
    byUid.clear();
    for (Series series : library.series()) {
      for (Instance image : series.instances()) {
        Home home = new Home(series, image);
        byPath.put(image.path(), home);
        byUid.putIfAbsent(image.text(Tag.SOP_INSTANCE_UID), home);
      }
    }
  }

  /// The open image of this file.
  Optional<Home> at(Path path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /// The open image with this SOP Instance UID.
  Optional<Home> of(String sopInstanceUid) {
    return Optional.ofNullable(byUid.get(sopInstanceUid));
  }

  /// The image with its edits.
  Instance current(Home home) {
    return session.current(home.image());
  }

  /// The folders that the images of a series are in, the first one's first; those inside archives
  /// are left out, for nothing can be kept there.
  List<Path> folders(String seriesUid) {
    return session.libraryProperty().get().series().stream()
        .filter(series -> series.uid().equals(seriesUid))
        .flatMap(series -> series.instances().stream())
        .filter(image -> image.source() != Source.ARCHIVE)
        .flatMap(image -> Stream.ofNullable(image.path().toAbsolutePath().getParent()))
        .distinct()
        .toList();
  }
}
