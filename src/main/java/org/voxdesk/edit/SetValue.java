package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Gives an element a value; adds the element where it is absent.
///
/// @param path where it is
/// @param vr how the value is encoded
/// @param text the value as [org.voxdesk.dicom.ValueText] reads it
public record SetValue(TagPath path, Vr vr, String text) implements Edit {
  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    return ElementPlace.change(file, path, holder -> holder.with(path.tag(), vr, text));
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.set", path);
  }
}
