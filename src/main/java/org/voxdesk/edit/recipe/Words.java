package org.voxdesk.edit.recipe;

import java.util.Collection;
import java.util.Optional;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.text.Sentence;

/// Reads names in recipes, and says what may have been meant where one is not known.
final class Words {
  private Words() {}

  /// @throws RecipeException if `text` is no path
  static RecipePath path(String text, int line) throws RecipeException {
    Optional<RecipePath> path = RecipePath.parse(text);
    if (path.isEmpty()) {
      throw noPath(text, line);
    }
    return path.get();
  }

  /// That `text` is no path, with the keyword that may have been meant.
  static RecipeException noPath(String text, int line) {
    Optional<String> near =
        Nearest.to(
            text.strip(),
            Dictionary.standard().entries().stream().map(DictionaryEntry::keyword).toList());
    return new RecipeException(
        line,
        near.map(keyword -> Sentence.of("recipe.no.path.near", text, keyword))
            .orElseGet(() -> Sentence.of("recipe.no.path", text)));
  }

  /// That there is no `word` here, with the one of `known` that may have been meant.
  static RecipeException unknown(String word, Collection<String> known, int line) {
    return new RecipeException(
        line,
        Nearest.to(word, known)
            .map(near -> Sentence.of("recipe.unknown.near", word, near))
            .orElseGet(() -> Sentence.of("recipe.unknown", word, String.join(", ", known))));
  }
}
