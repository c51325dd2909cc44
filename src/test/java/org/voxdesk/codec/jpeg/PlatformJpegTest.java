package org.voxdesk.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;

/// Frames that the Java platform writes, against what it reads from them, bit by bit: it has the
/// decoder that most files were made with.
class PlatformJpegTest extends CodecContract {
  @Override
  protected FrameDecoder decoder() {
    return new JpegDecoder();
  }

  @Override
  protected List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
      for (boolean progressive : new boolean[] {false, true}) {
        for (float quality : new float[] {0.1f, 0.75f, 1}) {
          for (int columns : new int[] {3, 16, 61}) {
            byte[] coded = written(drawn(columns, 47, type), progressive, quality);
            String name =
                "%d columns, type %d, progressive %b, quality %.2f"
                    .formatted(columns, type, progressive, quality);
            examples.add(example(name, coded, columns, 47));
          }
        }
      }
    }
    return examples;
  }

  /// Half width is not what the platform writes; the same blocks are given other factors.
  @Test
  void halfWidthIsInterpolatedAsThePlatformDoes() throws Exception {
    for (int factors : new int[] {0x21, 0x22, 0x41}) {
      var image = new DctImage(83, 37, 8, factors, 0x11, 0x11);
      byte[] coded = new DctWriter(image, 0).sequential(true);
      Example example = example("half width", coded, 83, 37);
      assertThat(decoded(example)).isEqualTo(example.expected());
    }
  }

  private static byte[] decoded(Example example) throws CodecException {
    byte[] bytes = new byte[example.expected().length];
    var samples = new SampleBuffer(example.columns(), example.rows(), 3, 1, bytes);
    new JpegDecoder().decode(example.coded(), example.coded().length, samples);
    return bytes;
  }

  private static BufferedImage drawn(int columns, int rows, int type) {
    var image = new BufferedImage(columns, rows, type);
    var random = new SplittableRandom(columns);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int noise = x % 20 < 6 ? random.nextInt(1 << 24) : 0;
        int colour = ((5 * x) << 16) | ((5 * y) << 8) | ((x * y) & 0xFF);
        image.setRGB(x, y, colour ^ noise);
      }
    }
    return image;
  }

  private static byte[] written(BufferedImage image, boolean progressive, float quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    how.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static Example example(String name, byte[] coded, int columns, int rows)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(coded))) {
      reader.setInput(stream);
      Raster raster = reader.readRaster(0, null);
      int[] values = raster.getPixels(0, 0, columns, rows, (int[]) null);
      byte[] expected = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        expected[i] = (byte) values[i];
      }
      return new Example(name, coded, columns, rows, raster.getNumBands(), 1, expected);
    } finally {
      reader.dispose();
    }
  }
}
