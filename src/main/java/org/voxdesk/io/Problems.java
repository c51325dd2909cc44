package org.voxdesk.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// What is noticed while a file is read, up to a number that a person could look at. In strict
/// reading the first of them ends it.
final class Problems {
  private static final int MOST = 1_000;

  private final List<Problem> list = new ArrayList<>();
  private final ReadingMode mode;

  Problems(ReadingMode mode) {
    this.mode = mode;
  }

  /// Notes a problem at `offset`, about the file as a whole.
  void add(long offset, Problem.Code code, String key, Object... arguments) throws DicomException {
    add(offset, Optional.empty(), code, Sentence.of(key, arguments));
  }

  /// Notes a problem at `offset`, in the element `tag`.
  void add(long offset, Tag tag, Problem.Code code, String key, Object... arguments)
      throws DicomException {
    add(offset, Optional.of(tag), code, Sentence.of(key, arguments));
  }

  private void add(long offset, Optional<Tag> tag, Problem.Code code, Sentence message)
      throws DicomException {
    if (mode == ReadingMode.STRICT) {
      throw new DicomException(offset, tag, message);
    }
    if (list.size() < MOST) {
      list.add(new Problem(offset, tag, code, message));
    } else if (list.size() == MOST) {
      list.add(
          new Problem(
              offset,
              Optional.empty(),
              Problem.Code.TOO_MANY_PROBLEMS,
              Sentence.of("problem.too.many", MOST)));
    }
  }

  int mark() {
    return list.size();
  }

  /// Forgets what was noted since `mark`: it came from reading bytes as what they are not.
  void forget(int mark) {
    list.subList(mark, list.size()).clear();
  }

  List<Problem> list() {
    return List.copyOf(list);
  }
}
