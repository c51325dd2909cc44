package org.voxdesk.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.codec.jpegls.StandardEncoder.Options;

class JpegLsRoundTripTest {
  private static final int[][] SIZES = {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {37, 25}, {300, 3}};

  static IntStream precisions() {
    return IntStream.rangeClosed(2, 16);
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void theEncoderWritesWhatTheStandardSaysAndTheDecoderGivesItBack(int precision) throws Exception {
    int maxval = (1 << precision) - 1;
    var encoder = new JpegLsEncoder(precision);
    var decoder = new JpegLsDecoder();
    for (Planes kind : Planes.values()) {
      for (int components = 1; components <= 4; components++) {
        for (int[] size : SIZES) {
          int[][][] planes = kind.create(size[0], size[1], components, maxval);
          SampleBuffer samples = Planes.buffer(planes, precision);
          byte[] coded = encoder.encode(samples);
          Options options = Options.lossless(precision).interleave(components == 1 ? 0 : 1);
          if (precision > 12) {
            options = options.preset(maxval, 18, 67, 276, 64);
          }
          String name = kind + " " + List.of(components, size[0], size[1]);
          assertThat(coded).as(name).isEqualTo(new StandardEncoder(options, planes).encode());
          SampleBuffer decoded = Planes.empty(planes, precision);
          decoder.decode(coded, coded.length, decoded);
          assertThat(decoded.bytes()).as(name).isEqualTo(samples.bytes());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void everyInterleavingAndErrorBoundDecodes(int precision) throws Exception {
    int maxval = (1 << precision) - 1;
    for (Planes kind : Planes.values()) {
      for (int components = 1; components <= 4; components++) {
        for (int interleave = 0; interleave <= (components == 1 ? 0 : 2); interleave++) {
          for (int near : new int[] {0, 1, 2, 5, 60, 255}) {
            Options options = Options.lossless(precision).interleave(interleave).near(near);
            if (near <= maxval / 2) {
              decodes(kind, components, maxval, options);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void presetParametersAreKeptTo(Planes kind) throws Exception {
    for (int maxval : new int[] {1, 2, 5, 100, 127, 128, 200, 254, 255}) {
      for (int near = 0; near <= Math.min(3, maxval / 2); near++) {
        for (int reset : new int[] {0, 3, 64, 255}) {
          decodes(kind, 1, maxval, Options.lossless(8).near(near).preset(maxval, 0, 0, 0, reset));
        }
      }
    }
    decodes(kind, 3, 1000, Options.lossless(10).interleave(2).preset(1000, 7, 7, 7, 1000));
    decodes(kind, 3, 255, Options.lossless(8).interleave(1).near(2).preset(0, 3, 255, 255, 3));
    decodes(kind, 1, 40000, Options.lossless(16).preset(40000, 2, 3, 40000, 40000));
  }

  @ParameterizedTest
  @EnumSource
  void restartMarkersStartAnew(Planes kind) throws Exception {
    for (int interleave = 0; interleave <= 2; interleave++) {
      for (int lines : new int[] {1, 2, 7, 16, 17, 18}) {
        Options options = Options.lossless(8).interleave(interleave).restart(lines);
        decodes(kind, 3, 255, options);
        decodes(kind, 3, 255, options.near(1));
      }
    }
  }

  private static void decodes(Planes kind, int components, int maxval, Options options)
      throws CodecException {
    int[][][] planes = kind.create(33, 17, components, maxval);
    int[][][] before = kind.create(33, 17, components, maxval);
    byte[] coded = new StandardEncoder(options, planes).encode();
    SampleBuffer decoded = Planes.empty(planes, options.precision());
    new JpegLsDecoder().decode(coded, coded.length, decoded);
    assertThat(decoded.bytes())
        .as("%s %d %s", kind, components, options)
        .isEqualTo(Planes.buffer(planes, options.precision()).bytes());
    int worst = 0;
    for (int i = 0; i < components; i++) {
      for (int y = 0; y < 17; y++) {
        for (int x = 0; x < 33; x++) {
          worst = Math.max(worst, Math.abs(planes[i][y][x] - before[i][y][x]));
        }
      }
    }
    assertThat(worst).isLessThanOrEqualTo(options.near());
  }

  @Test
  void samplesInWordsMayHaveFewBits() throws Exception {
    var samples = new SampleBuffer(2, 1, 1, 2, new byte[] {3, 0, 15, 0});
    byte[] coded = new JpegLsEncoder(4).encode(samples);
    var decoded = new SampleBuffer(2, 1, 1, 4, new byte[8]);
    new JpegLsDecoder().decode(coded, coded.length, decoded);
    assertThat(decoded.bytes()).containsExactly(3, 0, 0, 0, 15, 0, 0, 0);
  }

  @Test
  void theEncoderRefusesWhatItCannotHold() {
    assertThatThrownBy(
            () -> new JpegLsEncoder(4).encode(new SampleBuffer(1, 1, 1, 1, new byte[] {16})))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("more than 4 bits");
    assertThatThrownBy(
            () ->
                new JpegLsEncoder(16)
                    .encode(new SampleBuffer(1, 1, 1, 4, new byte[] {0, 0, 0, (byte) 0x80})))
        .isInstanceOf(CodecException.class);
    assertThatThrownBy(
            () -> new JpegLsEncoder(8).encode(new SampleBuffer(65536, 1, 1, 1, new byte[65536])))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("65536 × 1");
    assertThatThrownBy(() -> new JpegLsEncoder(8).encode(new SampleBuffer(1, 1, 5, 1, new byte[5])))
        .isInstanceOf(CodecException.class);
    assertThatThrownBy(() -> new JpegLsEncoder(17)).isInstanceOf(IllegalArgumentException.class);
  }
}
