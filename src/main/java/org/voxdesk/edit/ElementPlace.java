package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.text.Sentence;

/// Finds the data set of a file that a path starts in: the meta header for group 0002.
final class ElementPlace {
  private ElementPlace() {}

  /// Refuses tags that would not be read back as elements of a data set: delimiters, command
  /// elements, and meta information inside a sequence (PS3.5 7.1 and 7.5, PS3.10 7.1).
  static void requireElement(TagPath path) throws DicomException {
    int group = path.tag().group();
    boolean meta = group == 2 && path.steps().isEmpty();
    if (group >= 0xFFFE || (group < 8 && group != 4 && !meta)) {
      throw new DicomException(path.tag(), Sentence.of("edit.no.element", path.tag()));
    }
  }

  static DicomFile change(DicomFile file, TagPath path, TagPath.Change change)
      throws DicomException {
    boolean meta = path.steps().isEmpty() && path.tag().isMeta();
    DicomFile changed =
        meta
            ? file.withMeta(path.change(file.meta(), change))
            : file.withDataSet(path.change(file.dataSet(), change));
    if (path.equals(TagPath.of(Tag.SPECIFIC_CHARACTER_SET))) {
      DeclaredText.requireReadable(file.dataSet(), changed.dataSet());
    }
    if (file.dataSet().contains(Tag.DIRECTORY_RECORD_SEQUENCE)
        && DicomWriter.length(changed) != DicomWriter.length(file)) {
      throw new DicomException(path.tag(), Sentence.of("edit.directory"));
    }
    return changed;
  }
}
