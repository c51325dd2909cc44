package org.voxdesk.codec.jpeg2000;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.voxdesk.codec.CodecException;

/// The coding styles in force: of a tile, or of all tiles that say nothing else.
final class Coding {
  /// Where the style begins in the segments COD and COC.
  private static final int IN_COD = 7;

  private static final int IN_COC = 4;
  private static final int MAX_LAYERS = 1024;
  private static final int MAX_PROGRESSION = 4;

  private final ImageSize size;
  private final Optional<Coding> outer;
  private final CodingStyle[] ofComponents;
  private Optional<CodingStyle> ofAll = Optional.empty();
  private int layers;

  private Coding(ImageSize size, Optional<Coding> outer) {
    this.size = size;
    this.outer = outer;
    this.ofComponents = new CodingStyle[size.components()];
  }

  /// What the main header says, nothing so far.
  static Coding of(ImageSize size) {
    return new Coding(size, Optional.empty());
  }

  /// What the header of a tile says, nothing so far.
  Coding ofTile() {
    return new Coding(size, Optional.of(this));
  }

  /// Takes a segment COD, which begins with its length.
  void takeCommon(ByteBuffer segment) throws CodecException {
    if (segment.limit() < IN_COD) {
      throw Codestream.damaged();
    }
    layers = segment.getShort(4) & 0xFFFF;
    int transform = segment.get(6);
    boolean possible =
        layers >= 1
            && layers <= MAX_LAYERS
            && (segment.get(3) & 0xFF) <= MAX_PROGRESSION
            && (transform == 0 || (transform == 1 && size.components() >= 3));
    if (!possible) {
      throw Codestream.damaged();
    }
    ofAll = Optional.of(CodingStyle.of(segment, IN_COD, (segment.get(2) & 1) != 0));
  }

  /// Takes a segment COC, which begins with its length.
  void takeComponent(ByteBuffer segment) throws CodecException {
    if (segment.limit() < IN_COC || (segment.get(2) & 0xFF) >= size.components()) {
      throw Codestream.damaged();
    }
    ofComponents[segment.get(2)] = CodingStyle.of(segment, IN_COC, (segment.get(3) & 1) != 0);
  }

  /// The style of `component`; what a tile says of all goes before what is said outside it of one.
  private CodingStyle style(int component) throws CodecException {
    if (ofComponents[component] != null) {
      return ofComponents[component];
    }
    if (ofAll.isPresent()) {
      return ofAll.get();
    }
    if (outer.isEmpty()) {
      throw Codestream.damaged();
    }
    return outer.get().style(component);
  }

  private int layers() {
    return ofAll.isPresent() || outer.isEmpty() ? layers : outer.get().layers();
  }

  /// Packets of `tile`.
  long packets(int tile) throws CodecException {
    long count = 0;
    for (int i = 0; i < size.components(); i++) {
      count +=
          style(i)
              .precincts(
                  size.tileLeft(tile),
                  size.tileTop(tile),
                  size.tileRight(tile),
                  size.tileBottom(tile));
    }
    return count * layers();
  }

  /// Code-blocks of `tile`, times layers.
  long blocks(int tile) throws CodecException {
    long count = 0;
    for (int i = 0; i < size.components(); i++) {
      count +=
          style(i)
              .blocks(
                  size.tileLeft(tile),
                  size.tileTop(tile),
                  size.tileRight(tile),
                  size.tileBottom(tile));
    }
    return count * layers();
  }
}
