package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Re-encodes all text of a data set as ISO_IR 192 (UTF-8), which has the characters of every
/// language; a file whose text could not be decoded does not allow it.
public record ReencodeText() implements Edit {
  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    return file.withDataSet(file.dataSet().inUtf8());
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.reencode");
  }
}
