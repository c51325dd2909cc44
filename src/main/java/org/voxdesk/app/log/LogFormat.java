package org.voxdesk.app.log;

import java.text.MessageFormat;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.voxdesk.text.ExplainedException;

/// One record as text that holds nothing of a patient, whatever has been logged.
///
/// Our own records keep their words, which are written in the code, and of their arguments numbers,
/// constants and [Known] texts. Of exceptions there are the classes and stack frames, and the name
/// of the sentence where one explains itself, but no message: those quote file names and values.
/// Other libraries may put anything into their words, so that theirs are left out.
final class LogFormat extends Formatter {
  private static final String OWN = "org.voxdesk.";
  private static final int CAUSES = 8;

  @Override
  public String format(LogRecord record) {
    String logger = Optional.ofNullable(record.getLoggerName()).orElse("");
    boolean own = logger.startsWith(OWN);
    String words = own ? words(record) : "(what another library says is left out)";
    String from = own ? logger.substring(OWN.length()) : logger;
    String trace = Optional.ofNullable(record.getThrown()).map(LogFormat::trace).orElse("");
    return record.getInstant().truncatedTo(ChronoUnit.MILLIS)
        + " %s %s: %s%n%s".formatted(record.getLevel().getName(), from, words, trace);
  }

  private static String words(LogRecord record) {
    String message = Optional.ofNullable(record.getMessage()).orElse("");
    Object[] arguments = record.getParameters();
    if (arguments == null || arguments.length == 0) {
      return message;
    }
    Object[] harmless = Arrays.stream(arguments).map(LogFormat::harmless).toArray();
    return new MessageFormat(message, Locale.ROOT).format(harmless);
  }

  private static String harmless(Object argument) {
    return switch (argument) {
      case Number number -> number.toString();
      case Boolean choice -> choice.toString();
      case Enum<?> constant -> constant.name();
      case Known known -> known.text();
      case null, default -> "…";
    };
  }

  /// The classes and stack frames of `thrown` and its causes, without their messages.
  private static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable current = thrown;
    for (int depth = 0; current != null && depth < CAUSES; depth++) {
      text.append(depth == 0 ? "  " : "  caused by ").append(current.getClass().getName());
      if (current instanceof ExplainedException explained) {
        text.append(" (").append(explained.sentence().key()).append(')');
      }
      text.append(System.lineSeparator());
      for (StackTraceElement frame : current.getStackTrace()) {
        text.append("    at ").append(frame).append(System.lineSeparator());
      }
      current = current.getCause();
    }
    return text.toString();
  }
}
