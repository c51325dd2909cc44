package org.voxdesk.edit.recipe;

import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;

/// Which files a step of a recipe is for.
public sealed interface Condition {
  /// Holds for every file.
  Condition ALWAYS = new All(List.of());

  boolean holds(DicomFile file);

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(DicomFile file) {
      return conditions.stream().allMatch(condition -> condition.holds(file));
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(DicomFile file) {
      return conditions.stream().anyMatch(condition -> condition.holds(file));
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(DicomFile file) {
      return !condition.holds(file);
    }
  }

  /// Whether an element is there at all.
  record Present(RecipePath path, boolean wanted) implements Condition {
    @Override
    public boolean holds(DicomFile file) {
      return path.find(file).isPresent() == wanted;
    }
  }

  /// About one value of an element, be it any of several; false where it is absent or empty.
  ///
  /// @param test how the value is compared
  /// @param words what it is compared with: one of these
  record Compared(RecipePath path, Comparison test, List<String> words) implements Condition {
    public Compared {
      words = List.copyOf(words);
    }

    @Override
    public boolean holds(DicomFile file) {
      Optional<RecipePath.Found> found = path.find(file);
      if (found.isEmpty()) {
        return false;
      }
      DataElement element = found.get().holder().understood(found.get().element());
      List<String> values = ValueText.values(element, found.get().holder().characterSet());
      boolean numeric =
          element.vr() == Vr.DS
              || element.vr() == Vr.IS
              || (element.vr().kind() == Vr.Kind.NUMBER && element.vr() != Vr.AT);
      return values.stream()
          .anyMatch(value -> words.stream().anyMatch(word -> test.holds(value, word, numeric)));
    }
  }
}
