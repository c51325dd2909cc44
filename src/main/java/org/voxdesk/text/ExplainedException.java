package org.voxdesk.text;

/// A failure that input or surroundings caused, with one sentence for the person at the screen.
public class ExplainedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  /// The failure that `sentence` explains.
  public ExplainedException(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  /// The failure that `sentence` explains and `cause` brought about.
  public ExplainedException(Sentence sentence, Throwable cause) {
    super(sentence.toString(), cause);
    this.sentence = sentence;
  }

  /// What happened, to be said in the reader's language; [#getMessage()] says it in English.
  public Sentence sentence() {
    return sentence;
  }
}
