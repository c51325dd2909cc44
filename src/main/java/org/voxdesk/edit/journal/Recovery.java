package org.voxdesk.edit.journal;

import java.nio.file.Path;
import java.util.List;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.study.Instance;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Unsaved edits, made again.
///
/// @param history the edits as steps that can be undone
/// @param images the files that have them, as they are on disk
/// @param leftOut what could not be recovered, a sentence for each file
/// @param away whether some could not because their files are not there now, as on a drive that is
///   not connected
public record Recovery(
    EditHistory history, List<Instance> images, List<Sentence> leftOut, boolean away) {
  public Recovery {
    images = List.copyOf(images);
    leftOut = List.copyOf(leftOut);
  }

  /// Reads the files that have lost edits.
  @FunctionalInterface
  public interface Opener {
    Instance open(Path path) throws ExplainedException;
  }
}
