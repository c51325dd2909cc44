package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// A scan of the sequential DCT process (T.81 F.2), decoded one row of MCUs after the other. The
/// band of its header is not looked at: there is but one, and files exist that give it wrongly.
final class SequentialScan {
  private final BitReader reader;
  private final InverseDct inverse;
  private final byte[] natural = Zigzag.order();
  private final int[] block = new int[64];
  private final List<Member> members = new ArrayList<>();
  private final int mcusAcross;
  private final int mcusDown;
  private final int restartInterval;

  /// A component in this scan: its tables, its part of an MCU and its last DC coefficient.
  private static final class Member {
    private final HuffmanTable dc;
    private final HuffmanTable ac;
    private final int[] quantisation;
    private final int blocksAcross;
    private final int blocksDown;
    private final Strip strip;
    private int previous;

    Member(
        HuffmanTable dc,
        HuffmanTable ac,
        int[] quantisation,
        int blocksAcross,
        int blocksDown,
        Strip strip) {
      this.dc = dc;
      this.ac = ac;
      this.quantisation = quantisation;
      this.blocksAcross = blocksAcross;
      this.blocksDown = blocksDown;
      this.strip = strip;
    }
  }

  SequentialScan(
      FrameHeader frame, ScanHeader scan, Tables tables, BitReader reader, SampleBuffer samples)
      throws CodecException {
    this.reader = reader;
    this.inverse = new InverseDct(frame.precision());
    this.restartInterval = tables.restartInterval();
    Component first = scan.parts().getFirst().component();
    boolean interleaved = scan.interleaved();
    this.mcusAcross = interleaved ? frame.mcusAcross(8) : Math.ceilDiv(first.width(), 8);
    this.mcusDown = interleaved ? frame.mcusDown(8) : Math.ceilDiv(first.height(), 8);
    for (ScanHeader.Part part : scan.parts()) {
      Component component = part.component();
      int across = interleaved ? component.horizontal() : 1;
      int down = interleaved ? component.vertical() : 1;
      members.add(
          new Member(
              tables.dc(scan, part.dcTable(), 15),
              tables.ac(scan, part.acTable()),
              tables.quantisation(scan, component.table()),
              across,
              down,
              new Strip(
                  component, across * mcusAcross, down, LineSink.of(frame, component, samples))));
    }
  }

  void decode() throws CodecException {
    int toRestart = restartInterval;
    int restarts = 0;
    for (int y = 0; y < mcusDown; y++) {
      for (int x = 0; x < mcusAcross; x++) {
        if (restartInterval > 0 && toRestart-- == 0) {
          reader.restart(restarts++);
          members.forEach(member -> member.previous = 0);
          toRestart = restartInterval - 1;
        }
        for (Member member : members) {
          unit(member, x);
        }
      }
      reader.check();
      for (Member member : members) {
        member.strip.flush();
      }
    }
  }

  /// The blocks of a component in MCU `x` of the row.
  private void unit(Member member, int x) throws CodecException {
    int[][] lines = member.strip.lines();
    for (int v = 0; v < member.blocksDown; v++) {
      for (int h = 0; h < member.blocksAcross; h++) {
        int at = 8 * (x * member.blocksAcross + h);
        if (coefficients(member)) {
          inverse.transform(block, lines, 8 * v, at);
          Arrays.fill(block, 0);
        } else {
          inverse.flat(block[0], lines, 8 * v, at);
        }
      }
    }
  }

  /// Decodes one block, dequantised, and says whether it has more than a DC coefficient.
  private boolean coefficients(Member member) throws CodecException {
    int[] quantisation = member.quantisation;
    HuffmanTable ac = member.ac;
    member.previous += reader.difference(member.dc);
    block[0] = member.previous * quantisation[0];
    boolean more = false;
    for (int k = 1; k < 64; k++) {
      int symbol = reader.symbol(ac);
      int category = symbol & 15;
      if (category == 0) {
        if (symbol != 0xF0) {
          break;
        }
        k += 15;
      } else {
        k += symbol >> 4;
        if (k > 63) {
          throw new CodecException(reader.position(), Sentence.of("jpeg.code"));
        }
        block[natural[k]] = reader.extended(category) * quantisation[k];
        more = true;
      }
    }
    return more;
  }
}
