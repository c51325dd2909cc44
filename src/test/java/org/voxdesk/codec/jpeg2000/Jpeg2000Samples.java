package org.voxdesk.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Images that the library's own encoder writes.
final class Jpeg2000Samples {
  private Jpeg2000Samples() {}

  /// Smooth samples with some noise, `bits` of them used, laid out as a sample buffer has them.
  static byte[] samples(int columns, int rows, int components, int bits) {
    var random = new SplittableRandom(columns);
    int width = bits > 8 ? 2 : 1;
    byte[] bytes = new byte[columns * rows * components * width];
    for (int i = 0; i < bytes.length / width; i++) {
      int column = i / components % columns;
      int row = i / components / columns;
      double wave = Math.sin(column / 7.0 + i % components) * Math.cos(row / 5.0);
      int value = (int) ((wave + 1) / 2.2 * (1 << bits)) + random.nextInt(5);
      bytes[i * width] = (byte) value;
      if (width == 2) {
        bytes[2 * i + 1] = (byte) (value >> 8);
      }
    }
    return bytes;
  }

  /// The image as a JPEG 2000 file or code stream, without loss unless `options` say otherwise.
  static byte[] encoded(
      byte[] samples,
      int columns,
      int rows,
      int components,
      int width,
      Consumer<J2KImageWriteParam> options)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = (J2KImageWriter) new J2KImageWriterSpi().createWriterInstance(null);
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      var parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
      parameters.setLossless(true);
      parameters.setFilter(J2KImageWriteParam.FILTER_53);
      parameters.setWriteCodeStreamOnly(true);
      options.accept(parameters);
      writer.write(
          null,
          new IIOImage(raster(samples, columns, rows, components, width), null, null),
          parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static Raster raster(byte[] samples, int columns, int rows, int components, int width) {
    int[] bands = new int[components];
    for (int i = 0; i < components; i++) {
      bands[i] = i;
    }
    DataBuffer data = width == 1 ? new DataBufferByte(samples, samples.length) : words(samples);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            data, columns, rows, columns * components, components, bands, new Point());
    return raster;
  }

  private static DataBuffer words(byte[] samples) {
    short[] words = new short[samples.length / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) ((samples[2 * i] & 0xFF) | (samples[2 * i + 1] << 8));
    }
    return new DataBufferUShort(words, words.length);
  }

  static Consumer<J2KImageWriteParam> tiles(int width, int height) {
    return parameters -> {
      parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setTiling(width, height, 0, 0);
    };
  }
}
