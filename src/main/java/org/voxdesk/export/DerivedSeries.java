package org.voxdesk.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.Lps;

/// A cube as a derived CT series in the source's study and frame of reference, with its masks as
/// segmentations of it. UIDs follow from the cube, so that the same cube gives the same files.
final class DerivedSeries {
  private DerivedSeries() {}

  static Map<String, byte[]> files(CubeExport export) throws IOException, ExportException {
    if (export.source().header().isEmpty()) {
      throw new ExportException(Sentence.of("export.no.dicom.source", export.name()));
    }
    Cube cube = export.cube();
    int size = cube.size();
    var context =
        new DerivedContext(
            export.source(), export.options().identifiers(), export.version(), identity(export));
    OptionalInt padding = padding(cube);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int z = 0; z < size; z++) {
      Lps position = cube.affine().lps(0, 0, z);
      short[] slice = Arrays.copyOfRange(cube.values(), z * size * size, (z + 1) * size * size);
      var image = new DerivedImage(context, size, size, cube.affine(), words(cube), padding);
      files.put(
          String.format(Locale.ROOT, "%s_dicom/%04d.dcm", export.name(), z + 1),
          bytes(image.of(z, position, cube.sources(z), slice)));
    }
    if (cube.validCount() > 0) {
      files.put(
          export.name() + "_dicom/valid_seg.dcm",
          bytes(segmentation(context, cube, cube.mask(), DerivedSegmentation.Kind.VALID)));
    }
    if (export.label().isPresent() && marks(export.label().get())) {
      files.put(
          export.name() + "_dicom/label_seg.dcm",
          bytes(
              segmentation(context, cube, export.label().get(), DerivedSegmentation.Kind.NODULE)));
    }
    return files;
  }

  private static DerivedObject segmentation(
      DerivedContext context, Cube cube, byte[] mask, DerivedSegmentation.Kind kind) {
    int size = cube.size();
    List<BitSet> slices = new ArrayList<>(size);
    for (int z = 0; z < size; z++) {
      slices.add(bits(Arrays.copyOfRange(mask, z * size * size, (z + 1) * size * size)));
    }
    return new DerivedSegmentation(context, size, size, cube.affine(), kind).of(slices);
  }

  /// Which voxels of a slice are marked.
  static BitSet bits(byte[] mask) {
    BitSet bits = new BitSet(mask.length);
    for (int at = 0; at < mask.length; at++) {
      bits.set(at, mask[at] != 0);
    }
    return bits;
  }

  private static boolean marks(byte[] mask) {
    for (byte mark : mask) {
      if (mark != 0) {
        return true;
      }
    }
    return false;
  }

  /// What only voxels outside the scan have; empty where there are none, or others have it, too.
  private static OptionalInt padding(Cube cube) {
    boolean isPadded = false;
    for (int at = 0; at < cube.values().length; at++) {
      boolean isValid = cube.mask()[at] != 0;
      isPadded |= !isValid;
      if (isValid && cube.values()[at] == cube.fill()) {
        return OptionalInt.empty();
      }
    }
    return isPadded ? OptionalInt.of(cube.fill()) : OptionalInt.empty();
  }

  private static String words(Cube cube) {
    return "Resampled to "
        + cube.mm()
        + " mm, "
        + cube.mode().name().toLowerCase(Locale.ROOT)
        + ": "
        + cube.interpolation();
  }

  /// What makes this cube another than all others.
  private static String identity(CubeExport export) {
    Cube cube = export.cube();
    return export.source().seriesInstanceUid()
        + " "
        + cube.affine()
        + " "
        + cube.size()
        + " "
        + Sha256.hex(Npy.data(cube.values()));
  }

  static byte[] bytes(DerivedObject object) throws IOException {
    return DicomWriter.bytes(DicomFile.of(object.dataSet(), TransferSyntax.EXPLICIT_LITTLE));
  }
}
