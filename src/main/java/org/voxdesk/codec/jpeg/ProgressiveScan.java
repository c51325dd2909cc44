package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// A scan of the progressive process (T.81 G.2): some bits of some coefficients.
final class ProgressiveScan {
  private final BitReader reader;
  private final ScanHeader scan;
  private final List<Member> members = new ArrayList<>();
  private final byte[] natural = Zigzag.order();
  private final int mcusAcross;
  private final int mcusDown;
  private final int restartInterval;
  private final boolean interleaved;

  /// Blocks from this one on that have nothing more in the band.
  private int endOfBand;

  /// A component in this scan, and its last DC coefficient.
  private static final class Member {
    private final Coefficients coefficients;
    private final HuffmanTable table;
    private int previous;

    Member(Coefficients coefficients, HuffmanTable table) {
      this.coefficients = coefficients;
      this.table = table;
    }
  }

  ProgressiveScan(
      FrameHeader frame,
      ScanHeader scan,
      Tables tables,
      BitReader reader,
      List<Coefficients> coefficients)
      throws CodecException {
    this.reader = reader;
    this.scan = scan;
    this.restartInterval = tables.restartInterval();
    this.interleaved = scan.interleaved();
    checkBand();
    Component first = scan.parts().getFirst().component();
    this.mcusAcross = interleaved ? frame.mcusAcross(8) : Math.ceilDiv(first.width(), 8);
    this.mcusDown = interleaved ? frame.mcusDown(8) : Math.ceilDiv(first.height(), 8);
    for (ScanHeader.Part part : scan.parts()) {
      Coefficients target = coefficients.get(part.component().index());
      if (!target.isQuantised()) {
        target.quantise(tables.quantisation(scan, part.component().table()));
      }
      if (!target.advance(scan)) {
        throw scan.wrong();
      }
      members.add(new Member(target, table(tables, part)));
    }
  }

  /// The rules of T.81 table B.3 and G.1.1.1.
  private void checkBand() throws CodecException {
    boolean dc = scan.start() == 0;
    boolean band = dc ? scan.end() == 0 : scan.end() >= scan.start() && scan.end() < 64;
    boolean bits = scan.low() <= 13 && (scan.high() == 0 || scan.high() == scan.low() + 1);
    if (!band || !bits || (!dc && interleaved)) {
      throw scan.wrong();
    }
  }

  /// The table of the scan; any at all where there are no codes, in refinements of DC.
  private HuffmanTable table(Tables tables, ScanHeader.Part part) throws CodecException {
    if (scan.start() > 0) {
      return tables.ac(scan, part.acTable());
    }
    return scan.high() == 0 ? tables.dc(scan, part.dcTable(), 15) : new HuffmanTable();
  }

  void decode() throws CodecException {
    int toRestart = restartInterval;
    int restarts = 0;
    for (int y = 0; y < mcusDown; y++) {
      for (int x = 0; x < mcusAcross; x++) {
        if (restartInterval > 0 && toRestart-- == 0) {
          reader.restart(restarts++);
          members.forEach(member -> member.previous = 0);
          endOfBand = 0;
          toRestart = restartInterval - 1;
        }
        for (Member member : members) {
          unit(member, x, y);
        }
      }
      reader.check();
    }
  }

  /// The blocks of a component in one MCU.
  private void unit(Member member, int x, int y) throws CodecException {
    Coefficients coefficients = member.coefficients;
    if (!interleaved) {
      block(member, coefficients.start(x, y));
      return;
    }
    int across = coefficients.component().horizontal();
    int down = coefficients.component().vertical();
    for (int v = 0; v < down; v++) {
      for (int h = 0; h < across; h++) {
        block(member, coefficients.start(x * across + h, y * down + v));
      }
    }
  }

  private void block(Member member, int at) throws CodecException {
    short[] values = member.coefficients.values();
    if (scan.start() > 0) {
      if (scan.high() == 0) {
        band(member.table, values, at);
      } else {
        refine(member.table, values, at);
      }
    } else if (scan.high() == 0) {
      member.previous += reader.difference(member.table);
      values[at] = (short) (member.previous << scan.low());
    } else {
      values[at] |= (short) (reader.take(1) << scan.low());
    }
  }

  /// The first scan of a band (T.81 G.1.2.2).
  private void band(HuffmanTable table, short[] values, int at) throws CodecException {
    if (endOfBand > 0) {
      endOfBand--;
      return;
    }
    for (int k = scan.start(); k <= scan.end(); k++) {
      int symbol = reader.symbol(table);
      int run = symbol >> 4;
      int category = symbol & 15;
      if (category == 0 && run < 15) {
        endOfBand = (1 << run) + reader.take(run) - 1;
        return;
      }
      k += run;
      if (category > 0) {
        if (k > scan.end()) {
          throw wrongCode();
        }
        values[at + natural[k]] = (short) (reader.extended(category) << scan.low());
      }
    }
  }

  /// A further bit of a band (T.81 G.1.2.3).
  private void refine(HuffmanTable table, short[] values, int at) throws CodecException {
    int k = scan.start();
    while (k <= scan.end() && endOfBand == 0) {
      int symbol = reader.symbol(table);
      int run = symbol >> 4;
      int category = symbol & 15;
      if (category > 1) {
        throw wrongCode();
      }
      if (category == 0 && run < 15) {
        endOfBand = (1 << run) + reader.take(run);
        break;
      }
      int bit = 1 << scan.low();
      int value = category == 0 ? 0 : reader.take(1) == 1 ? bit : -bit;
      k = correct(values, at, k, run);
      if (k <= scan.end()) {
        values[at + natural[k++]] = (short) value;
      } else if (value != 0) {
        throw wrongCode();
      }
    }
    if (endOfBand > 0) {
      correct(values, at, k, Integer.MAX_VALUE);
      endOfBand--;
    }
  }

  /// Takes a bit for each coefficient from `k` on that is not 0 yet, up to the one that is 0 behind
  /// `run` others, and gives the place of that one.
  private int correct(short[] values, int at, int k, int run) {
    int left = run;
    int place = k;
    for (; place <= scan.end(); place++) {
      int index = at + natural[place];
      int value = values[index];
      if (value == 0) {
        if (left-- == 0) {
          break;
        }
      } else if (reader.take(1) == 1) {
        int bit = 1 << scan.low();
        values[index] += (short) (value > 0 ? bit : -bit);
      }
    }
    return place;
  }

  private CodecException wrongCode() {
    return new CodecException(reader.position(), Sentence.of("jpeg.code"));
  }
}
