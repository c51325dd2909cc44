package org.voxdesk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.Samples;
import org.voxdesk.text.ExplainedException;

/// Small images for tests.
public final class Images {
  private Images() {}

  /// How the pixels of a grey image are laid out.
  public record Layout(int columns, int rows, int allocated, int stored, int high, boolean signed) {
    /// As CT has them: 16 bits, all of them stored, signed.
    public static Layout ct(int columns, int rows) {
      return new Layout(columns, rows, 16, 16, 15, true);
    }
  }

  /// A grey image around these words, of which as many bits count as the layout says.
  public static DataSet grey(Encoding encoding, Layout layout, short... words)
      throws DicomException {
    var buffer = ByteBuffer.allocate(2 * words.length).order(encoding.order());
    buffer.asShortBuffer().put(words);
    return image(encoding, layout, Vr.OW, buffer.array());
  }

  /// A grey image around these bytes.
  public static DataSet image(Encoding encoding, Layout layout, Vr vr, byte[] pixels)
      throws DicomException {
    return DataSet.empty(encoding)
        .with(Tag.SOP_CLASS_UID, Vr.UI, Uids.CT_IMAGE_STORAGE)
        .with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3")
        .with(Tag.MODALITY, Vr.CS, "CT")
        .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "1")
        .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .with(Tag.ROWS, Vr.US, Integer.toString(layout.rows()))
        .with(Tag.COLUMNS, Vr.US, Integer.toString(layout.columns()))
        .with(Tag.BITS_ALLOCATED, Vr.US, Integer.toString(layout.allocated()))
        .with(Tag.BITS_STORED, Vr.US, Integer.toString(layout.stored()))
        .with(Tag.HIGH_BIT, Vr.US, Integer.toString(layout.high()))
        .with(Tag.PIXEL_REPRESENTATION, Vr.US, layout.signed() ? "1" : "0")
        .with(DataElement.of(Tag.PIXEL_DATA, vr, encoding.order(), new Value.Bytes(pixels)));
  }

  /// A CT slice at height `z`, 0.5 × 0.5 mm pixels, with its place in the series.
  public static DataSet slice(double z, int number, int columns, int rows, short... values)
      throws DicomException {
    return grey(Encoding.EXPLICIT_LITTLE, Layout.ct(columns, rows), values)
        .with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3." + number)
        .with(Tag.PATIENT_ID, Vr.LO, "P1")
        .with(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.4")
        .with(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.5")
        .with(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
        .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "-10\\-20\\" + z)
        .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0")
        .with(Tag.PIXEL_SPACING, Vr.DS, "0.5\\0.5")
        .with(Tag.RESCALE_INTERCEPT, Vr.DS, "0")
        .with(Tag.RESCALE_SLOPE, Vr.DS, "1");
  }

  /// A slice of 2 × 2 pixels, all with the same value.
  public static DataSet slice(double z, int number) throws DicomException {
    short value = (short) number;
    return slice(z, number, 2, 2, value, value, value, value);
  }

  /// A Part 10 file in the encoding of the data set.
  public static DicomFile file(DataSet dataSet) {
    return DicomFile.of(dataSet, TransferSyntax.of(dataSet.encoding()));
  }

  /// A Part 10 file at `path`.
  public static Path write(Path path, DataSet dataSet) throws ExplainedException {
    DicomWriter.save(file(dataSet), path, AtomicFile.Existing.REPLACE);
    return path;
  }

  /// The bytes of a Part 10 file.
  public static byte[] bytes(DataSet dataSet) throws IOException {
    return DicomWriter.bytes(file(dataSet));
  }

  /// The values of a frame of up to 16 bits.
  public static short[] shorts(Frame frame) {
    return ((Samples.Shorts) frame.samples()).values();
  }

  /// An element of 16-bit words.
  public static DataElement words(Tag tag, Vr vr, Encoding encoding, int... values) {
    var buffer = ByteBuffer.allocate(2 * values.length).order(encoding.order());
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return DataElement.of(tag, vr, encoding.order(), new Value.Bytes(buffer.array()));
  }

  /// A sequence of these items.
  public static DataElement sequence(Tag tag, DataSet... items) {
    var list = Arrays.stream(items).map(item -> new Value.Item(item, Framing.NONE)).toList();
    return DataElement.of(tag, Vr.SQ, ByteOrder.LITTLE_ENDIAN, new Value.Items(list));
  }

  /// The item of a LUT sequence: its descriptor and as many entries as are given.
  public static DataSet lut(int count, int first, int bits, int... entries) {
    Encoding encoding = Encoding.EXPLICIT_LITTLE;
    return DataSet.empty(encoding)
        .with(words(Tag.of(0x0028, 0x3002), Vr.US, encoding, count, first, bits))
        .with(words(Tag.of(0x0028, 0x3006), Vr.OW, encoding, entries));
  }
}
