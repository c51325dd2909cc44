package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreyPngTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 7", "7, 1", "420, 311", "512, 512"})
  void pictureIsReadBackPixelByPixel(int width, int height) throws IOException {
    byte[] pixels = new byte[width * height];
    new Random(width).nextBytes(pixels);
    GreyImage image = new GreyImage(width, height, pixels);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(GreyPng.encode(image)));

    assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getHeight()).isEqualTo(height);
    byte[] back = new byte[pixels.length];
    read.getRaster().getDataElements(0, 0, width, height, back);
    assertThat(back).isEqualTo(pixels);
  }
}
