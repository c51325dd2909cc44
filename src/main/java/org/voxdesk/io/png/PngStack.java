package org.voxdesk.io.png;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;

/// Pictures of one size as the slices of one series of Secondary Capture images, so that a stack of
/// pictures is looked at, measured and cut like any other. Values are as stored; the first picture
/// is the lowest slice. The identifiers are made from the paths: the same each time.
public final class PngStack {
  private PngStack() {}

  /// A data set for each picture, in their order.
  ///
  /// @param folder what the series is called by
  /// @param kind what the pictures' names have in common, if there are other stacks in the folder
  /// @param pictures pictures of one size and depth
  /// @param mm millimetres from voxel to voxel, in all directions
  public static List<DicomFile> files(Path folder, String kind, List<PngFile> pictures, double mm)
      throws DicomException {
    DataSet common =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
            .with(Tag.SOP_CLASS_UID, Vr.UI, Uids.SECONDARY_CAPTURE_IMAGE_STORAGE)
            .with(Tag.MODALITY, Vr.CS, "OT")
            .with(Tag.SERIES_DESCRIPTION, Vr.LO, description(folder, kind))
            .with(Tag.STUDY_INSTANCE_UID, Vr.UI, uid("study", folder, ""))
            .with(Tag.SERIES_INSTANCE_UID, Vr.UI, uid("series", folder, kind + first(pictures)))
            .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0")
            .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "1")
            .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
            .with(Tag.PIXEL_SPACING, Vr.DS, decimal(mm) + "\\" + decimal(mm))
            .with(Tag.PIXEL_REPRESENTATION, Vr.US, "0");
    var files = new ArrayList<DicomFile>();
    for (int k = 0; k < pictures.size(); k++) {
      DataSet slice = slice(common, pictures.get(k), k, mm);
      files.add(DicomFile.of(slice, TransferSyntax.of(Encoding.EXPLICIT_LITTLE)));
    }
    return files;
  }

  /// Tells stacks of other pictures of the folder apart, and lets one grow at its end.
  private static String first(List<PngFile> pictures) {
    return pictures.isEmpty() ? "" : "\n" + pictures.getFirst().path().getFileName();
  }

  private static DataSet slice(DataSet common, PngFile picture, int k, double mm)
      throws DicomException {
    int bits = 8 * picture.bytes();
    return common
        .with(Tag.SOP_INSTANCE_UID, Vr.UI, uid("image", picture.path(), ""))
        .with(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(k + 1))
        .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "0\\0\\" + decimal(k * mm))
        .with(Tag.ROWS, Vr.US, Integer.toString(picture.height()))
        .with(Tag.COLUMNS, Vr.US, Integer.toString(picture.width()))
        .with(Tag.BITS_ALLOCATED, Vr.US, Integer.toString(bits))
        .with(Tag.BITS_STORED, Vr.US, Integer.toString(bits))
        .with(Tag.HIGH_BIT, Vr.US, Integer.toString(bits - 1))
        .with(
            DataElement.of(
                Tag.PIXEL_DATA,
                bits == 8 ? Vr.OB : Vr.OW,
                ByteOrder.LITTLE_ENDIAN,
                new Value.Bulk(new PngPixels(picture))));
  }

  /// LO holds 64 characters, and no backslash.
  private static String description(Path folder, String kind) {
    String name =
        Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
            .map(Path::toString)
            .orElse("")
            .replaceAll("[\\\\\\p{Cntrl}]", " ");
    String text = ("PNG stack " + name + " " + kind).strip();
    return text.length() > 60 ? text.substring(0, 60) : text;
  }

  /// DS holds 16 characters.
  private static String decimal(double number) {
    String text = Double.toString(Math.round(number * 1e6) / 1e6);
    return text.length() > 16 ? text.substring(0, 16) : text;
  }

  private static String uid(String what, Path path, String kind) {
    String name = what + "\n" + path.toAbsolutePath().normalize() + kind;
    return Uids.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
