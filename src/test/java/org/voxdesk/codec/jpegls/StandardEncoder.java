package org.voxdesk.codec.jpegls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/// The encoder of T.87 Annex A step by step, slow, and independent of the one under test: also
/// near-lossless, every interleaving, preset parameters and restart markers.
final class StandardEncoder {
  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  /// How to encode.
  ///
  /// @param interleave 0, 1 or 2; with 0 each component has a scan of its own
  /// @param preset MAXVAL, T1, T2, T3, RESET, or nothing
  /// @param restart lines between restart markers, or 0
  record Options(int precision, int near, int interleave, List<Integer> preset, int restart) {
    static Options lossless(int precision) {
      return new Options(precision, 0, 0, List.of(), 0);
    }

    Options near(int value) {
      return new Options(precision, value, interleave, preset, restart);
    }

    Options interleave(int value) {
      return new Options(precision, near, value, preset, restart);
    }

    Options preset(Integer... values) {
      return new Options(precision, near, interleave, List.of(values), restart);
    }

    Options restart(int lines) {
      return new Options(precision, near, interleave, preset, lines);
    }
  }

  private final Options options;
  private final int columns;
  private final int rows;
  private final int[][][] planes;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int maxval;
  private final int near;
  private final int t1;
  private final int t2;
  private final int t3;
  private final int reset;
  private final int range;
  private final int qbpp;
  private final int limit;
  private final int[] a = new int[367];
  private final int[] b = new int[365];
  private final int[] c = new int[365];
  private final int[] n = new int[367];
  private final int[] nn = new int[367];
  private int[] runIndex = new int[0];

  /// The first row of the scan or since the last restart marker.
  private int firstRow;

  private StringBuilder bits = new StringBuilder();

  /// @param planes samples as `[component][row][column]`, changed to what a decoder gives
  StandardEncoder(Options options, int[][][] planes) {
    this.options = options;
    this.planes = planes;
    rows = planes[0].length;
    columns = planes[0][0].length;
    near = options.near;
    List<Integer> preset = options.preset.isEmpty() ? List.of(0, 0, 0, 0, 0) : options.preset;
    maxval = preset.get(0) == 0 ? (1 << options.precision) - 1 : preset.get(0);
    int[] t = new int[3];
    if (maxval >= 128) {
      int factor = (Math.min(maxval, 4095) + 128) / 256;
      t[0] = clamp(factor + 2 + 3 * near, near + 1);
      t[1] = clamp(factor * 4 + 3 + 5 * near, t[0]);
      t[2] = clamp(factor * 17 + 4 + 7 * near, t[1]);
    } else {
      int factor = 256 / (maxval + 1);
      t[0] = clamp(Math.max(2, 3 / factor + 3 * near), near + 1);
      t[1] = clamp(Math.max(3, 7 / factor + 5 * near), t[0]);
      t[2] = clamp(Math.max(4, 21 / factor + 7 * near), t[1]);
    }
    t1 = preset.get(1) == 0 ? t[0] : preset.get(1);
    t2 = preset.get(2) == 0 ? t[1] : preset.get(2);
    t3 = preset.get(3) == 0 ? t[2] : preset.get(3);
    reset = preset.get(4) == 0 ? 64 : preset.get(4);
    range = (maxval + 2 * near) / (2 * near + 1) + 1;
    qbpp = ceilLog2(range);
    int bpp = Math.max(2, ceilLog2(maxval + 1));
    limit = 2 * (bpp + Math.max(8, bpp));
  }

  private int clamp(int i, int j) {
    return i > maxval || i < j ? j : i;
  }

  private static int ceilLog2(int value) {
    int log = 0;
    while (1 << log < value) {
      log++;
    }
    return log;
  }

  byte[] encode() {
    write(0xFF, 0xD8, 0xFF, 0xF7, 0, 8 + 3 * planes.length, options.precision);
    write(rows >> 8, rows & 0xFF, columns >> 8, columns & 0xFF, planes.length);
    for (int i = 1; i <= planes.length; i++) {
      write(i, 0x11, 0);
    }
    if (!options.preset.isEmpty()) {
      write(0xFF, 0xF8, 0, 13, 1);
      options.preset.forEach(value -> write(value >> 8, value & 0xFF));
    }
    if (options.restart > 0) {
      write(0xFF, 0xDD, 0, 4, options.restart >> 8, options.restart & 0xFF);
    }
    if (options.interleave == 0) {
      for (int i = 0; i < planes.length; i++) {
        scan(new int[] {i});
      }
    } else {
      int[] all = new int[planes.length];
      Arrays.setAll(all, i -> i);
      scan(all);
    }
    write(0xFF, 0xD9);
    return out.toByteArray();
  }

  private void scan(int[] components) {
    write(0xFF, 0xDA, 0, 6 + 2 * components.length, components.length);
    for (int component : components) {
      write(component + 1, 0);
    }
    write(near, options.interleave, 0);
    start(0);
    for (int y = 0; y < rows; y++) {
      if (options.restart > 0 && y > 0 && y % options.restart == 0) {
        flush();
        write(0xFF, 0xD0 + (y / options.restart - 1) % 8);
        start(y);
      }
      if (options.interleave == 2) {
        line(components, y);
      } else {
        for (int component : components) {
          line(new int[] {component}, y);
        }
      }
    }
    flush();
  }

  private void start(int row) {
    firstRow = row;
    Arrays.fill(a, Math.max(2, (range + 32) / 64));
    Arrays.fill(b, 0);
    Arrays.fill(c, 0);
    Arrays.fill(n, 1);
    Arrays.fill(nn, 0);
    runIndex = new int[planes.length];
    bits = new StringBuilder();
  }

  /// The sample as it is decoded, beyond the edges as A.2.1 says.
  private int at(int component, int y, int x) {
    if (y < firstRow) {
      return 0;
    }
    if (x < 0) {
      return at(component, y - 1, 0);
    }
    return planes[component][y][Math.min(x, columns - 1)];
  }

  private void line(int[] components, int y) {
    int x = 0;
    while (x < columns) {
      boolean flat = true;
      for (int i : components) {
        int ra = at(i, y, x - 1);
        int rb = at(i, y - 1, x);
        int rc = at(i, y - 1, x - 1);
        int rd = at(i, y - 1, x + 1);
        flat &= near(rd, rb) && near(rb, rc) && near(rc, ra);
      }
      if (flat) {
        x = run(components, y, x);
      } else {
        for (int i : components) {
          regular(i, y, x);
        }
        x++;
      }
    }
  }

  private boolean near(int one, int other) {
    return Math.abs(one - other) <= near;
  }

  private int quantised(int d) {
    int size = Math.abs(d);
    int q = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
    return d < 0 ? -q : q;
  }

  private void regular(int component, int y, int x) {
    int ra = at(component, y, x - 1);
    int rb = at(component, y - 1, x);
    int rc = at(component, y - 1, x - 1);
    int rd = at(component, y - 1, x + 1);
    int q = 81 * quantised(rd - rb) + 9 * quantised(rb - rc) + quantised(rc - ra);
    int sign = q < 0 ? -1 : 1;
    q = Math.abs(q);
    int px = ra + rb - rc;
    if (rc >= Math.max(ra, rb)) {
      px = Math.min(ra, rb);
    } else if (rc <= Math.min(ra, rb)) {
      px = Math.max(ra, rb);
    }
    px = Math.max(0, Math.min(maxval, px + sign * c[q]));
    int errval = quantisedError(sign * (planes[component][y][x] - px));
    planes[component][y][x] = reconstructed(px + sign * errval * (2 * near + 1));
    errval = modulo(errval);
    int k = 0;
    while (n[q] << k < a[q]) {
      k++;
    }
    int mapped;
    if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) {
      mapped = errval >= 0 ? 2 * errval + 1 : -2 * (errval + 1);
    } else {
      mapped = errval >= 0 ? 2 * errval : -2 * errval - 1;
    }
    golomb(mapped, k, limit);
    update(q, errval);
  }

  private void update(int q, int errval) {
    b[q] += errval * (2 * near + 1);
    a[q] += Math.abs(errval);
    if (n[q] == reset) {
      a[q] /= 2;
      b[q] = b[q] >= 0 ? b[q] / 2 : -((1 - b[q]) / 2);
      n[q] /= 2;
    }
    n[q]++;
    if (b[q] <= -n[q]) {
      b[q] += n[q];
      c[q] = Math.max(-128, c[q] - 1);
      if (b[q] <= -n[q]) {
        b[q] = -n[q] + 1;
      }
    } else if (b[q] > 0) {
      b[q] -= n[q];
      c[q] = Math.min(127, c[q] + 1);
      if (b[q] > 0) {
        b[q] = 0;
      }
    }
  }

  private int quantisedError(int error) {
    int step = 2 * near + 1;
    return error > 0 ? (error + near) / step : -((near - error) / step);
  }

  private int reconstructed(int value) {
    return Math.max(0, Math.min(maxval, value));
  }

  private int modulo(int error) {
    int reduced = error < 0 ? error + range : error;
    return reduced >= (range + 1) / 2 ? reduced - range : reduced;
  }

  private int run(int[] components, int y, int from) {
    int x = from;
    int index = components[0];
    while (x < columns && continues(components, y, x)) {
      for (int i : components) {
        planes[i][y][x] = at(i, y, from - 1);
      }
      x++;
    }
    int count = x - from;
    while (count >= 1 << J[runIndex[index]]) {
      bits.append('1');
      count -= 1 << J[runIndex[index]];
      runIndex[index] = Math.min(31, runIndex[index] + 1);
    }
    if (x == columns) {
      bits.append(count > 0 ? "1" : "");
      return x;
    }
    bits.append('0');
    append(count, J[runIndex[index]]);
    for (int i : components) {
      interruption(i, y, x, J[runIndex[index]], components.length > 1);
    }
    runIndex[index] = Math.max(0, runIndex[index] - 1);
    return x + 1;
  }

  private boolean continues(int[] components, int y, int x) {
    boolean same = true;
    for (int i : components) {
      same &= near(planes[i][y][x], at(i, y, x - 1));
    }
    return same;
  }

  private void interruption(int component, int y, int x, int j, boolean always0) {
    int ra = at(component, y, x - 1);
    int rb = at(component, y - 1, x);
    int type = near(ra, rb) && !always0 ? 1 : 0;
    int q = 365 + type;
    int px = type == 1 ? ra : rb;
    int sign = type == 0 && ra > rb ? -1 : 1;
    int errval = quantisedError(sign * (planes[component][y][x] - px));
    planes[component][y][x] = reconstructed(px + sign * errval * (2 * near + 1));
    errval = modulo(errval);
    int temp = type == 0 ? a[q] : a[q] + n[q] / 2;
    int k = 0;
    while (n[q] << k < temp) {
      k++;
    }
    boolean map =
        (k == 0 && errval > 0 && 2 * nn[q] < n[q])
            || (errval < 0 && 2 * nn[q] >= n[q])
            || (errval < 0 && k != 0);
    int mapped = 2 * Math.abs(errval) - type - (map ? 1 : 0);
    golomb(mapped, k, limit - j - 1);
    if (errval < 0) {
      nn[q]++;
    }
    a[q] += (mapped + 1 - type) / 2;
    if (n[q] == reset) {
      a[q] /= 2;
      n[q] /= 2;
      nn[q] /= 2;
    }
    n[q]++;
  }

  private void golomb(int value, int k, int longest) {
    int high = value >> k;
    if (high < longest - qbpp - 1) {
      bits.repeat('0', high).append('1');
      append(value, k);
    } else {
      bits.repeat('0', longest - qbpp - 1).append('1');
      append(value - 1, qbpp);
    }
  }

  private void append(int value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      bits.append(value >> i & 1);
    }
  }

  private void flush() {
    int at = 0;
    int last = 0;
    while (at < bits.length() || last == 0xFF) {
      int size = last == 0xFF ? 7 : 8;
      last = 0;
      for (int i = 0; i < size; i++, at++) {
        last = 2 * last + (at < bits.length() && bits.charAt(at) == '1' ? 1 : 0);
      }
      out.write(last);
    }
  }

  private void write(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
