package org.voxdesk.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;

/// A few small series of noise, one a patient, and nodules marked in them.
public final class SmallScans {
  private static final int EDGE = 48;
  private static final int SLICES = 20;

  private SmallScans() {}

  public static String uid(int series) {
    return "1.2.826.0.1.3680043.9999." + (series + 1);
  }

  /// Writes the scans and `annotations.csv` into a folder.
  ///
  /// @return the CSV
  public static Path write(Path folder, int series, int nodules) throws Exception {
    DataSet model = SampleStudy.file(new Phantom(), 60).dataSet();
    StringBuilder csv = new StringBuilder("seriesuid,coordX,coordY,coordZ,diameter_mm\n");
    for (int s = 0; s < series; s++) {
      var random = new SplittableRandom(s);
      for (int k = 0; k < SLICES; k++) {
        slice(folder.resolve("scans"), model, s, k, random);
      }
      for (int n = 0; n < nodules; n++) {
        csv.append(uid(s));
        for (int axis = 0; axis < 3; axis++) {
          csv.append(',').append(Math.round(random.nextDouble(5, 30) * 1000) / 1000.0);
        }
        csv.append(',').append(5 + n).append('\n');
      }
    }
    Path file = folder.resolve("annotations.csv");
    Files.writeString(file, csv);
    return file;
  }

  private static void slice(Path folder, DataSet model, int s, int k, SplittableRandom random)
      throws Exception {
    ByteBuffer pixels = ByteBuffer.allocate(2 * EDGE * EDGE).order(ByteOrder.LITTLE_ENDIAN);
    while (pixels.hasRemaining()) {
      pixels.putShort((short) random.nextInt(-1000, 400));
    }
    DataSet image =
        model
            .with(Tag.ROWS, Vr.US, Integer.toString(EDGE))
            .with(Tag.COLUMNS, Vr.US, Integer.toString(EDGE))
            .with(Tag.PATIENT_ID, Vr.LO, "SECRET-" + s)
            .with(Tag.STUDY_INSTANCE_UID, Vr.UI, uid(s) + ".1")
            .with(Tag.SERIES_INSTANCE_UID, Vr.UI, uid(s))
            .with(Tag.SOP_INSTANCE_UID, Vr.UI, uid(s) + ".2." + (k + 1))
            .with(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(k + 1))
            .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "0\\0\\" + 2 * k)
            .with(Tag.PIXEL_SPACING, Vr.DS, "0.75\\0.75")
            .with(
                DataElement.of(
                    Tag.PIXEL_DATA,
                    Vr.OW,
                    ByteOrder.LITTLE_ENDIAN,
                    new Value.Bytes(pixels.array())));
    DicomWriter.save(
        DicomFile.of(image, TransferSyntax.EXPLICIT_LITTLE),
        folder.resolve(s + "_" + k + ".dcm"),
        AtomicFile.Existing.REFUSE);
  }
}
