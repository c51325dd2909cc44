package org.voxdesk.edit;

import org.voxdesk.dicom.Checking;
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
/// @param checking what it has to satisfy
public record SetValue(TagPath path, Vr vr, String text, Checking checking) implements Edit {
  /// Gives it a value that satisfies every rule of its VR.
  public SetValue(TagPath path, Vr vr, String text) {
    this(path, vr, text, Checking.RULES);
  }

  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    ElementPlace.requireElement(path);
    if (path.equals(TagPath.of(Tag.META_GROUP_LENGTH))) {
      throw new DicomException(path.tag(), Sentence.of("edit.meta.length"));
    }
    if (path.equals(TagPath.of(Tag.TRANSFER_SYNTAX_UID))) {
      requireSameEncoding(file);
    }
    return ElementPlace.change(file, path, holder -> holder.with(path.tag(), vr, text, checking));
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
