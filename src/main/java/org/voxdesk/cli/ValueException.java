package org.voxdesk.cli;

import org.voxdesk.text.Sentence;
import picocli.CommandLine.TypeConversionException;

/// A value on the command line that is not what its option takes.
final class ValueException extends TypeConversionException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  ValueException(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }
}
