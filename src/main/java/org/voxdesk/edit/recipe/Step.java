package org.voxdesk.edit.recipe;

import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.ApplyRecipe;
import org.voxdesk.edit.Edit;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.ExplainedException;

/// One step of a recipe.
///
/// @param when the files that it is for; looked at when the steps before have been made
/// @param action what it does in them
public record Step(Condition when, Action action) {
  /// A step for every file.
  public static Step of(Action action) {
    return new Step(Condition.ALWAYS, action);
  }

  /// The step that makes `edit`.
  ///
  /// @throws ExplainedException if it has content that no recipe can hold, such as compressed
  ///   pixels
  public static Step of(Edit edit) throws ExplainedException {
    return StepForms.of(edit);
  }

  /// The file with this step made, if it is for this file.
  ///
  /// @throws DicomException if it is not possible in this file
  public DicomFile apply(DicomFile file) throws DicomException {
    return when.holds(file) ? action.apply(file) : file;
  }

  /// The step as an edit: the very edit it was made of, if it was made of one.
  public Edit edit() {
    Optional<Edit> edit = when.equals(Condition.ALWAYS) ? action.edit() : Optional.empty();
    return edit.orElseGet(() -> new ApplyRecipe(new Recipe("", List.of(this))));
  }
}
