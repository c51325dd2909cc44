package org.voxdesk.edit.recipe;

import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// A recipe that cannot be understood, and in which line.
final class RecipeException extends ExplainedException {
  private static final long serialVersionUID = 1L;

  private final int line;

  RecipeException(int line, Sentence reason) {
    super(reason);
    this.line = line;
  }

  RecipeException(int line, Sentence reason, Throwable cause) {
    super(reason, cause);
    this.line = line;
  }

  int line() {
    return line;
  }
}
