package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.io.DicomFile;

/// What is to be deleted.
public sealed interface Target {
  /// The word for all private elements.
  String PRIVATE = "private";

  /// Tags in which `x` stands for any digit.
  Pattern LIKE = Pattern.compile("\\(([0-9A-Fa-fx]{4}),([0-9A-Fa-fx]{4})\\)");

  /// The file without it.
  DicomFile without(DicomFile file) throws DicomException;

  /// The edit that does it in every file; empty where there is no single one.
  default Optional<Edit> edit() {
    return Optional.empty();
  }

  /// One element.
  record At(RecipePath path) implements Target {
    @Override
    public DicomFile without(DicomFile file) throws DicomException {
      Optional<TagPath> place = path.find(file).isPresent() ? path.in(file) : Optional.empty();
      return place.isPresent() ? new DeleteElement(place.get()).apply(file) : file;
    }

    @Override
    public Optional<Edit> edit() {
      return path.fixed().map(DeleteElement::new);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// Every private element, wherever it is.
  record Private() implements Target {
    @Override
    public DicomFile without(DicomFile file) {
      return Target.without(file, Tag::isPrivate);
    }

    @Override
    public String toString() {
      return PRIVATE;
    }
  }

  /// Every element whose tag is like this, wherever it is in the data set.
  ///
  /// @param pattern such as `(60xx,3000)`, `x` for any digit
  record Like(String pattern) implements Target {
    @Override
    public DicomFile without(DicomFile file) {
      Pattern digits =
          Pattern.compile(
              Pattern.quote(pattern).replace("x", "\\E[0-9A-F]\\Q"), Pattern.CASE_INSENSITIVE);
      return Target.without(file, tag -> digits.matcher(tag.toString()).matches());
    }

    @Override
    public String toString() {
      return pattern;
    }
  }

  private static DicomFile without(DicomFile file, Predicate<Tag> unwanted) {
    DataSet changed = without(file.dataSet(), unwanted);
    return changed == file.dataSet() ? file : file.withDataSet(changed);
  }

  private static DataSet without(DataSet dataSet, Predicate<Tag> unwanted) {
    var kept = new ArrayList<DataElement>();
    boolean same = true;
    for (DataElement element : dataSet.elements()) {
      if (unwanted.test(element.tag())) {
        same = false;
      } else if (element.value() instanceof Value.Items(List<Value.Item> items)) {
        List<Value.Item> changed = items.stream().map(item -> without(item, unwanted)).toList();
        boolean untouched = changed.equals(items);
        same &= untouched;
        kept.add(untouched ? element : element.withValue(new Value.Items(changed)));
      } else {
        kept.add(element);
      }
    }
    return same ? dataSet : dataSet.withElements(kept);
  }

  private static Value.Item without(Value.Item item, Predicate<Tag> unwanted) {
    DataSet changed = without(item.dataSet(), unwanted);
    return changed == item.dataSet() ? item : new Value.Item(changed, item.framing());
  }
}
