package org.voxdesk.bench;

import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;

/// One CT frame of 512 × 512 in every compression, from the fragments in the system's cache to
/// stored values, on one thread.
@State(Scope.Benchmark)
public class DecodeFrames {
  static final long PIXELS = 512 * 512;

  @Param({
    "ct_rle",
    "ct_jpeg_lossless_sv1_ts70",
    "ct_jpeg_lossless_sv6",
    "ct_jpegls_lossless",
    "ct_jpeg_extended12",
    "ct_j2k_lossless",
    "ct_j2k_lossy"
  })
  public String name = "";

  private final FrameReader reader = new FrameReader();
  private DicomFile file = null;

  @Setup
  public void open() throws DicomException {
    Path folder = ScanFolder.testData().resolve("codec");
    file = DicomReader.read(folder.resolve(name + ".dcm"));
  }

  @Benchmark
  public Frame decode() throws DicomException {
    return reader.read(file.dataSet(), file.transferSyntax(), 0);
  }
}
