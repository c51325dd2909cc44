package org.voxdesk.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.voxdesk.volume.Cube;

/// NumPy's npz: a ZIP of npy files, compressed as `numpy.savez_compressed` does; the same cube
/// gives the same bytes.
final class Npz {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Npz() {}

  static byte[] encode(CubeExport export) throws IOException {
    Cube cube = export.cube();
    int size = cube.size();
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      put(zip, "cube", Npy.encode(cube.values(), size, size, size));
      put(zip, "mask", Npy.encode(cube.mask(), size, size, size));
      if (export.label().isPresent()) {
        put(zip, "label", Npy.encode(export.label().get(), size, size, size));
      }
      put(zip, "affine", Npy.encode(export.affine().matrix()));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
