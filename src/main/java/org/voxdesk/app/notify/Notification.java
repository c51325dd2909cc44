package org.voxdesk.app.notify;

import java.util.Optional;

/// One sentence for the user, with details for who wants them. Compared by identity on purpose: the
/// same sentence may be said twice.
public final class Notification {
  /// How much a notification matters.
  public enum Severity {
    /// Something went well; it leaves by itself.
    INFO,
    /// Something is not as expected; it leaves by itself, later.
    WARNING,
    /// Something failed; it stays until it is dismissed.
    ERROR
  }

  private final Severity severity;
  private final String text;
  private final Optional<String> details;
  private final Optional<Runnable> page;

  /// A notification of `text`, one clear sentence.
  public Notification(Severity severity, String text, Optional<String> details) {
    this(severity, text, details, Optional.empty());
  }

  private Notification(
      Severity severity, String text, Optional<String> details, Optional<Runnable> page) {
    this.severity = severity;
    this.text = text;
    this.details = details;
    this.page = page;
  }

  /// A notification of `text` whose details are a page of their own, which `page` shows.
  public static Notification withPage(Severity severity, String text, Runnable page) {
    return new Notification(severity, text, Optional.empty(), Optional.of(page));
  }

  /// How much it matters.
  public Severity severity() {
    return severity;
  }

  /// Whether it says the same.
  boolean isSame(Notification other) {
    return severity == other.severity
        && text.equals(other.text)
        && details.equals(other.details)
        && page.equals(other.page);
  }

  /// Whether it stays until it is dismissed: what failed, and what has a page that wants reading.
  public boolean stays() {
    return severity == Severity.ERROR || (severity == Severity.WARNING && page.isPresent());
  }

  /// The sentence.
  public String text() {
    return text;
  }

  /// More about it, several lines at most.
  public Optional<String> details() {
    return details;
  }

  /// Shows more about it, where that is more than several lines.
  public Optional<Runnable> page() {
    return page;
  }
}
