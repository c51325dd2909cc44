package org.voxdesk.pixel;

import java.util.Locale;
import java.util.Set;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// From the samples of a colour image to red, green and blue of 8 bits (PS3.3 C.7.6.3.1.2).
public final class Colors {
  /// Decoders of JPEG 2000 undo these two themselves, so their frames are red, green and blue.
  private static final Set<String> RGB = Set.of("RGB", "YBR_ICT", "YBR_RCT");

  private static final Set<String> FULL = Set.of("YBR_FULL", "YBR_FULL_422");
  private static final Set<String> PARTIAL = Set.of("YBR_PARTIAL_422", "YBR_PARTIAL_420");

  private Colors() {}

  /// Whether the frames of an image have colours of their own.
  ///
  /// @throws DicomException if its Photometric Interpretation is not supported, or does not go with
  ///   its samples per pixel
  public static boolean has(ImagePixel image) throws DicomException {
    String photometric = image.photometric().toUpperCase(Locale.ROOT);
    boolean single = photometric.startsWith("MONOCHROME") || photometric.equals("PALETTE COLOR");
    if (!single && !isThreefold(photometric)) {
      throw new DicomException(
          Tag.PHOTOMETRIC_INTERPRETATION, Sentence.of("pixel.colours", image.photometric()));
    }
    if (image.samples() != (single ? 1 : 3)) {
      throw new DicomException(
          Tag.SAMPLES_PER_PIXEL,
          Sentence.of("pixel.colours.samples", image.photometric(), image.samples()));
    }
    return !photometric.startsWith("MONOCHROME");
  }

  private static boolean isThreefold(String photometric) {
    return RGB.contains(photometric) || FULL.contains(photometric) || PARTIAL.contains(photometric);
  }

  /// Whether a frame's samples are indices of a palette.
  public static boolean isPalette(ImagePixel image) {
    return image.samples() == 1 && image.photometric().equalsIgnoreCase("PALETTE COLOR");
  }

  /// The colours of a frame as 0xRRGGBB, `[row * columns + column]`. Chrominance has been brought
  /// to every pixel by whoever read the frame.
  ///
  /// @throws DicomException if it has none, or the palette makes no sense
  public static int[] of(Frame frame, DataSet dataSet) throws DicomException {
    ImagePixel image = frame.image();
    if (!has(image)) {
      throw new DicomException(
          Tag.PHOTOMETRIC_INTERPRETATION, Sentence.of("pixel.colours", image.photometric()));
    }
    if (isPalette(image)) {
      return indexed(frame.samples(), Palette.of(dataSet));
    }
    int[] colors = new int[image.rows() * image.columns()];
    String photometric = image.photometric().toUpperCase(Locale.ROOT);
    if (RGB.contains(photometric)) {
      rgb(frame.samples(), image.bitsStored(), colors);
    } else {
      ybr(frame.samples(), image.bitsStored(), FULL.contains(photometric), colors);
    }
    return colors;
  }

  private static int[] indexed(Samples samples, Palette palette) {
    int[] colors = new int[samples.count()];
    if (!(samples instanceof Samples.Shorts shorts)) {
      for (int i = 0; i < colors.length; i++) {
        colors[i] = palette.rgb(samples.at(i));
      }
      return colors;
    }
    int[] table = new int[1 << 16];
    for (int pattern = 0; pattern < table.length; pattern++) {
      table[pattern] = palette.rgb(shorts.signed() ? (short) pattern : pattern);
    }
    for (int i = 0; i < colors.length; i++) {
      colors[i] = table[shorts.values()[i] & 0xFFFF];
    }
    return colors;
  }

  private static void rgb(Samples samples, int bits, int[] colors) {
    if (bits == 8 && samples instanceof Samples.Shorts(short[] values, boolean signed)) {
      for (int at = 0, from = 0; at < colors.length; at++, from += 3) {
        colors[at] =
            (values[from] & 0xFF) << 16
                | (values[from + 1] & 0xFF) << 8
                | (values[from + 2] & 0xFF);
      }
      return;
    }
    for (int at = 0; at < colors.length; at++) {
      colors[at] =
          eight(samples.at(3 * at), bits) << 16
              | eight(samples.at(3 * at + 1), bits) << 8
              | eight(samples.at(3 * at + 2), bits);
    }
  }

  /// The highest 8 bits of a sample; samples of fewer bits are spread over all 8.
  private static int eight(double sample, int bits) {
    long value = (long) sample & ((1L << bits) - 1);
    return (int) (bits >= 8 ? value >> (bits - 8) : value * 255 / ((1L << bits) - 1));
  }

  /// The equations of the standard, which are those of ITU-R BT.601, solved for red, green and
  /// blue.
  private static void ybr(Samples samples, int bits, boolean full, int[] colors) {
    double scale = Math.scalb(1.0, 8 - bits);
    for (int at = 0; at < colors.length; at++) {
      double y = samples.at(3 * at) * scale;
      double cb = samples.at(3 * at + 1) * scale - 128;
      double cr = samples.at(3 * at + 2) * scale - 128;
      if (!full) {
        y = (y - 16) * (255.0 / 219);
        cb *= 255.0 / 224;
        cr *= 255.0 / 224;
      }
      int red = channel(y + 1.402 * cr);
      int green = channel(y - 0.344136 * cb - 0.714136 * cr);
      int blue = channel(y + 1.772 * cb);
      colors[at] = red << 16 | green << 8 | blue;
    }
  }

  private static int channel(double value) {
    return (int) Math.clamp(Math.rint(value), 0, 255);
  }
}
