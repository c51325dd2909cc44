package org.voxdesk.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampleMode;

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
              name + "_mosaic.png", GreyPng.encode(export.mosaic().draw(cube, export.window())));
      case PNG -> pictures(export, files);
      case NPY -> {
        files.put(name + ".npy", Npy.encode(cube.values(), size, size, size));
        for (Mask mask : masks(export)) {
          files.put(mask.file(name, ".npy"), Npy.encode(mask.marks(), size, size, size));
        }
      }
      case NPZ -> files.put(name + ".npz", Npz.encode(export));
      case NIFTI -> {
        files.put(
            name + ".nii.gz", Nifti.encode(cube.values(), size, export.affine(), export.space()));
        for (Mask mask : masks(export)) {
          files.put(
              mask.file(name, ".nii.gz"),
              Nifti.encode(mask.marks(), size, export.affine(), export.space()));
        }
      }
      case NRRD -> {
        files.put(
            name + ".nrrd", Nrrd.encode(cube.values(), size, export.affine(), export.space()));
        for (Mask mask : masks(export)) {
          files.put(
              mask.file(name, ".nrrd"),
              Nrrd.encode(mask.marks(), size, export.affine(), export.space()));
        }
      }
      case DICOM -> files.putAll(DerivedSeries.files(export));
    }
    return files;
  }

  /// A mask that goes beside a cube as a file of its own, 1 or 0 for each voxel.
  @SuppressWarnings("ArrayRecordComponent")
  private record Mask(String kind, byte[] marks) {
    String file(String name, String ending) {
      return name + "_" + kind + ending;
    }
  }

  /// Of every cube in physical mode, so that no reader has to ask whether there is one; classic
  /// mode knows no outside.
  private static List<Mask> masks(CubeExport export) {
    List<Mask> masks = new ArrayList<>();
    if (export.cube().mode() == ResampleMode.PHYSICAL) {
      masks.add(new Mask("mask", export.cube().mask()));
    }
    export.label().ifPresent(label -> masks.add(new Mask("label", label)));
    return masks;
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
