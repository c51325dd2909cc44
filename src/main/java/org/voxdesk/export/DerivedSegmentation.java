package org.voxdesk.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Vr;
import org.voxdesk.volume.Affine;

/// A mask as a binary Segmentation (PS3.3 A.51) of a derived series: one segment, a frame for every
/// slice that has something of it.
record DerivedSegmentation(
    DerivedContext context, int columns, int rows, Affine grid, DerivedSegmentation.Kind kind) {
  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.66.4";

  private static final String NO_DATE = "19700101";

  /// What a mask marks.
  enum Kind {
    VALID,
    NODULE;

    String label() {
      return this == VALID ? "Inside the scan" : "Nodule";
    }

    DerivedObject algorithm() {
      var segment = new DerivedObject();
      return this == VALID
          ? segment.set("SegmentAlgorithmType", "AUTOMATIC").set("SegmentAlgorithmName", "Voxdesk")
          : segment.set("SegmentAlgorithmType", "MANUAL");
    }

    DerivedObject category() {
      return this == VALID
          ? DerivedObject.code("123037004", "SCT", "Anatomical Structure")
          : DerivedObject.code("49755003", "SCT", "Morphologically Abnormal Structure");
    }

    DerivedObject type() {
      return this == VALID
          ? DerivedObject.code("38266002", "SCT", "Entire Body")
          : DerivedObject.code("27925004", "SCT", "Nodule");
    }
  }

  /// @param masks the marked voxels of each slice, `j * columns + i`; some of them
  DerivedObject of(List<BitSet> masks) {
    List<Integer> slices =
        IntStream.range(0, masks.size()).filter(z -> !masks.get(z).isEmpty()).boxed().toList();
    DerivedObject object = context.begun();
    object.set("SOPClassUID", STORAGE);
    object.set("SOPInstanceUID", context.uid("segmentation " + kind));
    object.set("ImageType", "DERIVED\\PRIMARY");
    object.set("Modality", "SEG");
    object.set("SeriesInstanceUID", context.uid("segmentation series " + kind));
    object.set("SeriesNumber", kind == Kind.VALID ? "1002" : "1003");
    object.set("SeriesDescription", "Voxdesk mask");
    object.set("InstanceNumber", "1");
    content(object);
    object.set("ContentLabel", kind.name()).set("ContentDescription", kind.label());
    object.set("ContentCreatorName", "");
    pixelModule(object, slices.size());
    object.items(
        "SegmentSequence",
        kind.algorithm()
            .set("SegmentNumber", "1")
            .set("SegmentLabel", kind.label())
            .items("SegmentedPropertyCategoryCodeSequence", kind.category())
            .items("SegmentedPropertyTypeCodeSequence", kind.type()));
    references(object, masks.size());
    frames(object, slices);
    return object.pixels(Vr.OB, packed(masks, slices));
  }

  /// Content Date and Time must not be empty (PS3.3 C.7.6.16). The time of writing would make files
  /// of the same cube differ, so they are those of the study where its dates may be told; else a
  /// date that nobody takes for one, as PS3.15 asks for.
  private void content(DerivedObject object) {
    boolean full = context.identifiers() == Identifiers.FULL;
    String date = full ? context.text(Tag.STUDY_DATE) : "";
    String time = date.isEmpty() ? "" : context.text(Tag.STUDY_TIME);
    object.set("ContentDate", date.isEmpty() ? NO_DATE : date);
    object.set("ContentTime", time.isEmpty() ? "000000" : time);
  }

  private void pixelModule(DerivedObject object, int frames) {
    object.set("SegmentationType", "BINARY");
    object.set("SamplesPerPixel", "1").set("PhotometricInterpretation", "MONOCHROME2");
    object.set("NumberOfFrames", Integer.toString(frames));
    object.set("Rows", Integer.toString(rows)).set("Columns", Integer.toString(columns));
    object.set("BitsAllocated", "1").set("BitsStored", "1").set("HighBit", "0");
    object.set("PixelRepresentation", "0").set("LossyImageCompression", "00");
    object.set("BurnedInAnnotation", "NO");
  }

  private void references(DerivedObject object, int count) {
    List<DerivedObject> images = new ArrayList<>();
    for (int z = 0; z < count; z++) {
      images.add(DerivedObject.reference(Uids.CT_IMAGE_STORAGE, DerivedImage.uid(context, z)));
    }
    object.items(
        "ReferencedSeriesSequence",
        new DerivedObject()
            .items("ReferencedInstanceSequence", images)
            .set("SeriesInstanceUID", context.uid("series")));
  }

  private void frames(DerivedObject object, List<Integer> slices) {
    String dimensions = context.uid("dimensions " + kind);
    object.items(
        "DimensionOrganizationSequence",
        new DerivedObject().set("DimensionOrganizationUID", dimensions));
    object.items(
        "DimensionIndexSequence",
        new DerivedObject()
            .set("DimensionOrganizationUID", dimensions)
            .set("DimensionIndexPointer", "00200032")
            .set("FunctionalGroupPointer", "00209113")
            .set("DimensionDescriptionLabel", "Image Position Patient"));
    object.items("SharedFunctionalGroupsSequence", shared());
    List<DerivedObject> frames = new ArrayList<>();
    for (int n = 0; n < slices.size(); n++) {
      frames.add(frame(slices.get(n), n + 1));
    }
    object.items("PerFrameFunctionalGroupsSequence", frames);
  }

  private DerivedObject shared() {
    return new DerivedObject()
        .items(
            "PixelMeasuresSequence",
            new DerivedObject()
                .set("SliceThickness", grid.perSlice().length())
                .set("SpacingBetweenSlices", grid.perSlice().length())
                .set("PixelSpacing", grid.perRow().length(), grid.perColumn().length()))
        .items(
            "PlaneOrientationSequence",
            new DerivedObject()
                .set(
                    "ImageOrientationPatient",
                    DerivedObject.numbers(grid.perColumn().unit(), grid.perRow().unit())))
        .items(
            "SegmentIdentificationSequence",
            new DerivedObject().set("ReferencedSegmentNumber", "1"));
  }

  private DerivedObject frame(int z, int number) {
    DerivedObject source =
        DerivedObject.reference(Uids.CT_IMAGE_STORAGE, DerivedImage.uid(context, z))
            .items(
                "PurposeOfReferenceCodeSequence",
                DerivedObject.code("121322", "DCM", "Source image for image processing operation"));
    return new DerivedObject()
        .items(
            "DerivationImageSequence",
            new DerivedObject()
                .items("SourceImageSequence", source)
                .items(
                    "DerivationCodeSequence", DerivedObject.code("113076", "DCM", "Segmentation")))
        .items(
            "FrameContentSequence",
            new DerivedObject().set("DimensionIndexValues", Integer.toString(number)))
        .items(
            "PlanePositionSequence",
            new DerivedObject()
                .set("ImagePositionPatient", DerivedObject.numbers(grid.lps(0, 0, z))));
  }

  /// One bit a voxel, the first in the lowest bit, frames without a gap between them (PS3.5 8.1.1).
  private byte[] packed(List<BitSet> masks, List<Integer> slices) {
    int count = columns * rows;
    long bits = (long) slices.size() * count;
    byte[] packed = new byte[Math.toIntExact((bits + 15) / 16 * 2)];
    for (int n = 0; n < slices.size(); n++) {
      BitSet mask = masks.get(slices.get(n));
      for (int at = mask.nextSetBit(0); at >= 0; at = mask.nextSetBit(at + 1)) {
        long bit = (long) n * count + at;
        packed[(int) (bit / 8)] |= (byte) (1 << bit % 8);
      }
    }
    return packed;
  }
}
