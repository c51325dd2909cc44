package org.voxdesk.pixel;

import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// How the pixel data of a data set is laid out (PS3.3 C.7.6.3).
///
/// @param rows pixels in a column
/// @param columns pixels in a row
/// @param samples samples per pixel: 1 for grey and palette, 3 for colour
/// @param photometric Photometric Interpretation, such as `MONOCHROME2`
/// @param bitsAllocated bits a sample takes in the pixel data
/// @param bitsStored bits of them that count
/// @param highBit the most significant of these
/// @param signed true where stored values are two's complement
/// @param floating true where values are floating point numbers (PS3.3 C.7.6.24 and C.7.6.25)
/// @param planar true where colours come plane by plane
/// @param frames number of frames, at least 1
public record ImagePixel(
    int rows,
    int columns,
    int samples,
    String photometric,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    boolean floating,
    boolean planar,
    int frames) {
  /// The most that the samples of one frame may take, 1 GiB.
  public static final long MOST_BYTES = 1L << 30;

  /// Reads and checks the description.
  ///
  /// @throws DicomException if there is no image, or what is said of it contradicts itself
  public static ImagePixel of(DataSet dataSet) throws DicomException {
    int rows = required(dataSet, Tag.ROWS);
    int columns = required(dataSet, Tag.COLUMNS);
    int allocated = required(dataSet, Tag.BITS_ALLOCATED);
    int stored = dataSet.integer(Tag.BITS_STORED).orElse(allocated);
    int highBit = dataSet.integer(Tag.HIGH_BIT).orElse(stored - 1);
    int samples = dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
    int frames = dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
    if (stored < 1 || stored > allocated || highBit >= allocated || highBit < stored - 1) {
      throw new DicomException(
          Tag.BITS_STORED, Sentence.of("pixel.bits", allocated, stored, highBit));
    }
    if (samples < 1 || samples > 4 || frames < 1) {
      throw new DicomException(
          Tag.SAMPLES_PER_PIXEL, Sentence.of("pixel.samples", samples, frames));
    }
    return new ImagePixel(
        rows,
        columns,
        samples,
        dataSet.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2"),
        allocated,
        stored,
        highBit,
        dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
        isFloating(dataSet),
        dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1,
        frames);
  }

  private static int required(DataSet dataSet, Tag tag) throws DicomException {
    int value =
        dataSet
            .integer(tag)
            .orElseThrow(
                () ->
                    new DicomException(
                        tag,
                        Sentence.of(
                            dataSet.contains(tag) ? "pixel.not.a.number" : "pixel.missing", tag)));
    if (value < 1 || value > 0xFFFF) {
      throw new DicomException(tag, Sentence.of("pixel.out.of.range", tag, value));
    }
    return value;
  }

  public boolean isGrey() {
    return samples == 1 && photometric.startsWith("MONOCHROME");
  }

  /// The same layout with every allocated bit stored.
  ImagePixel withAllBits() {
    return new ImagePixel(
        rows,
        columns,
        samples,
        photometric,
        bitsAllocated,
        bitsAllocated,
        bitsAllocated - 1,
        signed,
        floating,
        planar,
        frames);
  }

  /// The same layout of samples that mean something else.
  ImagePixel withPhotometric(String meaning) {
    return meaning.equals(photometric)
        ? this
        : new ImagePixel(
            rows,
            columns,
            samples,
            meaning,
            bitsAllocated,
            bitsStored,
            highBit,
            signed,
            floating,
            planar,
            frames);
  }

  /// Samples of one frame, all components counted.
  ///
  /// @throws DicomException if a frame is bigger than [#MOST_BYTES]
  public int sampleCount() throws DicomException {
    return (int) (frameBits() / bitsAllocated);
  }

  /// Bytes of one frame in native pixel data.
  ///
  /// @throws DicomException if they are more than [#MOST_BYTES]
  public int frameBytes() throws DicomException {
    return (int) ((frameBits() + 7) / 8);
  }

  /// Bits of one frame in native pixel data without subsampling.
  ///
  /// @throws DicomException if a frame is bigger than [#MOST_BYTES]
  long frameBits() throws DicomException {
    // Below 2^32 pixels of at most 4 samples of 64 bits: this cannot overflow.
    long pixels = (long) rows * columns;
    long values = pixels * samples;
    if (values > MOST_BYTES || values * Math.max(8, bitsAllocated) / 8 > MOST_BYTES) {
      throw new DicomException(Sentence.of("pixel.too.big", columns, rows));
    }
    return values * bitsAllocated;
  }

  /// Whether the pixels of a data set are floating point numbers.
  public static boolean isFloating(DataSet dataSet) {
    return !dataSet.contains(Tag.PIXEL_DATA)
        && (dataSet.contains(Tag.FLOAT_PIXEL_DATA)
            || dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA));
  }
}
