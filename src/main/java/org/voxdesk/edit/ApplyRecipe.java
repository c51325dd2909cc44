package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Makes the steps of a recipe, all of them or none.
public record ApplyRecipe(Recipe recipe) implements Edit {
  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    return recipe.applyTo(file);
  }

  @Override
  public Sentence label() {
    return recipe.name().isEmpty()
        ? Sentence.of("edit.recipe.unnamed")
        : Sentence.of("edit.recipe", recipe.name());
  }
}
