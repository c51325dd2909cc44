package org.voxdesk.edit;

import java.util.List;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Several edits, one after the other, as one step; all of them or none.
///
/// @param edits at least one; where they are not all deletions, or all elements that are put, the
///   last gives its name to the step
public record EditsTogether(List<Edit> edits) implements Edit {
  /// More places are not named in the label.
  private static final int NAMED = 4;

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
    if (edits.size() > 1 && isDeletion()) {
      return Sentence.of("edit.delete.several", edits.size(), places());
    }
    if (edits.size() > 1 && edits.stream().allMatch(PutElement.class::isInstance)) {
      return Sentence.of("edit.put.several", edits.size(), places());
    }
    return edits.getLast().label();
  }

  /// Whether all it does is to delete elements and items.
  public boolean isDeletion() {
    return edits.stream()
        .allMatch(
            edit ->
                edit instanceof DeleteElement
                    || (edit instanceof ItemEdit item && item.action() == ItemEdit.Action.DELETE));
  }

  /// The first of the places.
  private String places() {
    String named =
        edits.stream().limit(NAMED).map(EditsTogether::place).collect(Collectors.joining(", "));
    return edits.size() > NAMED ? named + " …" : named;
  }

  private static String place(Edit edit) {
    return switch (edit) {
      case DeleteElement(TagPath path) -> path.toString();
      case PutElement put -> put.path().toString();
      case ItemEdit item -> item.sequence() + "[" + item.item() + "]";
      default -> "";
    };
  }
}
