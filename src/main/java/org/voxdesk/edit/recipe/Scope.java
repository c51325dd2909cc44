package org.voxdesk.edit.recipe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;

/// Tells the images that a step was made in from the others that are open, by what they hold.
///
/// @param before what has been edited before the step
record Scope(List<Instance> open, EditHistory before) {
  /// What images are told by, the most readable first.
  private static final List<RecipePath> TELLING =
      List.of(
              Tag.PATIENT_ID,
              Tag.STUDY_INSTANCE_UID,
              Tag.SERIES_INSTANCE_UID,
              Tag.MODALITY,
              Tag.SOP_INSTANCE_UID)
          .stream()
          .map(tag -> RecipePath.of(TagPath.of(tag)))
          .toList();

  /// The condition that holds for the images that `made` changed, and for no other that it would
  /// change; that there is none where it would change no other. Where two images cannot be told
  /// apart, as two files of the same image, it holds for both.
  Condition of(EditHistory.Made made) {
    if (isOnlyFor(made, Condition.ALWAYS)) {
      return Condition.ALWAYS;
    }
    for (int most : new int[] {1, Integer.MAX_VALUE}) {
      for (RecipePath path : TELLING) {
        Set<String> values = values(path, made);
        if (!values.isEmpty() && values.size() <= most) {
          var condition =
              new Condition.All(
                  List.of(new Condition.Compared(path, Comparison.IS, List.copyOf(values))));
          if (isOnlyFor(made, condition)) {
            return condition;
          }
        }
      }
    }
    Set<String> images = values(TELLING.getLast(), made);
    return images.isEmpty()
        ? Condition.ALWAYS
        : new Condition.All(
            List.of(new Condition.Compared(TELLING.getLast(), Comparison.IS, List.copyOf(images))));
  }

  /// The values of the images that were changed; none where one of them has none.
  private Set<String> values(RecipePath path, EditHistory.Made made) {
    var values = new LinkedHashSet<String>();
    for (Instance image : open) {
      if (made.paths().contains(image.path())) {
        Optional<String> value =
            path.find(file(image))
                .flatMap(found -> found.holder().text(found.element().tag()))
                .filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
          return Set.of();
        }
        values.add(value.get());
      }
    }
    return values;
  }

  private boolean isOnlyFor(EditHistory.Made made, Condition condition) {
    return open.stream()
        .allMatch(
            image ->
                made.paths().contains(image.path())
                    ? condition.holds(file(image))
                    : !condition.holds(file(image)) || isUntouched(made.edit(), file(image)));
  }

  private static boolean isUntouched(Edit edit, DicomFile file) {
    try {
      return edit.apply(file).equals(file);
    } catch (DicomException e) {
      return false;
    }
  }

  private DicomFile file(Instance image) {
    return before.current(image).file();
  }
}
