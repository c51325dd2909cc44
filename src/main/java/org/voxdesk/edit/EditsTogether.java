package org.voxdesk.edit;

import java.util.List;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Several edits, one after the other, as one step; all of them or none.
///
/// @param edits at least one; the last gives its name to the step
public record EditsTogether(List<Edit> edits) implements Edit {
  public EditsTogether {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("no edits");
    }
  }

  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    DicomFile changed = file;
    for (Edit edit : edits) {
      changed = edit.apply(changed);
    }
    return changed;
  }

  @Override
  public Sentence label() {
    return edits.getLast().label();
  }
}
