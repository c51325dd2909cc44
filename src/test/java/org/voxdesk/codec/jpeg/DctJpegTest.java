package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.FrameDecoder;

/// The DCT processes, sequential and progressive, against an inverse DCT in floating point.
class DctJpegTest extends CodecContract {
  @Override
  protected FrameDecoder decoder() {
    return new JpegDecoder();
  }

  @Override
  protected int tolerance() {
    return 1;
  }

  @Override
  protected List<Example> examples() {
    var examples = new ArrayList<Example>();
    for (int precision : new int[] {8, 12}) {
      add(examples, "grey", new DctImage(37, 29, precision, 0x11));
      add(examples, "one sample", new DctImage(1, 1, precision, 0x11));
      add(examples, "colours", new DctImage(25, 17, precision, 0x11, 0x11, 0x11));
      add(examples, "half width", new DctImage(43, 18, precision, 0x21, 0x11, 0x11));
      add(examples, "half size", new DctImage(41, 39, precision, 0x22, 0x11, 0x11));
    }
    add(examples, "half height", new DctImage(19, 35, 8, 0x12, 0x11, 0x11));
    add(examples, "a quarter of the width", new DctImage(67, 9, 8, 0x41, 0x11, 0x11));
    add(examples, "various sizes", new DctImage(35, 33, 8, 0x22, 0x21, 0x12, 0x11));
    add(examples, "too narrow to interpolate", new DctImage(3, 5, 8, 0x22, 0x11, 0x11));
    add(examples, "grey with odd factors", new DctImage(30, 20, 8, 0x22));
    return examples;
  }

  private static void add(List<Example> examples, String name, DctImage image) {
    int width = image.precision == 8 ? 1 : 2;
    byte[] expected = image.samples(width);
    for (int interval : new int[] {0, 3}) {
      for (boolean interleaved : new boolean[] {true, false}) {
        if (image.factors.length == 1 && interleaved) {
          continue;
        }
        String what =
            "%s, %d bits, restarts %d, interleaved %b"
                .formatted(name, image.precision, interval, interleaved);
        byte[] sequential = new DctWriter(image, interval).sequential(interleaved);
        byte[] progressive = new DctWriter(image, interval).progressive(interleaved);
        examples.add(example("sequential " + what, sequential, image, width, expected));
        examples.add(example("progressive " + what, progressive, image, width, expected));
      }
    }
  }

  private static Example example(
      String name, byte[] coded, DctImage image, int width, byte[] expected) {
    return new Example(
        name, coded, image.columns, image.rows, image.factors.length, width, expected);
  }
}
