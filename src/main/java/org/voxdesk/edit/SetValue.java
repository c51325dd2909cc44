package org.voxdesk.edit;

import java.util.Map;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Gives an element a value; adds the element where it is absent.
///
/// @param path where it is
/// @param vr how the value is encoded
/// @param text the value as [org.voxdesk.dicom.ValueText] reads it
public record SetValue(TagPath path, Vr vr, String text) implements Edit {
  /// The meta header repeats these and must agree (PS3.10 Table 7.1-1).
  private static final Map<Tag, Tag> META_TWINS =
      Map.of(
          Tag.SOP_CLASS_UID, Tag.MEDIA_STORAGE_SOP_CLASS_UID,
          Tag.SOP_INSTANCE_UID, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID);

  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    ElementPlace.requireElement(path);
    if (path.equals(TagPath.of(Tag.META_GROUP_LENGTH))) {
      throw new DicomException(path.tag(), Sentence.of("edit.meta.length"));
    }
    if (path.equals(TagPath.of(Tag.TRANSFER_SYNTAX_UID))) {
      requireSameEncoding(file);
    }
    DicomFile changed =
        ElementPlace.change(file, path, holder -> holder.with(path.tag(), vr, text));
    Tag twin = META_TWINS.get(path.tag());
    return path.steps().isEmpty() && twin != null && changed.meta().contains(twin)
        ? changed.withMeta(changed.meta().with(twin, Vr.UI, text))
        : changed;
  }

  /// The declaration may be mended, but never changed to what the data set is not encoded in.
  private void requireSameEncoding(DicomFile file) throws DicomException {
    TransferSyntax actual = file.transferSyntax();
    TransferSyntax declared = TransferSyntax.of(text.strip());
    if (declared.encoding() != actual.encoding()
        || declared.encapsulated() != actual.encapsulated()
        || declared.deflated() != actual.deflated()) {
      throw new DicomException(
          path.tag(), Sentence.of("edit.transfer.syntax", actual.name(), declared.name()));
    }
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.set", path);
  }
}
