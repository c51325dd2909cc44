package org.voxdesk.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every decoder keeps to: whole frames decode exactly, damaged ones end in a
/// [CodecException], in bounded time and memory, and nothing is written outside the samples.
///
/// A codec's test extends this with its decoder and some frames that are known to be right.
/// `-Dvoxdesk.codec.fuzz.count` says how many mutations are tried; the profile `fuzz` takes 20,000.
public abstract class CodecContract {
  private static final int COUNT = Integer.getInteger("voxdesk.codec.fuzz.count", 500);
  private static final long SEED = Long.getLong("voxdesk.fuzz.seed", 2026);
  private static final long SECOND = 1_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final byte CANARY = 0x5A;

  /// A compressed frame and what it holds.
  ///
  /// @param name what is special about it
  /// @param coded the compressed bytes
  /// @param columns its width
  /// @param rows its height
  /// @param components samples per pixel
  /// @param bytesPerSample 1, 2 or 4
  /// @param expected the samples, laid out as [SampleBuffer] says
  @SuppressWarnings("ArrayRecordComponent")
  public record Example(
      String name,
      byte[] coded,
      int columns,
      int rows,
      int components,
      int bytesPerSample,
      byte[] expected) {
    SampleBuffer buffer(byte[] bytes) {
      return new SampleBuffer(columns, rows, components, bytesPerSample, bytes);
    }
  }

  /// A decoder that has decoded nothing yet.
  protected abstract FrameDecoder decoder();

  /// Frames that cover the format, small ones for the most part.
  protected abstract List<Example> examples() throws IOException, CodecException;

  /// By how much a sample may differ from what is expected; 0 unless the format loses something.
  protected int tolerance() {
    return 0;
  }

  /// Bytes that one call may allocate beside the samples: fixed tables and a few lines.
  protected long scratch() {
    return 1 << 20;
  }

  @TestFactory
  Stream<DynamicTest> wholeFramesDecode() throws Exception {
    return each(
        example -> {
          byte[] bytes = new byte[example.expected.length + 16];
          Arrays.fill(bytes, CANARY);
          decoder().decode(example.coded, example.coded.length, example.buffer(bytes));
          assertSame(example, bytes);
          for (int i = example.expected.length; i < bytes.length; i++) {
            assertThat(bytes[i]).as("byte %d is outside the frame", i).isEqualTo(CANARY);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> bytesBehindTheFrameAreNotLookedAt() throws Exception {
    return each(
        example -> {
          byte[] coded = Arrays.copyOf(example.coded, example.coded.length + 64);
          Arrays.fill(coded, example.coded.length, coded.length, (byte) 0xFF);
          byte[] bytes = new byte[example.expected.length];
          decoder().decode(coded, example.coded.length, example.buffer(bytes));
          assertSame(example, bytes);
        });
  }

  @Test
  void oneDecoderDecodesFrameAfterFrame() throws Exception {
    FrameDecoder decoder = decoder();
    for (int round = 0; round < 2; round++) {
      for (Example example : examples()) {
        byte[] bytes = new byte[example.expected.length];
        decoder.decode(example.coded, example.coded.length, example.buffer(bytes));
        assertSame(example, bytes);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> truncatedFramesAreRefusedOrWhole() throws Exception {
    return each(
        example -> {
          int length = example.coded.length;
          var random = new SplittableRandom(SEED);
          for (int i = 0; i < Math.min(length, 200); i++) {
            int end = length <= 200 ? i : random.nextInt(length);
            byte[] cut = Arrays.copyOf(example.coded, end);
            byte[] bytes = new byte[example.expected.length];
            if (survives(cut, example, bytes, "cut at " + end)) {
              assertSame(example, bytes);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> framesOfAnotherSizeAreRefused() throws Exception {
    return each(
        example -> {
          for (int[] change : new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) {
            var other =
                new SampleBuffer(
                    example.columns + change[0],
                    example.rows + change[1],
                    example.components + change[2],
                    example.bytesPerSample,
                    new byte[4 * (example.columns + 1) * (example.rows + 1) * 5]);
            assertThatThrownBy(() -> decoder().decode(example.coded, example.coded.length, other))
                .isInstanceOf(CodecException.class);
          }
        });
  }

  @Test
  void garbageIsRefused() throws Exception {
    var random = new SplittableRandom(SEED);
    Example example = examples().getFirst();
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(1 + 10 * i)];
      random.nextBytes(garbage);
      survives(garbage, example, new byte[example.expected.length], "garbage " + i);
    }
    assertThat(survives(new byte[0], example, new byte[example.expected.length], "nothing"))
        .isFalse();
  }

  @Test
  void mutatedFramesDecodeToSomethingOrAreRefused() throws Exception {
    List<Example> examples = examples();
    var random = new SplittableRandom(SEED);
    FrameDecoder decoder = decoder();
    for (int i = 0; i < COUNT; i++) {
      Example example = examples.get(i % examples.size());
      byte[] mutated = FrameMutator.mutated(example.coded, random);
      byte[] bytes = new byte[example.expected.length];
      int number = i;
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> survives(decoder, mutated, example, bytes, "mutation " + number),
          "mutation " + i);
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingButScratchIsAllocated() throws Exception {
    return each(
        example -> {
          FrameDecoder decoder = decoder();
          byte[] bytes = new byte[example.expected.length];
          decoder.decode(example.coded, example.coded.length, example.buffer(bytes));
          long before = THREADS.getCurrentThreadAllocatedBytes();
          decoder.decode(example.coded, example.coded.length, example.buffer(bytes));
          assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(scratch());
        });
  }

  /// Whether the bytes decode; they may also be refused, but nothing else may happen.
  private boolean survives(byte[] coded, Example example, byte[] bytes, String what) {
    return survives(decoder(), coded, example, bytes, what);
  }

  private boolean survives(
      FrameDecoder decoder, byte[] coded, Example example, byte[] bytes, String what) {
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long time = THREADS.getCurrentThreadCpuTime();
    boolean decoded = true;
    try {
      decoder.decode(coded, coded.length, example.buffer(bytes));
    } catch (CodecException e) {
      assertThat(e.sentence().toString()).isNotEmpty();
      decoded = false;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(example.name + ", " + what + ": " + e, e);
    }
    assertThat(THREADS.getCurrentThreadCpuTime() - time)
        .as("nanoseconds for %s, %s", example.name, what)
        .isLessThan(SECOND);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory)
        .as("bytes for %s, %s", example.name, what)
        .isLessThan(scratch() + (16 << 20));
    return decoded;
  }

  private void assertSame(Example example, byte[] bytes) {
    if (tolerance() == 0) {
      int different =
          Arrays.mismatch(Arrays.copyOf(bytes, example.expected.length), example.expected);
      assertThat(different).as("first differing byte of %s", example.name).isEqualTo(-1);
      return;
    }
    int width = example.bytesPerSample;
    for (int i = 0; i < example.expected.length; i += width) {
      assertThat(sample(bytes, i, width))
          .as("sample %d of %s", i / width, example.name)
          .isBetween(
              sample(example.expected, i, width) - tolerance(),
              sample(example.expected, i, width) + tolerance());
    }
  }

  private static long sample(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private interface Check {
    void accept(Example example) throws Exception;
  }

  private Stream<DynamicTest> each(Check check) throws IOException, CodecException {
    return examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.name, () -> check.accept(example)));
  }
}
