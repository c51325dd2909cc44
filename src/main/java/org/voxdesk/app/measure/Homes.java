package org.voxdesk.app.measure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.app.model.Session;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;

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
}
