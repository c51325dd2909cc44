package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// One change that can be made to any number of files. Immutable.
public sealed interface Edit
    permits SetValue,
        DeleteElement,
        PutElement,
        RemapUids,
        ItemEdit,
        ReencodeText,
        EmptyPreamble,
        ThresholdPixels,
        Deidentify,
        EditsTogether,
        ApplyRecipe {
  /// The file with this change made.
  ///
  /// @throws DicomException if the change is not possible in this file
  DicomFile apply(DicomFile file) throws DicomException;

  /// What the change does, for lists of steps.
  Sentence label();
}
