package org.voxdesk.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.voxdesk.text.ExplainedException;

/// Writes DICOM files: what was not changed goes back byte for byte.
public final class DicomWriter {
  private DicomWriter() {}

  /// Writes the whole file to `out`, which stays open.
  ///
  /// @throws IOException if `out` fails or a value that was left in its file cannot be had any more
  public static void write(DicomFile file, OutputStream out) throws IOException {
    out.write(file.preamble());
    var elements = new ElementWriter(out);
    elements.write(file.meta());
    elements.write(file.dataSet());
  }

  /// The whole file in memory.
  ///
  /// @throws IOException if a value that was left in its file cannot be had any more
  public static byte[] bytes(DicomFile file) throws IOException {
    var out = new ByteArrayOutputStream();
    write(file, out);
    return out.toByteArray();
  }

  /// Saves the file so that `target` is, at every moment, either what it was or the whole new file.
  /// The target may be the file that is being rewritten.
  ///
  /// @param existing what to do where `target` exists
  /// @throws ExplainedException with one sentence, if it could not be saved; `target` is then as it
  ///   was
  public static void save(DicomFile file, Path target, AtomicFile.Existing existing)
      throws ExplainedException {
    AtomicFile.write(target, existing, out -> write(file, out));
  }
}
