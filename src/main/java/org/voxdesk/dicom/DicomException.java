package org.voxdesk.dicom;

import java.util.Optional;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Data that is not as DICOM wants it, and cannot be used as it is.
public class DicomException extends ExplainedException {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final transient Optional<Tag> tag;

  /// Bad data whose place is unknown or does not matter.
  public DicomException(Sentence reason) {
    this(-1, Optional.empty(), reason);
  }

  /// Bad data in the element `tag`.
  public DicomException(Tag tag, Sentence reason) {
    this(-1, Optional.of(tag), reason);
  }

  /// Bad data `offset` bytes into the file (-1 where unknown), in the element `tag`.
  public DicomException(long offset, Optional<Tag> tag, Sentence reason) {
    super(reason);
    this.offset = offset;
    this.tag = tag;
  }

  /// Bytes from the start of the file, or -1 where unknown.
  public long offset() {
    return offset;
  }

  /// The element concerned, where there is one.
  public Optional<Tag> tag() {
    return tag;
  }
}
