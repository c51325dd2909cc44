package org.voxdesk.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.text.ExplainedException;

/// Writes DICOM files: what was not changed goes back byte for byte.
public final class DicomWriter {
  private static final int BUFFER = 16 * 1024;

  private DicomWriter() {}

  /// Writes the whole file to `out`, which stays open.
  ///
  /// @throws IOException if `out` fails or a value that was left in its file cannot be had any more
  public static void write(DicomFile file, OutputStream out) throws IOException {
    out.write(file.preamble());
    var elements = new ElementWriter(out);
    elements.write(file.meta());
    if (!file.transferSyntax().deflated()) {
      elements.write(file.dataSet());
    } else if (file.deflated().filter(d -> d.dataSet() == file.dataSet()).isPresent()) {
      try (var in = file.deflated().get().bytes().open()) {
        in.transferTo(out);
      }
    } else {
      boolean zlib = file.deflated().isPresent() && Inflated.isZlib(file.deflated().get().bytes());
      deflate(file.dataSet(), zlib, out);
    }
  }

  /// Plain deflate without a header, made even with a zero byte (PS3.5 A.5); with the header of
  /// zlib where the file had it before.
  private static void deflate(DataSet dataSet, boolean zlib, OutputStream out) throws IOException {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, !zlib);
    try {
      var deflated = new DeflaterOutputStream(out, deflater, BUFFER);
      new ElementWriter(deflated).write(dataSet);
      deflated.finish();
      if ((deflater.getBytesWritten() & 1) != 0) {
        out.write(0);
      }
    } finally {
      deflater.end();
    }
  }

  /// Bytes that meta header and data set take when they are written, before any deflating.
  public static long length(DicomFile file) {
    return ElementWriter.length(file.meta()) + ElementWriter.length(file.dataSet());
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

  /// The same for one of many files, whose folders are forced to the disk together.
  ///
  /// @throws ExplainedException with one sentence, if it could not be saved; `target` is then as it
  ///   was
  public static void save(
      DicomFile file, Path target, AtomicFile.Existing existing, ForcedFolders folders)
      throws ExplainedException {
    AtomicFile.write(target, existing, out -> write(file, out), folders);
  }
}
