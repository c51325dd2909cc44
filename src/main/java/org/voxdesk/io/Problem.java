package org.voxdesk.io;

import java.util.Optional;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// Something in a file that is not as it should be, but did not keep it from being read.
///
/// @param offset bytes from the start of the file; of the inflated data set, in a deflated one
/// @param tag the element concerned, where there is one
/// @param code which kind of problem, the same in every language
/// @param message the problem in words
public record Problem(long offset, Optional<Tag> tag, Code code, Sentence message) {
  /// The kinds of problem.
  public enum Code {
    NO_PREAMBLE,
    /// The preamble is the head of a program (CVE-2019-11687).
    EXECUTABLE_PREAMBLE,
    NO_TRANSFER_SYNTAX,
    WRONG_TRANSFER_SYNTAX,
    /// The deflated data set ends early or has bytes that cannot be inflated.
    DAMAGED_DEFLATE,
    UNKNOWN_VR,
    /// Items or elements with VR among others without, or in another byte order.
    MIXED_ENCODING,
    VALUE_TRUNCATED,
    ODD_LENGTH,
    /// A length that contradicts what is there.
    WRONG_LENGTH,
    MISSING_DELIMITER,
    /// A delimiter or item where none belongs, or a delimiter with a length.
    STRAY_DELIMITER,
    /// Bytes that are no element.
    TRAILING_BYTES,
    /// An element that is there twice, or after one with a greater tag.
    ELEMENT_ORDER,
    UNREADABLE_SEQUENCE,
    TOO_DEEP,
    /// A sequence with more in it than memory is for.
    TOO_MANY_ITEMS,
    /// Fragments where there should be none, none where they should be, or fragments with a length.
    WRONG_ENCAPSULATION,
    UNKNOWN_CHARACTER_SET,
    /// There are more problems, which are not listed.
    TOO_MANY_PROBLEMS
  }
}
