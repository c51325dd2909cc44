package org.voxdesk.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Lps;

/// NIfTI-1 files (`.nii.gz`), whose world is RAS: x and y have the opposite sign of LPS. Both
/// `sform` and, where the axes are perpendicular, `qform` say where the voxels lie, in scanner
/// coordinates; the first index runs along x as in the array, whose last axis it is.
final class Nifti {
  private static final int HEADER = 352;
  private static final int UNITS = 123;
  private static final short UINT8 = 2;
  private static final short INT16 = 4;
  private static final short SCANNER = 1;
  private static final byte MILLIMETRES = 2;

  private Nifti() {}

  static byte[] encode(short[] values, int size, Affine affine, Space space) throws IOException {
    return zipped(in(space, header(INT16, 16, size, size, size, affine)), Npy.data(values));
  }

  static byte[] encode(byte[] values, int size, Affine affine, Space space) throws IOException {
    return zipped(in(space, header(UINT8, 8, size, size, size, affine)), values);
  }

  /// Without unit and patient where there are none: both forms 0, so that only the edges of the
  /// voxels count, which are 1.
  private static byte[] in(Space space, byte[] header) {
    if (space == Space.VOXELS) {
      header[UNITS] = 0;
      ByteBuffer.wrap(header).putShort(252, (short) 0).putShort(254, (short) 0);
    }
    return header;
  }

  private static byte[] zipped(byte[] header, byte[] data) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = zipping(bytes)) {
      out.write(header);
      out.write(data);
    }
    return bytes.toByteArray();
  }

  /// A stream whose header says nothing of when and where.
  static GZIPOutputStream zipping(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, 1 << 16) {
      {
        def.setLevel(1);
      }
    };
  }

  /// The header of an int16 volume.
  static byte[] header(int columns, int rows, int slices, Affine affine) {
    return header(INT16, 16, columns, rows, slices, affine);
  }

  /// The header of a mask.
  static byte[] maskHeader(int columns, int rows, int slices, Affine affine) {
    return header(UINT8, 8, columns, rows, slices, affine);
  }

  private static byte[] header(
      short type, int bits, int columns, int rows, int slices, Affine affine) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 348);
    short[] dim = {3, (short) columns, (short) rows, (short) slices, 1, 1, 1, 1};
    header.position(40);
    header.asShortBuffer().put(dim);
    header.putShort(70, type).putShort(72, (short) bits);
    Lps[] axes = {affine.perColumn(), affine.perRow(), affine.perSlice()};
    header.putFloat(76, handedness(axes));
    for (int axis = 0; axis < 3; axis++) {
      header.putFloat(80 + 4 * axis, (float) axes[axis].length());
    }
    header.putFloat(108, HEADER).putFloat(112, 1f);
    header.put(UNITS, MILLIMETRES);
    header.position(148);
    header.put("Voxdesk".getBytes(StandardCharsets.US_ASCII));
    header.putShort(254, SCANNER);
    double[][] ras = ras(affine);
    for (int at = 0; at < 12; at++) {
      header.putFloat(280 + 4 * at, (float) ras[at / 4][at % 4]);
    }
    if (perpendicular(axes)) {
      header.putShort(252, SCANNER);
      double[] q = quaternion(ras, axes, handedness(axes));
      for (int at = 0; at < 3; at++) {
        header.putFloat(256 + 4 * at, (float) q[at]);
        header.putFloat(268 + 4 * at, (float) ras[at][3]);
      }
    }
    header.position(344);
    header.put(new byte[] {'n', '+', '1', 0});
    return header.array();
  }

  private static double[][] ras(Affine affine) {
    double[][] matrix = affine.matrix();
    for (int column = 0; column < 4; column++) {
      matrix[0][column] = -matrix[0][column];
      matrix[1][column] = -matrix[1][column];
    }
    return matrix;
  }

  /// 1 or -1, `qfac`: whether the axes are right-handed, in RAS as in LPS.
  private static float handedness(Lps[] axes) {
    return axes[0].cross(axes[1]).dot(axes[2]) < 0 ? -1 : 1;
  }

  private static boolean perpendicular(Lps[] axes) {
    return Math.abs(axes[0].unit().dot(axes[1].unit())) < 1e-5
        && Math.abs(axes[1].unit().dot(axes[2].unit())) < 1e-5
        && Math.abs(axes[2].unit().dot(axes[0].unit())) < 1e-5;
  }

  /// b, c, d of the quaternion of the rotation in the matrix, a being positive.
  private static double[] quaternion(double[][] ras, Lps[] axes, float handedness) {
    double[][] r = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double sign = column == 2 ? handedness : 1;
        r[row][column] = sign * ras[row][column] / axes[column].length();
      }
    }
    double b = root(1 + r[0][0] - r[1][1] - r[2][2]);
    double c = root(1 - r[0][0] + r[1][1] - r[2][2]);
    double d = root(1 - r[0][0] - r[1][1] + r[2][2]);
    double a = root(1 + r[0][0] + r[1][1] + r[2][2]);
    if (a > 1e-6) {
      return new double[] {
        Math.copySign(b, r[2][1] - r[1][2]),
        Math.copySign(c, r[0][2] - r[2][0]),
        Math.copySign(d, r[1][0] - r[0][1])
      };
    }
    // Half a turn: only the signs against each other matter.
    if (b >= c && b >= d) {
      return new double[] {b, Math.copySign(c, r[0][1]), Math.copySign(d, r[0][2])};
    }
    return c >= d
        ? new double[] {Math.copySign(b, r[0][1]), c, Math.copySign(d, r[1][2])}
        : new double[] {Math.copySign(b, r[0][2]), Math.copySign(c, r[1][2]), d};
  }

  private static double root(double fourSquares) {
    return Math.sqrt(Math.max(0, fourSquares)) / 2;
  }
}
