package org.voxdesk.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;

/// The files of a cube, in memory, by their names.
final class CubeFiles {
  private CubeFiles() {}

  static Map<String, byte[]> of(CubeExport export, CubeFormat format)
      throws IOException, ExportException {
    Cube cube = export.cube();
    String name = export.name();
    int size = cube.size();
    Map<String, byte[]> files = new LinkedHashMap<>();
    switch (format) {
      case MOSAIC ->
          files.put(
              name + "_mosaic.png", GreyPng.encode(Mosaic.of(size).draw(cube, export.window())));
      case PNG -> pictures(export, files);
      case NPY -> {
        files.put(name + ".npy", Npy.encode(cube.values(), size, size, size));
        export
            .label()
            .ifPresent(
                label -> files.put(name + "_label.npy", Npy.encode(label, size, size, size)));
      }
      case NPZ -> files.put(name + ".npz", Npz.encode(export));
      case NIFTI -> {
        files.put(name + ".nii.gz", Nifti.encode(cube.values(), size, cube.affine()));
        if (export.label().isPresent()) {
          Affine affine = cube.affine();
          files.put(name + "_label.nii.gz", Nifti.encode(export.label().get(), size, affine));
        }
      }
      case NRRD -> files.put(name + ".nrrd", Nrrd.encode(cube.values(), size, cube.affine()));
      case DICOM -> files.putAll(DerivedSeries.files(export));
    }
    return files;
  }

  private static void pictures(CubeExport export, Map<String, byte[]> files) {
    int size = export.cube().size();
    byte[] grey = new byte[size * size * size];
    GreyWindow.apply(export.window().table(), export.cube().values(), grey);
    for (int z = 0; z < size; z++) {
      byte[] slice = java.util.Arrays.copyOfRange(grey, z * size * size, (z + 1) * size * size);
      files.put(
          String.format(Locale.ROOT, "%s_png/img_%04d_i.png", export.name(), z),
          GreyPng.encode(new GreyImage(size, size, slice)));
    }
  }
}
