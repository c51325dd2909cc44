package org.voxdesk.codec.jpegls;

/// Encodes lines of one component without loss, laid out as in [LineDecoder].
final class LineEncoder {
  /// Bytes that one sample takes at most: 64 bits, and an eighth for zero bits behind 0xFF.
  static final int BYTES_PER_SAMPLE = 10;

  private final ContextModel model;
  private final BitWriter writer;
  private final int columns;
  private final int[] counters;
  private final int maxval;
  private final int errorBits;
  private final int unary;

  /// Bits of an int above those of a prediction error, which is taken modulo RANGE.
  private final int unused;

  /// @param model one of a lossless scan where MAXVAL is one less than a power of two
  LineEncoder(ContextModel model, BitWriter writer, int columns) {
    this.model = model;
    this.writer = writer;
    this.columns = columns;
    CodingParameters parameters = model.parameters();
    counters = model.counters();
    maxval = parameters.maxval();
    errorBits = parameters.errorBits();
    unary = parameters.limit() - errorBits - 1;
    unused = 32 - errorBits;
  }

  /// Encodes `line` below `above`.
  ///
  /// @param runIndex the order of runs so far in this component
  /// @return the order of runs from here on
  int encode(int[] above, int[] line, int runIndex) {
    above[columns + 1] = above[columns];
    line[0] = above[1];
    int index = runIndex;
    int left = line[0];
    int up = above[1];
    int upLeft = above[0];
    int region2 = model.region(up - upLeft);
    int x = 1;
    while (x <= columns) {
      int upRight = above[x + 1];
      int region1 = model.region(upRight - up);
      int context = ContextModel.context(region1, region2, model.region(upLeft - left));
      if (context != 0) {
        int value = line[x];
        regular(context, value, ContextModel.predict(left, up, upLeft));
        left = value;
        upLeft = up;
        up = upRight;
        region2 = region1;
        x++;
        continue;
      }
      int start = x;
      while (x <= columns && line[x] == left) {
        x++;
      }
      index = run(x - start, x > columns, index);
      if (x <= columns) {
        upLeft = above[x];
        interruption(ContextModel.runBits(index), left, upLeft, line[x]);
        left = line[x];
        index = Math.max(0, index - 1);
        x++;
        up = above[x];
        region2 = model.region(up - upLeft);
      }
    }
    return index;
  }

  private void regular(int context, int value, int median) {
    int place = ContextModel.place(context);
    int sign = context >> 31;
    int n = counters[place + ContextModel.N];
    int k = ContextModel.golombBits(n, counters[place + ContextModel.A]);
    int correction = (counters[place + ContextModel.C] ^ sign) - sign;
    int predicted = Math.max(0, Math.min(maxval, median + correction));
    int error = modulo(((value - predicted) ^ sign) - sign);
    boolean mostlyNegative = k == 0 && 2 * counters[place + ContextModel.B] <= -n;
    int mapped = mostlyNegative ? ~error : error;
    mapped = mapped << 1 ^ mapped >> 31;
    model.learn(place, error);
    writer.golomb(mapped, k, unary, errorBits);
  }

  /// Writes the length of a run (T.87 A.7.1.2).
  private int run(int length, boolean endOfLine, int runIndex) {
    int index = runIndex;
    int rest = length;
    while (rest >= 1 << ContextModel.runBits(index)) {
      writer.bits(1, 1);
      rest -= 1 << ContextModel.runBits(index);
      index = Math.min(31, index + 1);
    }
    if (!endOfLine) {
      writer.bits(rest, 1 + ContextModel.runBits(index));
    } else if (rest > 0) {
      writer.bits(1, 1);
    }
    return index;
  }

  private void interruption(int runBits, int left, int above, int value) {
    int type = left == above ? 1 : 0;
    int error = value - above;
    error = modulo(left > above ? -error : error);
    int place = ContextModel.interruptionPlace(type);
    int n = counters[place + ContextModel.N];
    int a = counters[place + ContextModel.A] + (type == 1 ? n >> 1 : 0);
    int k = ContextModel.golombBits(n, a);
    boolean mostlyNegative = k != 0 || 2 * counters[place + ContextModel.B] >= n;
    int map = error != 0 && mostlyNegative == error < 0 ? 1 : 0;
    int mapped = 2 * Math.abs(error) - type - map;
    model.learnInterruption(type, error, mapped);
    writer.golomb(mapped, k, unary - runBits - 1, errorBits);
  }

  private int modulo(int error) {
    return error << unused >> unused;
  }
}
