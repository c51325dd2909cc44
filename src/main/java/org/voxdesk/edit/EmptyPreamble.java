package org.voxdesk.edit;

import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Zeroes the preamble, where the head of a program can hide (CVE-2019-11687); a file without one,
/// or with nothing in it, stays as it is.
public record EmptyPreamble() implements Edit {
  @Override
  public DicomFile apply(DicomFile file) {
    return file.withEmptyPreamble();
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.empty.preamble");
  }
}
