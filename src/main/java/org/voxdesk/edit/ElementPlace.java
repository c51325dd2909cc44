package org.voxdesk.edit;

import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.text.Sentence;

/// Finds the data set of a file that a path starts in: the meta header for group 0002.
final class ElementPlace {
  /// The meta header repeats these and must agree (PS3.10 Table 7.1-1).
  private static final Map<Tag, Tag> META_TWINS =
      Map.of(
          Tag.SOP_CLASS_UID, Tag.MEDIA_STORAGE_SOP_CLASS_UID,
          Tag.SOP_INSTANCE_UID, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID);

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

  /// The file with what `change` makes of the data set that `path` starts in, the meta header kept
  /// in agreement.
  static DicomFile change(DicomFile file, TagPath path, TagPath.Change change)
      throws DicomException {
    boolean meta = path.steps().isEmpty() && path.tag().isMeta();
    DicomFile changed =
        meta
            ? file.withMeta(path.change(file.meta(), change))
            : twinned(path, file.withDataSet(path.change(file.dataSet(), change)));
    if (path.tag().equals(Tag.SPECIFIC_CHARACTER_SET)) {
      DeclaredText.requireReadable(file, changed);
    }
    if (file.dataSet().contains(Tag.DIRECTORY_RECORD_SEQUENCE)
        && DicomWriter.length(changed) != DicomWriter.length(file)) {
      throw new DicomException(path.tag(), Sentence.of("edit.directory"));
    }
    return changed;
  }

  /// A twin of an element that has been deleted stays: the meta header needs it.
  private static DicomFile twinned(TagPath path, DicomFile file) throws DicomException {
    Optional<Tag> twin =
        path.steps().isEmpty()
            ? Optional.ofNullable(META_TWINS.get(path.tag())).filter(file.meta()::contains)
            : Optional.empty();
    return twin.isPresent() && file.dataSet().contains(path.tag())
        ? file.withMeta(
            file.meta()
                .with(
                    twin.get(),
                    Vr.UI,
                    file.dataSet().text(path.tag()).orElse(""),
                    Checking.STORABLE))
        : file;
  }
}
