package org.voxdesk;

import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// Multi-frame images of 2 × 2 pixels whose functional groups say where each frame lies and how it
/// is rescaled.
public final class EnhancedImages {
  private static final Tag SHARED = Tag.of(0x5200, 0x9229);
  private static final Tag PER_FRAME = Tag.of(0x5200, 0x9230);
  private static final Tag PLANE_POSITION = Tag.of(0x0020, 0x9113);
  private static final Tag PLANE_ORIENTATION = Tag.of(0x0020, 0x9116);
  private static final Tag PIXEL_MEASURES = Tag.of(0x0028, 0x9110);
  private static final Tag PIXEL_VALUE_TRANSFORMATION = Tag.of(0x0028, 0x9145);

  private EnhancedImages() {}

  /// The groups of a frame at height `z`.
  public static DataSet frame(double z, String slope, String intercept) throws DicomException {
    DataSet empty = DataSet.empty(Encoding.EXPLICIT_LITTLE);
    DataSet position = empty.with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "1\\2\\" + z);
    DataSet rescale =
        empty.with(Tag.RESCALE_SLOPE, Vr.DS, slope).with(Tag.RESCALE_INTERCEPT, Vr.DS, intercept);
    return empty
        .with(Images.sequence(PLANE_POSITION, position))
        .with(Images.sequence(PIXEL_VALUE_TRANSFORMATION, rescale));
  }

  /// An image whose stored values are 10 in its first frame, 20 in its second, and so on; rows are
  /// 0.5 mm apart, columns 0.25 mm.
  public static DataSet of(DataSet... frames) throws DicomException {
    DataSet empty = DataSet.empty(Encoding.EXPLICIT_LITTLE);
    DataSet orientation = empty.with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0");
    DataSet measures = empty.with(Tag.PIXEL_SPACING, Vr.DS, "0.5\\0.25");
    DataSet shared =
        empty
            .with(Images.sequence(PLANE_ORIENTATION, orientation))
            .with(Images.sequence(PIXEL_MEASURES, measures));
    short[] values = new short[4 * frames.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (10 * (i / 4 + 1));
    }
    return Images.grey(Encoding.EXPLICIT_LITTLE, Images.Layout.ct(2, 2), values)
        .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.5")
        .with(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames.length))
        .with(Images.sequence(SHARED, shared))
        .with(Images.sequence(PER_FRAME, frames));
  }
}
