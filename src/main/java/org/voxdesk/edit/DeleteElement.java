package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Takes an element out; a file without it stays as it is.
///
/// @param path where it is
public record DeleteElement(TagPath path) implements Edit {
  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    if (path.equals(TagPath.of(Tag.TRANSFER_SYNTAX_UID))) {
      throw new DicomException(path.tag(), Sentence.of("edit.transfer.syntax.needed"));
    }
    return ElementPlace.change(file, path, holder -> holder.without(path.tag()));
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.delete", path);
  }
}
