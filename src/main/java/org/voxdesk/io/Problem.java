package org.voxdesk.io;

import java.util.Optional;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// Something in a file that is not as it should be, but did not keep it from being read.
///
/// @param offset bytes from the start of the file
/// @param tag the element concerned, where there is one
/// @param code which kind of problem, the same in every language
/// @param message the problem in words
public record Problem(long offset, Optional<Tag> tag, Code code, Sentence message) {
  /// The kinds of problem.
  public enum Code {
    NO_PREAMBLE,
    NO_TRANSFER_SYNTAX,
    WRONG_TRANSFER_SYNTAX,
    UNKNOWN_VR,
    VALUE_TRUNCATED,
    WRONG_LENGTH,
    MISSING_DELIMITER,
    TRAILING_BYTES,
    UNREADABLE_SEQUENCE,
    UNKNOWN_CHARACTER_SET
  }
}
