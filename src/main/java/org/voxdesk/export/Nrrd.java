package org.voxdesk.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Lps;

/// NRRD files (`NRRD0004`) of int16, and masks of uint8, in LPS, of pictures in a space without a
/// name; gzip inside.
final class Nrrd {
  private Nrrd() {}

  static byte[] encode(short[] values, int size, Affine affine, Space space) throws IOException {
    return encode("int16", Npy.data(values), size, affine, space);
  }

  static byte[] encode(byte[] mask, int size, Affine affine, Space space) throws IOException {
    return encode("uint8", mask, size, affine, space);
  }

  private static byte[] encode(String type, byte[] data, int size, Affine affine, Space space)
      throws IOException {
    String header =
        """
        NRRD0004
        # made by Voxdesk
        type: %s
        dimension: 3
        %s
        sizes: %d %d %d
        space directions: %s %s %s
        kinds: domain domain domain
        endian: little
        encoding: gzip
        space origin: %s

        """
            .formatted(
                type,
                space == Space.PATIENT ? "space: left-posterior-superior" : "space dimension: 3",
                size,
                size,
                size,
                vector(affine.perColumn()),
                vector(affine.perRow()),
                vector(affine.perSlice()),
                vector(affine.origin()));
    var bytes = new ByteArrayOutputStream();
    bytes.write(header.getBytes(StandardCharsets.US_ASCII));
    try (OutputStream out = Nifti.zipping(bytes)) {
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private static String vector(Lps v) {
    return "(" + v.x() + "," + v.y() + "," + v.z() + ")";
  }
}
