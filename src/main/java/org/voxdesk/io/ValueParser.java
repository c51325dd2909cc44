package org.voxdesk.io;

import java.io.IOException;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.text.Sentence;

/// Values and delimiters out of bytes, with an account of the memory they take.
final class ValueParser {
  /// Values longer than this stay in the file.
  private static final int BULK_BYTES = 64 * 1024;

  private final ByteCursor cursor;
  private final Problems problems;
  private final Boundary boundary;
  private final ReadingLimits limits;
  private long spent;
  private boolean cut;

  ValueParser(ByteCursor cursor, Problems problems, Boundary boundary, ReadingLimits limits) {
    this.cursor = cursor;
    this.problems = problems;
    this.boundary = boundary;
    this.limits = limits;
  }

  /// True once a value was cut off: what is not closed then is no mistake of the file's writer.
  boolean isCut() {
    return cut;
  }

  /// Bytes of memory counted so far.
  long spent() {
    return spent;
  }

  /// Goes back to an earlier count: what was read since is thrown away.
  void spent(long before) {
    spent = before;
  }

  /// What is left up to `limit`.
  Value remainder(long limit) throws IOException, DicomException {
    long count = limit - cursor.position();
    if (count <= 0) {
      return Value.Bytes.EMPTY;
    }
    problems.add(cursor.position(), Problem.Code.TRAILING_BYTES, "problem.trailing.bytes", count);
    return plain(count);
  }

  /// The next `length` bytes, which are there; many of them stay where they are.
  Value plain(long length) throws IOException, DicomException {
    if (length > BULK_BYTES) {
      var bulk = cursor.source().bulk(cursor.position(), length);
      cursor.position(cursor.position() + length);
      return new Value.Bulk(bulk);
    }
    if (length == 0) {
      return Value.Bytes.EMPTY;
    }
    spend(length);
    return new Value.Bytes(cursor.take((int) length));
  }

  /// Counts memory that is about to be taken.
  void spend(long bytes) throws MemoryBudgetException {
    spent += bytes;
    if (spent > limits.memory()) {
      throw new MemoryBudgetException(limits.memory());
    }
  }

  /// The delimiter at the position, with the bytes that its length, which should be 0, speaks of
  /// where they are there.
  byte[] delimiter(long limit, Encoding encoding) throws IOException, DicomException {
    long start = cursor.position();
    long length = cursor.u32(4, encoding.order());
    if (length == 0) {
      return cursor.take(8);
    }
    Tag tag = new Tag(cursor.tag(0, encoding.order()));
    problems.add(start, tag, Problem.Code.STRAY_DELIMITER, "problem.delimiter.length", tag, length);
    boolean counted =
        length <= Math.min(BULK_BYTES, limit - start - 8)
            && !boundary.at(start + 8, limit, encoding)
            && boundary.at(start + 8 + length, limit, encoding);
    return cursor.take(counted ? 8 + (int) length : 8);
  }

  void missingDelimiter(Tag tag) throws DicomException {
    problems.add(
        cursor.position(), tag, Problem.Code.MISSING_DELIMITER, "problem.missing.delimiter", tag);
  }

  void truncated(Tag tag, long stated, long present) throws DicomException {
    cut = true;
    Object length =
        stated == ElementHeader.UNDEFINED ? Sentence.of("problem.undefined.length") : stated;
    problems.add(
        cursor.position(),
        tag,
        Problem.Code.VALUE_TRUNCATED,
        "problem.value.truncated",
        tag,
        length,
        present);
  }
}
