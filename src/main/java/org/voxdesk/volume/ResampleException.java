package org.voxdesk.volume;

import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// A cube or volume that cannot be made.
public final class ResampleException extends ExplainedException {
  private static final long serialVersionUID = 1L;

  public ResampleException(Sentence reason) {
    super(reason);
  }
}
