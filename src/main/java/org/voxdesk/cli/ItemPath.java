package org.voxdesk.cli;

import java.util.List;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.ITypeConverter;

/// An item of a sequence as it is typed: `Seq[0]`, or `A[0].Seq[2]`.
///
/// @param item from 0
record ItemPath(TagPath sequence, int item) {
  /// Reads an item.
  static final class Converter implements ITypeConverter<ItemPath> {
    @Override
    public ItemPath convert(String text) {
      List<TagPath.Step> steps =
          TagPath.parse(text + "." + Tag.ITEM).map(TagPath::steps).orElse(List.of());
      if (steps.isEmpty()) {
        throw new ValueException(Sentence.of("recipe.no.item", text));
      }
      TagPath.Step last = steps.getLast();
      var sequence = new TagPath(steps.subList(0, steps.size() - 1), last.sequence());
      return new ItemPath(sequence, last.item());
    }
  }
}
