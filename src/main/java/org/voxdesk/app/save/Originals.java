package org.voxdesk.app.save;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.edit.ApplyRecipe;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EditsTogether;

/// Whose originals are not to lie about once they have been replaced: those of images that were
/// de-identified. What is kept for undoing would name the patient.
final class Originals {
  private Originals() {}

  /// The files that have been de-identified.
  static Set<Path> deidentified(EditHistory history) {
    return history.made().subList(0, history.done()).stream()
        .filter(made -> isDeidentifying(made.edit()))
        .flatMap(made -> made.paths().stream())
        .collect(Collectors.toSet());
  }

  private static boolean isDeidentifying(Edit edit) {
    return switch (edit) {
      case Deidentify deidentify -> true;
      case EditsTogether together -> together.edits().stream().anyMatch(Originals::isDeidentifying);
      case ApplyRecipe apply -> apply.recipe().deidentifies();
      default -> false;
    };
  }
}
