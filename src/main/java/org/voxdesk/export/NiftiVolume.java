package org.voxdesk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.ResampledGrid;

/// A grid as two NIfTI-1 files, its values and what of it is inside the scan, slice by slice.
final class NiftiVolume {
  private final ResampledGrid grid;
  private final Affine affine;
  private long valid;

  NiftiVolume(ResampledGrid grid, Affine affine) {
    this.grid = grid;
    this.affine = affine;
  }

  /// Writes both; the streams stay open, for they are not ours to close.
  void write(OutputStream values, OutputStream mask, Progress progress) throws IOException {
    Geometry geometry = grid.geometry();
    int columns = geometry.columns();
    int rows = geometry.rows();
    int slices = geometry.slices();
    short[] hu = new short[columns * rows];
    byte[] inside = new byte[hu.length];
    GZIPOutputStream volume = Nifti.zipping(values);
    GZIPOutputStream marks = Nifti.zipping(mask);
    volume.write(Nifti.header(columns, rows, slices, affine));
    marks.write(Nifti.maskHeader(columns, rows, slices, affine));
    for (int k = 0; k < slices; k++) {
      progress.checkCancelled();
      grid.slice(k, hu, inside);
      volume.write(Npy.data(hu));
      marks.write(inside);
      for (byte one : inside) {
        valid += one;
      }
      progress.report(k + 1, slices);
    }
    volume.finish();
    marks.finish();
  }

  /// How many voxels are inside the scan, once it is written.
  long valid() {
    return valid;
  }
}
