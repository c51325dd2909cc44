package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.pixel.ImagePixel;

class MappedPixelsTest {
  private static final int THRESHOLD = 100;

  /// Bytes in memory that count as being on disk.
  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(byte[] bytes) implements BulkData {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int length) {
      System.arraycopy(bytes, (int) offset, target, targetOffset, length);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, true, 0", "16, true, 0", "16, false, 0", "16, true, 1", "8, true, 5"})
  void everyPartAndEveryStreamShowsTheSameMappedBytes(int bits, boolean little, int padding)
      throws IOException {
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    var random = new SplittableRandom(8);
    int pixelBytes = 150_000;
    byte[] original = new byte[pixelBytes + padding];
    random.nextBytes(original);
    byte[] expected = expected(original, bits, little, pixelBytes);
    var mapped =
        new MappedPixels(
            new Stored(original), new PixelChange(map(bits), Optional.empty()), order, pixelBytes);
    assertThat(mapped.length()).isEqualTo(original.length);
    assertThat(mapped.bytes()).isEqualTo(expected);
    for (int i = 0; i < 300; i++) {
      int offset = random.nextInt(original.length);
      int length = random.nextInt(Math.min(50, original.length - offset) + 1);
      byte[] target = new byte[length + 2];
      mapped.read(offset, target, 1, length);
      for (int at = 0; at < length; at++) {
        assertThat(target[at + 1]).as("%d + %d", offset, at).isEqualTo(expected[offset + at]);
      }
    }
    assertStreams(mapped, expected, random);
  }

  private static void assertStreams(MappedPixels mapped, byte[] expected, SplittableRandom random)
      throws IOException {
    try (InputStream in = mapped.open()) {
      assertThat(in.readAllBytes()).isEqualTo(expected);
    }
    try (InputStream in = mapped.open()) {
      int at = 0;
      while (at < expected.length) {
        if (random.nextBoolean()) {
          at += (int) in.skip(random.nextInt(3_000));
        } else {
          byte[] part = in.readNBytes(1 + random.nextInt(3_000));
          for (byte each : part) {
            assertThat(each).isEqualTo(expected[at++]);
          }
        }
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  private static PixelMap map(int bits) {
    var image =
        new ImagePixel(1, 1, 1, "MONOCHROME2", bits, bits, bits - 1, false, false, false, 1);
    return PixelMap.of(image, value -> value < THRESHOLD, 7);
  }

  private static byte[] expected(byte[] original, int bits, boolean little, int pixelBytes) {
    byte[] expected = original.clone();
    if (bits == 8) {
      for (int i = 0; i < pixelBytes; i++) {
        expected[i] = (expected[i] & 0xFF) < THRESHOLD ? 7 : expected[i];
      }
      return expected;
    }
    for (int i = 0; i < pixelBytes; i += 2) {
      int low = little ? i : i + 1;
      int high = little ? i + 1 : i;
      if (((expected[high] & 0xFF) << 8 | (expected[low] & 0xFF)) < THRESHOLD) {
        expected[low] = 7;
        expected[high] = 0;
      }
    }
    return expected;
  }
}
