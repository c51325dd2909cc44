package org.voxdesk.pixel;

import java.nio.ByteBuffer;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;

/// From the bytes of a frame to its stored values.
final class SampleReader {
  private SampleReader() {}

  /// The values of a frame, colours by pixel; its samples have 1, 8, 16 or 32 bits, or are floating
  /// point numbers.
  static Frame read(RawFrame raw, ImagePixel image, DataSet dataSet) throws DicomException {
    int count = image.sampleCount();
    if (image.floating()) {
      return new Frame(image, floating(raw, image, count));
    }
    return switch (image.bitsAllocated()) {
      case 1 -> new Frame(image, new Samples.Shorts(bits(raw, count), false));
      case 8, 16 -> upTo16Bits(raw, image, dataSet, count);
      default -> new Frame(image, ints(raw, image, count));
    };
  }

  private static Frame upTo16Bits(RawFrame raw, ImagePixel image, DataSet dataSet, int count) {
    short[] words = words(raw, image, raw.subsampled() ? count / 3 * 2 : count);
    boolean belied = StoredBits.areBelied(words, image) && !Overlay.isAnyEmbedded(dataSet);
    ImagePixel actual = belied ? image.withAllBits() : image;
    StoredBits.take(words, actual);
    return new Frame(actual, new Samples.Shorts(byPixel(words, raw, image), image.signed()));
  }

  private static Samples ints(RawFrame raw, ImagePixel image, int count) {
    int[] words = new int[count];
    ByteBuffer.wrap(raw.bytes()).order(raw.order()).asIntBuffer().get(words);
    StoredBits.take(words, image);
    boolean planes = raw.planar() && image.samples() > 1;
    return new Samples.Ints(planes ? interleaved(words, image.samples()) : words, image.signed());
  }

  private static Samples floating(RawFrame raw, ImagePixel image, int count) {
    ByteBuffer bytes = ByteBuffer.wrap(raw.bytes()).order(raw.order());
    if (image.bitsAllocated() == 32) {
      float[] values = new float[count];
      bytes.asFloatBuffer().get(values);
      return new Samples.Floats(values);
    }
    double[] values = new double[count];
    bytes.asDoubleBuffer().get(values);
    return new Samples.Doubles(values);
  }

  /// The first pixel is the least significant bit (PS3.5 8.1.1).
  private static short[] bits(RawFrame raw, int count) {
    short[] values = new short[count];
    for (int i = 0; i < count; i++) {
      int at = raw.firstBit() + i;
      values[i] = (short) ((raw.bytes()[at >> 3] >> (at & 7)) & 1);
    }
    return values;
  }

  private static short[] words(RawFrame raw, ImagePixel image, int count) {
    short[] words = new short[count];
    if (image.bitsAllocated() == 16) {
      ByteBuffer.wrap(raw.bytes(), 0, 2 * count).order(raw.order()).asShortBuffer().get(words);
    } else {
      byte[] bytes = raw.bytes();
      for (int i = 0; i < count; i++) {
        words[i] = (short) (bytes[i] & 0xFF);
      }
    }
    return words;
  }

  private static short[] byPixel(short[] words, RawFrame raw, ImagePixel image) {
    if (raw.subsampled()) {
      return fullChrominance(words);
    }
    return raw.planar() && image.samples() > 1 ? interleaved(words, image.samples()) : words;
  }

  /// Y, Y, Cb, Cr to Y, Cb, Cr, Y, Cb, Cr.
  private static short[] fullChrominance(short[] words) {
    short[] values = new short[words.length / 4 * 6];
    for (int from = 0, to = 0; to < values.length; from += 4, to += 6) {
      values[to] = words[from];
      values[to + 3] = words[from + 1];
      values[to + 1] = words[from + 2];
      values[to + 4] = words[from + 2];
      values[to + 2] = words[from + 3];
      values[to + 5] = words[from + 3];
    }
    return values;
  }

  private static short[] interleaved(short[] planes, int samples) {
    int pixels = planes.length / samples;
    short[] values = new short[planes.length];
    for (int sample = 0; sample < samples; sample++) {
      for (int i = 0; i < pixels; i++) {
        values[i * samples + sample] = planes[sample * pixels + i];
      }
    }
    return values;
  }

  private static int[] interleaved(int[] planes, int samples) {
    int pixels = planes.length / samples;
    int[] values = new int[planes.length];
    for (int sample = 0; sample < samples; sample++) {
      for (int i = 0; i < pixels; i++) {
        values[i * samples + sample] = planes[sample * pixels + i];
      }
    }
    return values;
  }
}
