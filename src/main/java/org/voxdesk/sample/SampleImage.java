package org.voxdesk.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// The data set of one sample image: the modules of the CT Image IOD (PS3.3 A.3.3).
final class SampleImage {
  /// To be raised whenever the pictures or the attributes change, so that copies made by an older
  /// program are not taken for the present ones.
  private static final int EDITION = 2;

  private static final String STUDY_UID = uid("study");
  private static final String SERIES_UID = uid("series");
  private static final String FRAME_UID = uid("frame of reference");
  private static final String DATE = "20260105";
  private static final String TIME = "093000";
  private static final Encoding ENCODING = Encoding.EXPLICIT_LITTLE;

  private DataSet dataSet = DataSet.empty(ENCODING);

  private SampleImage() {}

  /// The SOP Instance UID of slice `k`.
  static String uid(int k) {
    return uid("image " + k);
  }

  /// The image of slice `k` with these HU.
  static DataSet of(int k, short[] hu) {
    var image = new SampleImage();
    image.patientAndStudy();
    image.series();
    image.plane(k);
    image.acquisition();
    image.pixels(hu);
    return image.dataSet;
  }

  private void patientAndStudy() {
    set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
    set(Tag.PATIENT_NAME, "Voxdesk^Sample");
    set(Tag.PATIENT_ID, "VOXDESK-SAMPLE");
    set(Tag.PATIENT_BIRTH_DATE, "");
    set(Tag.PATIENT_SEX, "O");
    set("QualityControlSubject", "YES");
    set(Tag.STUDY_INSTANCE_UID, STUDY_UID);
    set(Tag.STUDY_DATE, DATE);
    set(Tag.STUDY_TIME, TIME);
    set(Tag.STUDY_ID, "1");
    set(Tag.STUDY_DESCRIPTION, "Synthetic chest CT");
    set(Tag.ACCESSION_NUMBER, "");
    set(Tag.REFERRING_PHYSICIAN_NAME, "");
  }

  private void series() {
    set(Tag.MODALITY, "CT");
    set(Tag.SERIES_INSTANCE_UID, SERIES_UID);
    set(Tag.SERIES_NUMBER, "1");
    set(Tag.SERIES_DATE, DATE);
    set(Tag.SERIES_TIME, TIME);
    set(Tag.SERIES_DESCRIPTION, "Chest 2.5 mm");
    set(Tag.BODY_PART_EXAMINED, "CHEST");
    set(Tag.PATIENT_POSITION, "HFS");
    set(Tag.FRAME_OF_REFERENCE_UID, FRAME_UID);
    set(Tag.POSITION_REFERENCE_INDICATOR, "");
    set(Tag.MANUFACTURER, "Voxdesk");
    set(Tag.MANUFACTURER_MODEL_NAME, "Phantom");
    set(Tag.SOFTWARE_VERSIONS, Integer.toString(EDITION));
  }

  private void plane(int k) {
    set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE);
    set(Tag.SOP_INSTANCE_UID, uid(k));
    set(Tag.INSTANCE_NUMBER, Integer.toString(k + 1));
    String z = decimal(Phantom.z(k));
    set(
        Tag.IMAGE_POSITION_PATIENT,
        decimal(Phantom.x(0)) + "\\" + decimal(Phantom.y(0)) + "\\" + z);
    set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0");
    set(Tag.SLICE_LOCATION, z);
    set(Tag.SLICE_THICKNESS, decimal(Phantom.SLICE_MM));
    set(Tag.PIXEL_SPACING, decimal(Phantom.PIXEL_MM) + "\\" + decimal(Phantom.PIXEL_MM));
  }

  private void acquisition() {
    set(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\AXIAL");
    set(Tag.ACQUISITION_NUMBER, "1");
    set(Tag.ACQUISITION_DATE, DATE);
    set(Tag.ACQUISITION_TIME, TIME);
    set(Tag.CONTENT_DATE, DATE);
    set(Tag.CONTENT_TIME, TIME);
    set(Tag.KVP, "120");
    set(Tag.GANTRY_DETECTOR_TILT, "0");
    set(Tag.CONVOLUTION_KERNEL, "BINOMIAL");
    set("ImageComments", "Made by a program; no patient");
  }

  private void pixels(short[] hu) {
    set(Tag.SAMPLES_PER_PIXEL, "1");
    set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    set(Tag.ROWS, Integer.toString(Phantom.ROWS));
    set(Tag.COLUMNS, Integer.toString(Phantom.COLUMNS));
    set(Tag.BITS_ALLOCATED, "16");
    set(Tag.BITS_STORED, "16");
    set(Tag.HIGH_BIT, "15");
    set(Tag.PIXEL_REPRESENTATION, "1");
    set(Tag.RESCALE_INTERCEPT, "0");
    set(Tag.RESCALE_SLOPE, "1");
    set(Tag.RESCALE_TYPE, "HU");
    set(Tag.WINDOW_CENTER, "-600\\40");
    set(Tag.WINDOW_WIDTH, "1500\\400");
    set(Tag.WINDOW_EXPLANATION, "Lung\\Mediastinum");
    byte[] bytes = new byte[2 * hu.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(hu);
    dataSet =
        dataSet.with(
            DataElement.of(Tag.PIXEL_DATA, Vr.OW, ENCODING.order(), new Value.Bytes(bytes)));
  }

  private void set(String keyword, String text) {
    set(Dictionary.standard().tag(keyword).orElseThrow(), text);
  }

  private void set(Tag tag, String text) {
    try {
      dataSet = dataSet.with(tag, Dictionary.standard().vr(tag), text);
    } catch (DicomException e) {
      throw new IllegalArgumentException(tag + " " + text, e);
    }
  }

  /// Millimetres without the noise of binary fractions.
  private static String decimal(double millimetres) {
    return BigDecimal.valueOf(millimetres)
        .setScale(4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String uid(String what) {
    String name = "voxdesk sample, edition " + EDITION + ", " + what;
    return Uids.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
