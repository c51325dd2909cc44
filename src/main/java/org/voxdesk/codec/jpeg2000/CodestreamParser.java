package org.voxdesk.codec.jpeg2000;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Checks a code stream from marker to marker (ISO 15444-1 Annex A) before the library sees it,
/// which believes what headers say.
final class CodestreamParser {
  private static final int SOC = 0xFF4F;
  private static final int CAP = 0xFF50;
  private static final int SIZ = 0xFF51;
  private static final int COD = 0xFF52;
  private static final int COC = 0xFF53;
  private static final int QCD = 0xFF5C;
  private static final int QCC = 0xFF5D;
  private static final int RGN = 0xFF5E;
  private static final int POC = 0xFF5F;
  private static final int PPM = 0xFF60;
  private static final int PPT = 0xFF61;
  private static final int SOT = 0xFF90;
  private static final int SOD = 0xFF93;
  private static final int EOC = 0xFFD9;

  private static final int SOT_LENGTH = 12;
  private static final int PROGRESSION_LENGTH = 7;
  private static final int MAX_PROGRESSIONS = 64;
  private static final int SPARE_BLOCKS = 65_536;

  private final ByteBuffer in;
  private final ByteBuffer out;
  private final ImageSize size;
  private final Coding main;
  private final Coding[] ofTiles;
  private final int[] parts;
  private final int[] declaredParts;
  private final int[] firstPackets;
  private int progressions;

  /// @param in from SOC and SIZ on
  CodestreamParser(ByteBuffer in, SampleBuffer samples) throws CodecException {
    this.in = in;
    this.out = ByteBuffer.allocate(in.limit() + 2);
    out.putShort((short) SOC);
    in.position(2);
    size = ImageSize.of(segment(SIZ));
    size.check(samples);
    // Of each tile there is a header at least.
    if ((long) size.tiles() * SOT_LENGTH > in.limit()) {
      throw tooComplex();
    }
    main = Coding.of(size);
    ofTiles = new Coding[size.tiles()];
    parts = new int[size.tiles()];
    declaredParts = new int[size.tiles()];
    firstPackets = new int[size.tiles()];
  }

  Codestream parse() throws CodecException {
    putSize();
    while (marker() != SOT) {
      takeMain();
    }
    int tileParts = out.position();
    while (in.remaining() >= 2 && marker() == SOT) {
      takeTilePart();
    }
    checkEnd();
    checkCost();
    for (int at = tileParts; at < out.position(); at += out.getInt(at + 6)) {
      out.put(at + 11, (byte) parts[out.getShort(at + 4) & 0xFFFF]);
    }
    out.putShort((short) EOC);
    return new Codestream(size, Arrays.copyOf(out.array(), out.position()), firstPackets);
  }

  /// There are tile-parts of all tiles, and either the end or as many of them as were declared.
  private void checkEnd() throws CodecException {
    boolean ended = in.remaining() >= 2 && marker() == EOC;
    for (int tile = 0; tile < parts.length; tile++) {
      if (parts[tile] == 0) {
        throw new CodecException(-1, Sentence.of("codec.jpeg2000.tile.missing", tile + 1));
      }
      if (parts[tile] < declaredParts[tile] || (!ended && declaredParts[tile] == 0)) {
        throw new CodecException(
            in.position(),
            Sentence.of("codec.jpeg2000.truncated", 2 - Math.min(1, in.remaining())));
      }
    }
  }

  /// A packet takes a byte at least; code-blocks and layers take the library's memory.
  private void checkCost() throws CodecException {
    long packets = 0;
    long blocks = 0;
    for (int tile = 0; tile < parts.length; tile++) {
      Coding coding = ofTiles[tile] == null ? main : ofTiles[tile];
      packets += coding.packets(tile);
      blocks += coding.blocks(tile);
    }
    long samples = (long) (size.right() - size.left()) * (size.bottom() - size.top());
    if (packets > in.limit() || blocks > samples * size.components() + SPARE_BLOCKS) {
      throw tooComplex();
    }
  }

  private CodecException tooComplex() {
    return new CodecException(-1, Sentence.of("codec.jpeg2000.too.complex", in.limit()));
  }

  /// The image is written as it is understood: whatever profile, no tile beyond its end.
  private void putSize() {
    int components = size.components();
    out.putShort((short) SIZ).putShort((short) (38 + 3 * components)).putShort((short) 0);
    out.putInt(size.right()).putInt(size.bottom()).putInt(size.left()).putInt(size.top());
    out.putInt(size.tileWidth()).putInt(size.tileHeight());
    out.putInt(size.tilesLeft()).putInt(size.tilesTop());
    out.putShort((short) components);
    for (int i = 0; i < components; i++) {
      int sign = size.isSigned(i) ? ImageSize.SIGNED : 0;
      out.put((byte) (size.bits(i) - 1 | sign)).put((byte) 1).put((byte) 1);
    }
  }

  private int marker() throws CodecException {
    require(2);
    return in.getShort(in.position()) & 0xFFFF;
  }

  /// What follows a marker, from its length on; the position comes to stand behind it.
  private ByteBuffer segment(int marker) throws CodecException {
    if (marker() != marker) {
      throw Codestream.damaged();
    }
    require(4);
    int length = in.getShort(in.position() + 2) & 0xFFFF;
    if (length < 2) {
      throw Codestream.damaged();
    }
    require(2 + length);
    ByteBuffer segment = in.slice(in.position() + 2, length);
    in.position(in.position() + 2 + length);
    return segment;
  }

  private void require(long bytes) throws CodecException {
    if (in.remaining() < bytes) {
      throw new CodecException(
          in.limit(), Sentence.of("codec.jpeg2000.truncated", bytes - in.remaining()));
    }
  }

  private void takeMain() throws CodecException {
    int marker = marker();
    ByteBuffer segment = segment(marker);
    switch (marker) {
      case SIZ, SOD, EOC, PPT -> throw Codestream.damaged();
      case CAP -> throw new CodecException(-1, Sentence.of("codec.jpeg2000.extension"));
      default -> take(marker, segment, main);
    }
  }

  /// Keeps the segments that say how to decode; all others are left out.
  private void take(int marker, ByteBuffer segment, Coding coding) throws CodecException {
    switch (marker) {
      case COD -> coding.takeCommon(segment);
      case COC -> coding.takeComponent(segment);
      case POC -> checkProgressions(segment);
      case QCD, QCC, RGN -> {}
      // Out of these the library reads on for ever when they end too early.
      case PPM, PPT -> throw new CodecException(-1, Sentence.of("codec.jpeg2000.packed.headers"));
      default -> {
        return;
      }
    }
    out.putShort((short) marker).put(segment.rewind());
  }

  private void checkProgressions(ByteBuffer segment) throws CodecException {
    int count = (segment.limit() - 2) / PROGRESSION_LENGTH;
    progressions += count;
    if (segment.limit() != 2 + PROGRESSION_LENGTH * count || progressions > MAX_PROGRESSIONS) {
      throw Codestream.damaged();
    }
    for (int at = 2; at < segment.limit(); at += PROGRESSION_LENGTH) {
      boolean possible =
          (segment.get(at + 4) & 0xFF) > (segment.get(at) & 0xFF)
              && (segment.get(at + 5) & 0xFF) > (segment.get(at + 1) & 0xFF)
              && segment.getShort(at + 2) != 0;
      if (!possible) {
        throw Codestream.damaged();
      }
    }
  }

  private void takeTilePart() throws CodecException {
    int start = in.position();
    ByteBuffer header = segment(SOT);
    int end = end(start, header);
    int tile = header.getShort(2) & 0xFFFF;
    if (tile >= parts.length || (header.get(8) & 0xFF) != parts[tile]) {
      throw Codestream.damaged();
    }
    declaredParts[tile] = Math.max(declaredParts[tile], header.get(9) & 0xFF);
    int outStart = out.position();
    out.put(in.slice(start, SOT_LENGTH));
    takeTileHeader(tile, end);
    if (parts[tile]++ == 0) {
      firstPackets[tile] = out.position();
    }
    out.put(in.slice(in.position(), end - in.position()));
    out.putInt(outStart + 6, out.position() - outStart);
    in.position(end);
  }

  /// Where the tile-part that begins at `start` ends. A length of 0 says that it is the last and
  /// ends with the code stream, which is whole only if it ends like one.
  private int end(int start, ByteBuffer header) throws CodecException {
    if (header.limit() != SOT_LENGTH - 2) {
      throw Codestream.damaged();
    }
    long length = header.getInt(4) & 0xFFFF_FFFFL;
    if (length == 0) {
      int end = in.limit();
      while (end > in.position() && in.get(end - 1) == 0) {
        end--;
      }
      if (end - 2 < in.position() || (in.getShort(end - 2) & 0xFFFF) != EOC) {
        throw new CodecException(in.limit(), Sentence.of("codec.jpeg2000.truncated", 2));
      }
      return end - 2;
    }
    if (length < SOT_LENGTH + 2) {
      throw Codestream.damaged();
    }
    require(length - SOT_LENGTH);
    return (int) (start + length);
  }

  /// Reads up to the packets. Only the first header of a tile may say how it is coded.
  private void takeTileHeader(int tile, int end) throws CodecException {
    while (marker() != SOD) {
      int marker = marker();
      ByteBuffer segment = segment(marker);
      if (marker == SIZ || marker == SOT || marker == EOC) {
        throw Codestream.damaged();
      }
      if (parts[tile] == 0 || marker == POC || marker == PPT) {
        if (ofTiles[tile] == null) {
          ofTiles[tile] = main.ofTile();
        }
        take(marker, segment, ofTiles[tile]);
      }
    }
    in.position(in.position() + 2);
    if (in.position() > end) {
      throw Codestream.damaged();
    }
    out.putShort((short) SOD);
  }
}
