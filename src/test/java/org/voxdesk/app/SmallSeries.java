package org.voxdesk.app;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Voxel;

/// A CT series of 40 slices of 96 × 96 voxels, 1 × 1 × 2 mm, air with a ball of tissue in it.
public final class SmallSeries {
  public static final int SIZE = 96;
  public static final int SLICES = 40;
  public static final String UID = "1.2.826.0.1.3680043.8.498.1";

  /// The centre of the ball in voxels: column, row, slice.
  public static final Voxel BALL = new Voxel(50, 40, 20);

  private static final int RADIUS_MM = 12;
  private static final Tag SEQUENCE = Tag.of(0x0008, 0x1140);
  private static final Tag REFERENCED = Tag.of(0x0008, 0x1155);

  private SmallSeries() {}

  /// Writes the series into `folder`.
  ///
  /// @return the files, ascending in z
  public static List<Path> write(Path folder) throws DicomException, ExplainedException {
    List<Path> files = new ArrayList<>();
    for (int k = 0; k < SLICES; k++) {
      Path file = folder.resolve("slice" + (100 + k) + ".dcm");
      DicomWriter.save(slice(k), file, AtomicFile.Existing.REFUSE);
      files.add(file);
    }
    return files;
  }

  /// One slice as a file in memory.
  public static DicomFile slice(int k) throws DicomException {
    Encoding encoding = Encoding.EXPLICIT_LITTLE;
    DataSet item = DataSet.empty(encoding).with(REFERENCED, Vr.UI, "1.2.3." + (k + 1));
    DataSet dataSet =
        DataSet.empty(encoding)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
            .with(Tag.SOP_INSTANCE_UID, Vr.UI, UID + ".1." + (k + 1))
            .with(Tag.MODALITY, Vr.CS, "CT")
            .with(
                DataElement.of(
                    SEQUENCE,
                    Vr.SQ,
                    encoding.order(),
                    new Value.Items(List.of(new Value.Item(item, Framing.NONE)))))
            .with(Tag.PATIENT_NAME, Vr.PN, "Ball^Test")
            .with(Tag.PATIENT_ID, Vr.LO, "B1")
            .with(Tag.of(0x0009, 0x0010), Vr.LO, "GEMS_IDEN_01")
            .with(Tag.of(0x0009, 0x1001), Vr.LO, "GE_GENESIS_FF")
            .with(Tag.of(0x0020, 0x4000), Vr.LT, "first line\r\nsecond line")
            .with(Tag.STUDY_INSTANCE_UID, Vr.UI, UID + ".0")
            .with(Tag.SERIES_INSTANCE_UID, Vr.UI, UID)
            .with(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(k + 1))
            .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "-48\\-48\\" + (2 * k - 100))
            .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0")
            .with(Tag.SLICE_THICKNESS, Vr.DS, "2")
            .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "1")
            .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
            .with(Tag.ROWS, Vr.US, Integer.toString(SIZE))
            .with(Tag.COLUMNS, Vr.US, Integer.toString(SIZE))
            .with(Tag.PIXEL_SPACING, Vr.DS, "1\\1")
            .with(Tag.BITS_ALLOCATED, Vr.US, "16")
            .with(Tag.BITS_STORED, Vr.US, "16")
            .with(Tag.HIGH_BIT, Vr.US, "15")
            .with(Tag.PIXEL_REPRESENTATION, Vr.US, "1")
            .with(Tag.RESCALE_INTERCEPT, Vr.DS, "0")
            .with(Tag.RESCALE_SLOPE, Vr.DS, "1")
            .with(
                DataElement.of(
                    Tag.PIXEL_DATA, Vr.OW, encoding.order(), new Value.Bytes(pixels(k))));
    return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_LITTLE);
  }

  private static byte[] pixels(int k) {
    ByteBuffer pixels = ByteBuffer.allocate(2 * SIZE * SIZE).order(ByteOrder.LITTLE_ENDIAN);
    for (int j = 0; j < SIZE; j++) {
      for (int i = 0; i < SIZE; i++) {
        double far = Math.hypot(Math.hypot(i - BALL.i(), j - BALL.j()), 2 * (k - BALL.k()));
        pixels.putShort((short) (far < RADIUS_MM ? 100 - 2 * far : -850 + (i ^ j)));
      }
    }
    return pixels.array();
  }
}
