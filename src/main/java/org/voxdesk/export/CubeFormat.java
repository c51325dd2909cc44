package org.voxdesk.export;

import java.util.Locale;

/// What a cube is written as; a sidecar `<name>.json` goes with all of them.
public enum CubeFormat {
  /// `<name>_mosaic.png`: all slices in one grey picture.
  MOSAIC,
  /// `<name>_png/img_0000_i.png`, …: a grey picture a slice.
  PNG,
  /// `<name>.npy`: int16, z, y, x. Beside it, in physical mode, `<name>_mask.npy` of uint8, 1
  /// inside the scan, and, where there is a mask of a nodule, `<name>_label.npy`.
  NPY,
  /// `<name>.npz`: `cube`, `mask` (uint8, 1 where valid), `affine` (voxel x, y, z to LPS), and
  /// `label` where there is a mask of a nodule.
  NPZ,
  /// `<name>.nii.gz`: NIfTI-1, int16, RAS; beside it `<name>_mask.nii.gz` and `<name>_label.nii.gz`
  /// as of [#NPY].
  NIFTI,
  /// `<name>.nrrd`: int16, LPS, gzip inside; beside it `<name>_mask.nrrd` and `<name>_label.nrrd`
  /// as of [#NPY].
  NRRD,
  /// `<name>_dicom/0001.dcm`, …: a derived CT series, and the validity mask and that of a nodule as
  /// segmentations.
  DICOM;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
