package org.voxdesk.export;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

/// The values of a slice as CSV without titles: a line a row, a number a column, as NumPy's
/// `loadtxt(…, delimiter=",")` reads it.
public final class SliceCsv {
  private SliceCsv() {}

  /// Where values come from.
  @FunctionalInterface
  public interface Values {
    /// The value at column `i` of row `j`; may be no number, which is written as `nan`.
    double at(int i, int j);
  }

  /// Writes a file; `target` is as it was if that fails.
  ///
  /// @throws ExplainedException if it cannot be written
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static void write(
      Path target,
      AtomicFile.Existing existing,
      int columns,
      int rows,
      Values values,
      Progress progress)
      throws ExplainedException {
    AtomicFile.write(
        target,
        existing,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
          for (int j = 0; j < rows; j++) {
            progress.checkCancelled();
            for (int i = 0; i < columns; i++) {
              text.write(i == 0 ? "" : ",");
              text.write(number(values.at(i, j)));
            }
            text.write("\r\n");
            progress.report(j + 1, rows);
          }
          text.flush();
        });
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : BigDecimal.valueOf(value).toString();
  }
}
