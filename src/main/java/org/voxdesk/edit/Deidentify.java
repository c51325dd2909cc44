package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.deid.Deidentification;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// De-identifies a file by the profile of PS3.15 Annex E; files edited with the same key stay
/// linked to each other.
///
/// @param options what is retained or cleaned instead of removed
/// @param key what pseudonyms are made with
public record Deidentify(ProfileOptions options, PseudonymKey key) implements Edit {
  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    return Deidentification.of(file, options, key);
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.deidentify");
  }
}
