package org.voxdesk.app.tags;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.voxdesk.app.model.Session;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.study.Instance;

/// The elements that are not as they were read in some of a set of images, and the lines around
/// them.
final class EditedPaths {
  private final Session session;
  private Set<TagPath> paths = Set.of();
  private Set<TagPath> added = Set.of();

  EditedPaths(Session session) {
    this.session = session;
  }

  /// Looks at these images, given as they were read.
  void follow(List<Instance> images) {
    var changed = new HashSet<TagPath>();
    var whole = new HashSet<TagPath>();
    for (Instance image : images) {
      if (session.historyProperty().get().isEdited(image)) {
        List<Difference> differences =
            Differences.between(image.file(), session.current(image).file());
        changed.addAll(Differences.around(differences));
        differences.stream()
            .filter(difference -> !difference.isItem() || difference.after().isPresent())
            .forEach(difference -> changed.add(difference.path()));
        differences.stream()
            .filter(difference -> difference.before().isEmpty())
            .forEach(difference -> whole.add(difference.path()));
      }
    }
    paths = changed;
    added = whole;
  }

  boolean contains(TagPath path) {
    return paths.contains(path)
        || (!added.isEmpty() && path.around().stream().anyMatch(added::contains));
  }
}
