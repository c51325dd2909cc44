package org.voxdesk.codec.jpegls;

import org.voxdesk.codec.CodecException;

/// Decodes one sample from the bits and what the scan has learnt (T.87 A.4 to A.7).
final class SampleDecoder {
  private final ContextModel model;
  private final BitReader reader;
  private final int[] counters;
  private final int maxval;
  private final int near;
  private final int step;
  private final int range;
  private final int errorBits;
  private final int unary;

  SampleDecoder(ContextModel model, BitReader reader) {
    this.model = model;
    this.reader = reader;
    CodingParameters parameters = model.parameters();
    counters = model.counters();
    maxval = parameters.maxval();
    near = parameters.near();
    step = parameters.step();
    range = parameters.range();
    errorBits = parameters.errorBits();
    unary = parameters.limit() - errorBits - 1;
  }

  ContextModel model() {
    return model;
  }

  BitReader reader() {
    return reader;
  }

  /// The sample with these to the left, above and above left.
  int regular(int context, int left, int above, int aboveLeft) throws CodecException {
    int place = ContextModel.place(context);
    int sign = context >> 31;
    int n = counters[place + ContextModel.N];
    int k = ContextModel.golombBits(n, counters[place + ContextModel.A]);
    int mapped = reader.golomb(k, unary, errorBits);
    checkMapped(mapped);
    int error = (mapped >>> 1) ^ -(mapped & 1);
    if (k == 0 && near == 0 && 2 * counters[place + ContextModel.B] <= -n) {
      error = ~error;
    }
    int correction = (counters[place + ContextModel.C] ^ sign) - sign;
    int predicted = clamped(ContextModel.predict(left, above, aboveLeft) + correction);
    model.learn(place, error);
    return sample(predicted, (error ^ sign) - sign);
  }

  /// The sample behind a run, of type 1 where `left` and `above` agree, else 0. The code may be as
  /// long as those of the run leave room for, `runBits` and one.
  int interruption(int type, int runBits, int left, int above) throws CodecException {
    int place = ContextModel.interruptionPlace(type);
    int n = counters[place + ContextModel.N];
    int a = counters[place + ContextModel.A] + (type == 1 ? n >> 1 : 0);
    int k = ContextModel.golombBits(n, a);
    int mapped = reader.golomb(k, unary - runBits - 1, errorBits);
    checkMapped(mapped);
    int error = (mapped + type + 1) >> 1;
    boolean mostlyNegative = k != 0 || 2 * counters[place + ContextModel.B] >= n;
    if (mostlyNegative == (((mapped + type) & 1) == 1)) {
      error = -error;
    }
    model.learnInterruption(type, error, mapped);
    if (type == 1) {
      return sample(left, error);
    }
    return sample(above, left > above ? -error : error);
  }

  /// Larger ones do not occur and could lead out of every bound.
  private void checkMapped(int mapped) throws CodecException {
    if (Integer.compareUnsigned(mapped, 2 * range) >= 0) {
      throw reader.damaged();
    }
  }

  private int sample(int predicted, int error) {
    int value = predicted + error * step;
    if (value < -near) {
      value += range * step;
    } else if (value > maxval + near) {
      value -= range * step;
    }
    return clamped(value);
  }

  private int clamped(int value) {
    return Math.max(0, Math.min(maxval, value));
  }
}
