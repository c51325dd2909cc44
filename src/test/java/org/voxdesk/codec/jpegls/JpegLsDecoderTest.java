package org.voxdesk.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.codec.jpegls.StandardEncoder.Options;

class JpegLsDecoderTest {
  /// The image and the bytes of T.87 H.3.
  private static final String EXAMPLE =
      "FFD8 FFF7000B08000400040101 1100 FFDA0008010100000000"
          + " C000006C80208E01C0000057400000 6EE6000001BC18000005D800009160 FFD9";

  private static final int[][] IMAGE = {
    {0, 0, 90, 74}, {68, 50, 43, 205}, {64, 145, 145, 145}, {100, 145, 145, 145}
  };

  private static final String START = "FFD8";
  private static final String FRAME = "FFF7000B 08 0004 0004 01 011100";
  private static final String SCAN = "FFDA0008 01 0100 00 00 00";

  @Test
  void theExampleOfTheStandardDecodesAndEncodes() throws Exception {
    byte[] example = bytes(EXAMPLE);
    assertThat(decoded(example)).isEqualTo(expected());
    assertThat(new JpegLsEncoder(8).encode(Planes.buffer(new int[][][] {IMAGE}, 8)))
        .isEqualTo(example);
    assertThat(new StandardEncoder(Options.lossless(8), new int[][][] {IMAGE}).encode())
        .isEqualTo(example);
  }

  @Test
  void theEndMarkerMayBeMissingAndAnythingMayFollowIt() throws Exception {
    byte[] example = bytes(EXAMPLE);
    assertThat(decoded(Arrays.copyOf(example, example.length - 2))).isEqualTo(expected());
    assertThat(decoded(Arrays.copyOf(example, example.length - 1))).isEqualTo(expected());
    assertThat(decoded(Arrays.copyOf(example, example.length + 1))).isEqualTo(expected());
    assertThat(decoded(bytes(EXAMPLE + "0102FFD8FF"))).isEqualTo(expected());
    assertThat(decoded(bytes(EXAMPLE.replace("FFD9", "FFFFD9")))).isEqualTo(expected());
    assertThat(decoded(bytes(EXAMPLE.replace("FFD9", "0000")))).isEqualTo(expected());
  }

  @Test
  void commentsApplicationDataAndUnusedMappingTablesAreSkipped() throws Exception {
    String more =
        "FFFE0004FFD9 FFE80007 6D72667800 FFEF000501FF02 FFF80006 02 01 01 07 FFF80004 03 01";
    assertThat(decoded(withSegments(more))).isEqualTo(expected());
  }

  @Test
  void presetParametersOfZeroAreTheDefaults() throws Exception {
    assertThat(decoded(withSegments("FFF8000D 01 0000 0000 0000 0000 0000"))).isEqualTo(expected());
    assertThat(decoded(withSegments("FFF8000D 01 00FF 0003 0007 0015 0040"))).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFF80008 04 02 0004 0004 ",
        "FFF8000A 04 03 000004 000004 ",
        "FFF8000C 04 04 00000004 00000004 "
      })
  void dimensionsMayStandInTheirOwnSegment(String segment) throws Exception {
    String frame = FRAME.replace("0004 0004", "0000 0000");
    byte[] coded = bytes(EXAMPLE);
    String data = HexFormat.of().formatHex(coded, 25, coded.length);
    assertThat(decoded(bytes(START + segment + frame + SCAN + data))).isEqualTo(expected());
  }

  @Test
  void restartIntervalsMayTakeTwoToFourBytes() throws Exception {
    byte[] coded =
        new StandardEncoder(Options.lossless(8).restart(2), new int[][][] {IMAGE}).encode();
    assertThat(decoded(coded)).isEqualTo(expected());
    String text = HexFormat.of().formatHex(coded);
    for (String interval : new String[] {"ffdd0005000002", "ffdd000600000002"}) {
      assertThat(decoded(bytes(text.replace("ffdd00040002", interval)))).isEqualTo(expected());
    }
    assertRefused(bytes(text.replace("ffd0", "ffd1")), "the restart marker 0")
        .extracting("offset")
        .isEqualTo(text.indexOf("ffd0") / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, does not begin",
    "FFD9, 0, does not begin",
    "FFD8, 2, ends too early",
    "FFD8FFD9, 2, before all components",
    "FFD80000, 2, has 0 where",
    "FFD8FFC00004, 2, has ffc0 where",
    "FFD8FFD8, 2, has ffd8 where",
    "FFD8FFF70001, 4, wrong length",
    "FFD8FFF70004, 6, ends too early",
    "FFD8FFFE0009FF, 7, ends too early",
    "FFD8FFF70008080004000400, 6, wrong length",
    "FFD8FFF7000B110004000401011100, 6, P",
    "FFD8FFF7000B010004000401011100, 6, P",
    "FFD8FFF7000B090004000401011100, 6, has 9 bits a sample",
    "FFD8FFF7000B080004000501011100, 6, is 5 × 4 × 1 where 4 × 4 × 1 is expected",
    "FFD8FFF80003 09, 6, LSE",
    "FFD8FFF80005 010000, 6, wrong length",
    "FFD8FFF80005 040201, 6, wrong length",
    "FFD8FFDD0003 01, 6, wrong length",
    "FFD8FFE80007 6D72667801, 6, colour transform"
  })
  void wrongHeadersAreRefused(String hex, int offset, String reason) {
    assertRefused(bytes(hex), reason).extracting("offset").isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({
    "FFDA0008010200000000, component 2",
    "FFDA0008010101000000, mapping tables",
    "FFDA0008010100000001, point transform",
    "FFDA0008010100000300, ILV",
    "FFDA0008010100800000, NEAR of the JPEG-LS data is 128",
    "FFDA0007010100000000, wrong length",
    "FFDA000A020100010000 0000, Ns",
    "FFF7000B080004000401011100, two frame headers",
    "FFF8000D0101000000000000000000 FFDA0008010100000000, MAXVAL of the JPEG-LS data is 256",
    "FFF8000D0100FF0000000000000100 FFDA0008010100000000, RESET of the JPEG-LS data is 256",
    "FFF8000D0100FF0000000000000002 FFDA0008010100000000, RESET of the JPEG-LS data is 2",
    "FFF8000D0100FF0005000400000040 FFDA0008010100000000, T2 of the JPEG-LS data is 4",
    "FFF8000D0100FF0002000500040040 FFDA0008010100000000, T3 of the JPEG-LS data is 4",
    "FFF8000D0100FF0000000001000040 FFDA0008010100000000, T3 of the JPEG-LS data is 256",
    "FFF8000D0100FF0002000000000040 FFDA0008010100020000, T1 of the JPEG-LS data is 2",
    "FFF8000D01000A0000000000000040 FFDA0008010100060000, NEAR of the JPEG-LS data is 6"
  })
  void wrongScansAreRefused(String hex, String reason) {
    assertRefused(bytes(START + FRAME + hex), reason);
  }

  @Test
  void aScanBeforeTheFrameHeaderIsRefused() {
    assertRefused(bytes(START + SCAN), "before its frame header");
  }

  @Test
  void subsampledComponentsAreRefused() {
    byte[] coded = bytes(START + "FFF7000E 08 0001 0001 02 012100 021100");
    var samples = new SampleBuffer(1, 1, 2, 1, new byte[2]);
    assertThatThrownBy(() -> new JpegLsDecoder().decode(coded, coded.length, samples))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("subsampled");
  }

  @Test
  void componentsMayComeInAnyOrderButEachOnce() throws Exception {
    int[][][] planes = Planes.NOISE.create(5, 4, 2, 255);
    byte[] coded = new StandardEncoder(Options.lossless(8), planes).encode();
    String text = HexFormat.of().formatHex(coded);
    int second = text.lastIndexOf("ffda");
    int first = text.indexOf("ffda");
    String swapped =
        text.substring(0, first)
            + text.substring(second, text.length() - 4)
            + text.substring(first, second)
            + "ffd9";
    SampleBuffer samples = Planes.empty(planes, 8);
    new JpegLsDecoder().decode(bytes(swapped), coded.length, samples);
    assertThat(samples.bytes()).isEqualTo(Planes.buffer(planes, 8).bytes());
    byte[] twice =
        bytes(
            text.substring(0, second)
                + text.substring(first, second)
                + text.substring(second, text.length()));
    assertThatThrownBy(() -> new JpegLsDecoder().decode(twice, twice.length, samples))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("component 1, which is unknown or was there before");
  }

  @Test
  void dataBehindTheLastSampleIsRefused() {
    assertRefused(bytes(EXAMPLE.replace("FFD9", "0102FFD9")), "goes on behind the last sample");
  }

  @Test
  void codesLongerThanTheLimitAreRefused() {
    String zeros = "00".repeat(20);
    assertRefused(bytes(START + FRAME + SCAN + zeros + "FFD9"), "no such code");
    assertRefused(bytes(START + FRAME + SCAN + "0000"), "ends too early");
  }

  @Test
  void whatWasDecodedBeforeTheDamageIsThere() {
    byte[] example = bytes(EXAMPLE);
    byte[] cut = Arrays.copyOf(example, 40);
    byte[] decoded = new byte[16];
    assertThatThrownBy(
            () ->
                new JpegLsDecoder().decode(cut, cut.length, new SampleBuffer(4, 4, 1, 1, decoded)))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("ends too early");
    assertThat(Arrays.copyOf(decoded, 4)).containsExactly(0, 0, 90, 74);
  }

  private static byte[] withSegments(String segments) {
    byte[] coded = bytes(EXAMPLE);
    return bytes(
        START + segments + FRAME + segments + HexFormat.of().formatHex(coded, 15, coded.length));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(byte[] coded, String reason) {
    return assertThatThrownBy(() -> decoded(coded))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(reason);
  }

  private static byte[] expected() {
    return Planes.buffer(new int[][][] {IMAGE}, 8).bytes();
  }

  private static byte[] decoded(byte[] coded) throws CodecException {
    SampleBuffer samples = Planes.empty(new int[][][] {IMAGE}, 8);
    new JpegLsDecoder().decode(coded, coded.length, samples);
    return samples.bytes();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
