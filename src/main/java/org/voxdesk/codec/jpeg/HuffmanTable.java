package org.voxdesk.codec.jpeg;

import java.util.Arrays;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// A Huffman table made for decoding (T.81 C, F.2.2.3). Codes of up to [#BITS] bits are looked up
/// at once.
final class HuffmanTable {
  /// Bits that are looked up.
  static final int BITS = 11;

  private static final int LONGEST = 16;

  private final byte[] symbols = new byte[256];
  private final int[] limits = new int[LONGEST + 1];
  private final int[] offsets = new int[LONGEST + 1];
  private int count;

  /// For the next [#BITS] bits the length of the code in them times 256, plus its symbol; 0 where
  /// the code is longer. Shared.
  final short[] codes = new short[1 << BITS];

  /// For the next [#BITS] bits the signed value that a code of a category and the bits behind it
  /// make, times 256, plus the number of bits of both; 0 where they are more. Shared.
  final int[] values = new int[1 << BITS];

  /// Forgets the codes.
  void clear() {
    count = 0;
  }

  boolean isDefined() {
    return count > 0;
  }

  /// Reads a table: how many codes there are of each length, then their symbols (T.81 B.2.4.2).
  void read(Segments segments) throws CodecException {
    int[] lengths = new int[LONGEST + 1];
    count = 0;
    int total = 0;
    for (int length = 1; length <= LONGEST; length++) {
      lengths[length] = segments.u8();
      total += lengths[length];
    }
    if (total > symbols.length || total == 0) {
      throw new CodecException(segments.position(), Sentence.of("jpeg.huffman"));
    }
    for (int i = 0; i < total; i++) {
      symbols[i] = (byte) segments.u8();
    }
    assign(lengths, segments.position());
    lookUp(lengths);
    count = total;
  }

  /// Codes of a length are successive, and begin behind those of the length before (T.81 C.2).
  private void assign(int[] lengths, int position) throws CodecException {
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offsets[length] = index - code;
      code += lengths[length];
      index += lengths[length];
      if (code > 1 << length) {
        throw new CodecException(position, Sentence.of("jpeg.huffman"));
      }
      limits[length] = code << (LONGEST - length);
      code <<= 1;
    }
  }

  private void lookUp(int[] lengths) {
    Arrays.fill(codes, (short) 0);
    Arrays.fill(values, 0);
    int at = 0;
    int index = 0;
    for (int length = 1; length <= BITS; length++) {
      int span = 1 << (BITS - length);
      for (int i = 0; i < lengths[length]; i++) {
        int symbol = symbols[index++] & 0xFF;
        Arrays.fill(codes, at, at + span, (short) ((length << 8) | symbol));
        fillValues(at, length, symbol);
        at += span;
      }
    }
  }

  private void fillValues(int at, int length, int category) {
    int free = BITS - length - category;
    if (free < 0) {
      return;
    }
    for (int bits = 0; bits < 1 << category; bits++) {
      int value = extended(bits, category);
      int from = at + (bits << free);
      Arrays.fill(values, from, from + (1 << free), (value << 8) | (length + category));
    }
  }

  /// The difference of a category that `bits` stand for (T.81 F.2.2.1, EXTEND).
  static int extended(int bits, int category) {
    return category > 0 && bits >> (category - 1) == 0 ? bits - (1 << category) + 1 : bits;
  }

  /// The code at the front of 16 bits that is longer than [#BITS]: its length times 256, plus its
  /// symbol; 0 if there is none.
  int longCode(int bits) {
    for (int length = BITS + 1; length <= LONGEST; length++) {
      if (bits < limits[length]) {
        return (length << 8) | (symbols[(bits >> (LONGEST - length)) + offsets[length]] & 0xFF);
      }
    }
    return 0;
  }

  /// The greatest symbol.
  int greatest() {
    int greatest = 0;
    for (int i = 0; i < count; i++) {
      greatest = Math.max(greatest, symbols[i] & 0xFF);
    }
    return greatest;
  }
}
