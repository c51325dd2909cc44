package org.voxdesk.cli;

import org.voxdesk.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Options that do not go together, or lack something.
final class UsageException extends ParameterException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  UsageException(CommandSpec command, Sentence sentence) {
    super(command.commandLine(), sentence.toString());
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }
}
