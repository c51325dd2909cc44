package org.voxdesk.export;

import java.nio.file.Path;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

/// Writes masks: which voxels of a stack belong to something.
public final class MaskFiles {
  private MaskFiles() {}

  /// The marks of a stack, slice by slice.
  @FunctionalInterface
  public interface Slices {
    /// Not 0 for each voxel of slice `k` that belongs to it, `[j * columns + i]`.
    byte[] marks(int k);
  }

  /// A NumPy file of uint8, 0 or 1, of shape (slices, rows, columns): k, j, i.
  ///
  /// @throws ExplainedException if it cannot be written; `target` is then as it was
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static void npy(
      Path target,
      AtomicFile.Existing existing,
      int columns,
      int rows,
      int slices,
      Slices mask,
      Progress progress)
      throws ExplainedException {
    AtomicFile.write(
        target,
        existing,
        out -> {
          out.write(Npy.header("|u1", slices, rows, columns));
          for (int k = 0; k < slices; k++) {
            progress.checkCancelled();
            out.write(levels(mask.marks(k), (byte) 1));
            progress.report(k + 1, slices);
          }
        });
  }

  /// A grey PNG of one slice, white where it belongs to it.
  ///
  /// @throws ExplainedException if it cannot be written; `target` is then as it was
  public static void png(
      Path target, AtomicFile.Existing existing, int columns, int rows, byte[] marks)
      throws ExplainedException {
    byte[] file = GreyPng.encode(new GreyImage(columns, rows, levels(marks, (byte) 0xFF)));
    AtomicFile.write(target, existing, out -> out.write(file));
  }

  private static byte[] levels(byte[] marks, byte level) {
    byte[] levels = new byte[marks.length];
    for (int at = 0; at < marks.length; at++) {
      levels[at] = marks[at] != 0 ? level : 0;
    }
    return levels;
  }
}
