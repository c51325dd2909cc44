package org.voxdesk.export;

import java.util.OptionalInt;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Vr;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SliceRange;

/// The CT images of a derived series (PS3.3 A.3), stored in Hounsfield units as int16.
///
/// @param words how it was derived
/// @param padding Pixel Padding Value (PS3.3 C.7.5.1.1.2): what voxels outside the scan are filled
///   with, in a cube that has some and where no voxel inside the scan has that value; viewers hide
///   all pixels that have it, and -1000 is also true air. Elsewhere empty, of a whole series
///   always, whose values are not known before it is written; the segmentation beside the images is
///   the mask
record DerivedImage(
    DerivedContext context, int columns, int rows, Affine grid, String words, OptionalInt padding) {
  /// The SOP Instance UID of slice `k`.
  static String uid(DerivedContext context, int k) {
    return context.uid("image " + k);
  }

  /// @param sources the source slices that it was computed from
  DerivedObject of(int k, Lps position, SliceRange sources, short[] values) {
    DerivedObject image = context.begun();
    image.set("SOPClassUID", Uids.CT_IMAGE_STORAGE);
    image.set("SOPInstanceUID", uid(context, k));
    image.set("ImageType", "DERIVED\\SECONDARY\\AXIAL");
    image.set("Modality", "CT");
    image.set("SeriesInstanceUID", context.uid("series"));
    image.set("SeriesNumber", "1001");
    image.set("SeriesDescription", "Voxdesk resampled");
    image.copy("PatientPosition", context.header());
    bodyPart(image);
    image.set("InstanceNumber", Integer.toString(k + 1));
    image.set("AcquisitionNumber", "1");
    image.set("ContentDate", "");
    image.set("ContentTime", "");
    image.copy("KVP", context.header());
    image.set("DerivationDescription", words);
    image.items(
        "DerivationCodeSequence", DerivedObject.code("113072", "DCM", "Multiplanar reformatting"));
    context.refer(image, sources);
    image.set("PixelSpacing", grid.perRow().length(), grid.perColumn().length());
    image.set("SliceThickness", grid.perSlice().length());
    image.set("ImagePositionPatient", DerivedObject.numbers(position));
    image.set(
        "ImageOrientationPatient",
        DerivedObject.numbers(grid.perColumn().unit(), grid.perRow().unit()));
    image.set("SamplesPerPixel", "1");
    image.set("PhotometricInterpretation", "MONOCHROME2");
    image.set("Rows", Integer.toString(rows));
    image.set("Columns", Integer.toString(columns));
    image.set("BitsAllocated", "16");
    image.set("BitsStored", "16");
    image.set("HighBit", "15");
    image.set("PixelRepresentation", "1");
    if (padding.isPresent()) {
      image.set("PixelPaddingValue", Vr.SS, Integer.toString(padding.getAsInt()));
    }
    image.set("RescaleIntercept", "0");
    image.set("RescaleSlope", "1");
    image.set("RescaleType", "HU");
    image.set("BurnedInAnnotation", "NO");
    String lossy = context.text(Tag.LOSSY_IMAGE_COMPRESSION);
    if (!lossy.isEmpty()) {
      image.set("LossyImageCompression", lossy);
    }
    return image.pixels(Vr.OW, Npy.data(values));
  }

  /// Laterality is required of paired body parts (PS3.3 C.7.3.1, type 2C), and so, empty, where
  /// nobody says which part it is.
  private void bodyPart(DerivedObject image) {
    String part = context.text(Tag.BODY_PART_EXAMINED);
    String side = context.text(Tag.LATERALITY);
    if (!part.isEmpty()) {
      image.set("BodyPartExamined", part);
    }
    if (part.isEmpty() || !side.isEmpty()) {
      image.set("Laterality", side);
    }
  }
}
