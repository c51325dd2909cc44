package org.voxdesk.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;

/// What frames may lack or have beside their samples, and what is refused.
class JpegDecoderTest {
  private static final int[][] PLANE = {{1, 2, 3}, {250, 251, 252}, {7, 7, 7}};
  private static final byte[] SAMPLES = {1, 2, 3, -6, -5, -4, 7, 7, 7};
  private static final byte[] FRAME =
      new LosslessWriter(8, 4, 0, true, 1, 0x11).write(3, 3, new int[][][] {PLANE});

  @Test
  void samplesWithoutEndOfImageAreTaken() throws CodecException {
    assertThat(decoded(Arrays.copyOf(FRAME, FRAME.length - 2))).isEqualTo(SAMPLES);
  }

  @Test
  void bytesBehindTheEndOfImageAreIgnored() throws CodecException {
    byte[] longer = Arrays.copyOf(FRAME, FRAME.length + 5);
    Arrays.fill(longer, FRAME.length, longer.length, (byte) 0xFF);
    assertThat(decoded(longer)).isEqualTo(SAMPLES);
  }

  @Test
  void markersMayBeFilledUp() throws CodecException {
    assertThat(decoded(with(FRAME, Marker.DHT, 0xFF, 0xFF))).isEqualTo(SAMPLES);
    assertThat(decoded(with(FRAME, Marker.RST0, 0xFF, 0xFF))).isEqualTo(SAMPLES);
  }

  @Test
  void applicationSegmentsAndCommentsAreSkipped() throws CodecException {
    byte[] coded = with(FRAME, Marker.SOF3, 0xFF, 0xFE, 0, 6, 0xFF, 0xDA, 0xFF, 0xC0);
    assertThat(decoded(coded)).isEqualTo(SAMPLES);
  }

  @Test
  void linesMayBeGivenBehindTheScan() throws CodecException {
    byte[] coded = with(FRAME, Marker.EOI, 0xFF, Marker.DNL, 0, 4, 0, 3);
    coded[find(coded, Marker.SOF3) + 6] = 0;
    assertThat(decoded(coded)).isEqualTo(SAMPLES);
    coded[find(coded, Marker.DNL) + 5] = 4;
    assertThat(refused(coded)).isEqualTo("the JPEG frame has 4 lines, but 3 are expected");
    coded[find(coded, Marker.DNL) + 1] = (byte) 0xFE;
    assertThat(refused(coded)).isEqualTo("the JPEG frame does not say how many lines it has");
  }

  @Test
  void arithmeticCodingIsRefusedByName() {
    for (int marker : new int[] {0xC9, 0xCA, 0xCB, 0xCD, 0xCF}) {
      assertThat(refused(replaced(FRAME, Marker.SOF3, marker)))
          .isEqualTo("JPEG with arithmetic coding is not supported");
    }
  }

  @Test
  void hierarchicalFramesAndOtherStandardsAreRefused() {
    for (int marker : new int[] {0xC5, 0xC7, Marker.DHP, Marker.SOF55}) {
      assertThat(refused(replaced(FRAME, Marker.SOF3, marker))).startsWith("JPEG of the kind ff");
    }
  }

  @Test
  void aWrongRestartMarkerIsRefused() {
    byte[] coded = replaced(FRAME, Marker.RST0, Marker.RST0 + 5);
    assertThat(refused(coded)).isEqualTo("JPEG restart marker 0 is missing");
  }

  @Test
  void aRestartInsideALineOfALosslessFrameIsRefused() {
    byte[] coded = FRAME.clone();
    coded[find(coded, Marker.DRI) + 5] = 2;
    assertThat(refused(coded))
        .isEqualTo("the JPEG restart interval 2 does not end with a line of 3");
  }

  @Test
  void tablesOfAnotherFrameDoNotServe() throws CodecException {
    var decoder = new JpegDecoder();
    byte[] samples = new byte[9];
    decoder.decode(FRAME, FRAME.length, new SampleBuffer(3, 3, 1, 1, samples));
    byte[] bare = replaced(FRAME, Marker.DHT, 0xFE);
    var buffer = new SampleBuffer(3, 3, 1, 1, samples);
    var exception =
        catchThrowableOfType(CodecException.class, () -> decoder.decode(bare, bare.length, buffer));
    assertThat(exception).hasMessage("there is no JPEG table 0");
  }

  @Test
  void truncationIsRefusedWithItsPlace() {
    int end = find(FRAME, Marker.EOI) - 1;
    var samples = new SampleBuffer(3, 3, 1, 1, new byte[9]);
    var exception =
        catchThrowableOfType(
            CodecException.class, () -> new JpegDecoder().decode(FRAME, end, samples));
    assertThat(exception).hasMessage("the JPEG frame ends too early");
    assertThat(exception.offset()).isEqualTo(end);
  }

  @Test
  void aCutProgressiveFrameLeavesWhatWasKnown() throws CodecException {
    var image = new DctImage(16, 8, 8, 0x11);
    byte[] coded = new DctWriter(image, 0).progressive(false);
    byte[] whole = new byte[128];
    new JpegDecoder().decode(coded, coded.length, new SampleBuffer(16, 8, 1, 1, whole));
    byte[] cut = new byte[128];
    var samples = new SampleBuffer(16, 8, 1, 1, cut);
    var exception =
        catchThrowableOfType(
            CodecException.class, () -> new JpegDecoder().decode(coded, coded.length - 4, samples));
    assertThat(exception).hasMessage("the JPEG frame ends too early");
    for (int i = 0; i < 128; i++) {
      assertThat(cut[i] & 0xFF).isCloseTo(whole[i] & 0xFF, within(20));
    }
  }

  @Test
  void moreBitsThanASampleHasAreRefused() {
    byte[] coded = FRAME.clone();
    coded[find(coded, Marker.SOF3) + 4] = 9;
    assertThat(refused(coded))
        .isEqualTo("a JPEG frame of 9 bits per sample does not fit here, in 1 bytes per sample");
  }

  @Test
  void theBandOfASequentialScanIsNotLookedAt() throws CodecException {
    var image = new DctImage(16, 8, 8, 0x11);
    byte[] coded = new DctWriter(image, 0).sequential(false);
    byte[] expected = new byte[128];
    new JpegDecoder().decode(coded, coded.length, new SampleBuffer(16, 8, 1, 1, expected));
    coded[find(coded, Marker.SOS) + 8] = 0;
    byte[] samples = new byte[128];
    new JpegDecoder().decode(coded, coded.length, new SampleBuffer(16, 8, 1, 1, samples));
    assertThat(samples).isEqualTo(expected);
  }

  @Test
  void aBitOfAProgressiveFrameThatComesTwiceIsRefused() {
    var image = new DctImage(16, 8, 8, 0x11);
    byte[] coded = new DctWriter(image, 0).progressive(false);
    int scan = find(coded, Marker.SOS);
    byte[] again = Arrays.copyOfRange(coded, scan, coded.length);
    byte[] first = Arrays.copyOf(coded, find(again, 1, Marker.SOS) + scan);
    var out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(again);
    var samples = new SampleBuffer(16, 8, 1, 1, new byte[128]);
    var exception =
        catchThrowableOfType(
            CodecException.class,
            () -> new JpegDecoder().decode(out.toByteArray(), out.size(), samples));
    assertThat(exception)
        .hasMessage("the JPEG scan 0, 0, 0, 1 does not fit the frame or the scans before it");
  }

  private static byte[] decoded(byte[] coded) throws CodecException {
    byte[] samples = new byte[9];
    new JpegDecoder().decode(coded, coded.length, new SampleBuffer(3, 3, 1, 1, samples));
    return samples;
  }

  private static String refused(byte[] coded) {
    return catchThrowableOfType(CodecException.class, () -> decoded(coded)).getMessage();
  }

  private static int find(byte[] coded, int marker) {
    return find(coded, 0, marker);
  }

  /// Where the 0xFF of the first such marker at or behind `from` is.
  private static int find(byte[] coded, int from, int marker) {
    int at = from;
    while ((coded[at] & 0xFF) != 0xFF || (coded[at + 1] & 0xFF) != marker) {
      at++;
    }
    return at;
  }

  private static byte[] replaced(byte[] coded, int marker, int by) {
    byte[] changed = coded.clone();
    changed[find(coded, marker) + 1] = (byte) by;
    return changed;
  }

  /// The frame with some bytes in front of a marker.
  private static byte[] with(byte[] coded, int marker, int... bytes) {
    var out = new ByteArrayOutputStream();
    int at = find(coded, marker);
    out.write(coded, 0, at);
    for (int each : bytes) {
      out.write(each);
    }
    out.write(coded, at, coded.length - at);
    return out.toByteArray();
  }
}
