package org.voxdesk.io;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.text.Sentence;

/// A file whose elements would take more memory than one file may have.
final class MemoryBudgetException extends DicomException {
  private static final long serialVersionUID = 1L;

  MemoryBudgetException(long budget) {
    this("–", budget);
  }

  /// @param name what the file is called
  MemoryBudgetException(Object name, long budget) {
    super(Sentence.of("file.memory.budget", name, budget >> 20));
  }
}
