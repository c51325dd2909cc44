package org.voxdesk.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.jpeg.JpegDecoder;
import org.voxdesk.codec.jpeg2000.Jpeg2000Decoder;
import org.voxdesk.codec.jpegls.JpegLsDecoder;
import org.voxdesk.codec.rle.RleDecoder;
import org.voxdesk.dicom.TransferSyntax;

/// The ways of compressing frames that are understood, and the transfer syntaxes that use them
/// (PS3.5 A.4).
@SuppressWarnings("ImmutableEnumChecker") // Lists made by List.of are immutable, unmarked.
public enum Compression {
  /// Frames as they are, each in a fragment (PS3.5 A.4.11).
  NONE(List.of("1.2.840.10008.1.2.1.98")),
  /// PS3.5 Annex G.
  RLE(List.of("1.2.840.10008.1.2.5")),
  /// A deflate stream a frame (PS3.5 A.4.13).
  DEFLATED(List.of("1.2.840.10008.1.2.8.1")),
  /// ITU-T T.81: baseline, extended, progressive and lossless.
  JPEG(
      List.of(
          "1.2.840.10008.1.2.4.50",
          "1.2.840.10008.1.2.4.51",
          "1.2.840.10008.1.2.4.53",
          "1.2.840.10008.1.2.4.55",
          "1.2.840.10008.1.2.4.57",
          "1.2.840.10008.1.2.4.70")),
  /// ITU-T T.87.
  JPEG_LS(List.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81")),
  /// ITU-T T.800.
  JPEG_2000(List.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"));

  /// Bytes that [#of(byte[])] wants to see.
  static final int HEAD = 12;

  private final List<String> transferSyntaxes;

  Compression(List<String> transferSyntaxes) {
    this.transferSyntaxes = transferSyntaxes;
  }

  /// The UIDs of the transfer syntaxes that compress so.
  public List<String> transferSyntaxes() {
    return transferSyntaxes;
  }

  /// What a transfer syntax says; empty where it is native or compresses in another way.
  public static Optional<Compression> of(TransferSyntax syntax) {
    return Arrays.stream(values())
        .filter(compression -> compression.transferSyntaxes.contains(syntax.uid()))
        .findFirst();
  }

  /// What the first bytes of a frame look like; empty for what has no mark of its own.
  static Optional<Compression> of(byte[] head) {
    if (startsWith(head, 0xFF, 0xD8)) {
      // JPEG-LS begins with its frame header; JPEG may, but then it is another one.
      return Optional.of(startsWith(head, 0xFF, 0xD8, 0xFF, 0xF7) ? JPEG_LS : JPEG);
    }
    boolean codestream = startsWith(head, 0xFF, 0x4F, 0xFF, 0x51);
    boolean file = startsWith(head, 0, 0, 0, 12, 'j', 'P', ' ', ' ');
    return codestream || file ? Optional.of(JPEG_2000) : Optional.empty();
  }

  /// Whether a frame can begin with these bytes.
  boolean begins(byte[] head) {
    return switch (this) {
      case NONE, DEFLATED -> true;
      // Up to 15 segments, the first behind the header of 64 bytes (PS3.5 G.5).
      case RLE ->
          head.length >= 8
              && head[0] >= 1
              && head[0] <= 15
              && head[1] == 0
              && head[2] == 0
              && head[3] == 0
              && head[4] == 64
              && head[5] == 0;
      case JPEG, JPEG_LS -> startsWith(head, 0xFF, 0xD8);
      case JPEG_2000 -> of(head).equals(Optional.of(JPEG_2000));
    };
  }

  /// A decoder; empty for frames that are not coded, only packed.
  Optional<FrameDecoder> decoder() {
    return switch (this) {
      case NONE, DEFLATED -> Optional.empty();
      case RLE -> Optional.of(new RleDecoder());
      case JPEG -> Optional.of(new JpegDecoder());
      case JPEG_LS -> Optional.of(new JpegLsDecoder());
      case JPEG_2000 -> Optional.of(new Jpeg2000Decoder());
    };
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
