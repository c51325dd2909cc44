package org.voxdesk.codec;

import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Compressed bytes that cannot be decoded, or samples that a format cannot hold.
public final class CodecException extends ExplainedException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /// What is wrong, `offset` bytes into the frame (-1 where that says nothing).
  public CodecException(int offset, Sentence reason) {
    super(reason);
    this.offset = offset;
  }

  /// What is wrong, `offset` bytes into the frame, and the failure that showed it.
  public CodecException(int offset, Sentence reason, Throwable cause) {
    super(reason, cause);
    this.offset = offset;
  }

  /// Bytes from the start of the frame, or -1.
  public int offset() {
    return offset;
  }
}
