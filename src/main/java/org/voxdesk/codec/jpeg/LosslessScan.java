package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// A scan of the lossless process (T.81 H.2), decoded one row of MCUs after the other.
final class LosslessScan {
  private final BitReader reader;
  private final List<Member> members = new ArrayList<>();
  private final int predictor;
  private final int transform;
  private final int initial;
  private final int mcusAcross;
  private final int mcusDown;
  private final int restartRows;

  /// A component in this scan. `lines` has the last line of the row of MCUs before, then those of
  /// this row.
  private static final class Member {
    private final HuffmanTable table;
    private final int samplesAcross;
    private final int height;
    private final int[][] lines;
    private final LineSink sink;
    private int done;

    Member(HuffmanTable table, int across, int down, int width, int height, LineSink sink) {
      this.table = table;
      this.samplesAcross = across;
      this.height = height;
      this.lines = new int[down + 1][width];
      this.sink = sink;
    }
  }

  LosslessScan(
      FrameHeader frame, ScanHeader scan, Tables tables, BitReader reader, SampleBuffer samples)
      throws CodecException {
    this.reader = reader;
    this.predictor = scan.start();
    this.transform = scan.low();
    if (predictor < 1 || predictor > 7 || transform >= frame.precision()) {
      throw scan.wrong();
    }
    this.initial = 1 << (frame.precision() - transform - 1);
    Component first = scan.parts().getFirst().component();
    boolean interleaved = scan.interleaved();
    this.mcusAcross = interleaved ? frame.mcusAcross(1) : first.width();
    this.mcusDown = interleaved ? frame.mcusDown(1) : first.height();
    int interval = tables.restartInterval();
    if (interval % mcusAcross != 0) {
      throw new CodecException(
          scan.position(), Sentence.of("jpeg.restart.inside", interval, mcusAcross));
    }
    this.restartRows = interval / mcusAcross;
    for (ScanHeader.Part part : scan.parts()) {
      Component component = part.component();
      int across = interleaved ? component.horizontal() : 1;
      members.add(
          new Member(
              tables.dc(scan, part.dcTable(), 16),
              across,
              interleaved ? component.vertical() : 1,
              across * mcusAcross,
              component.height(),
              LineSink.of(frame, component, samples)));
    }
  }

  void decode() throws CodecException {
    for (int y = 0; y < mcusDown; y++) {
      boolean first = y == 0;
      if (restartRows > 0 && y > 0 && y % restartRows == 0) {
        reader.restart(y / restartRows - 1);
        first = true;
      }
      differences();
      reader.check();
      for (Member member : members) {
        samples(member, first);
      }
    }
  }

  private void differences() throws CodecException {
    if (members.size() == 1) {
      Member member = members.getFirst();
      reader.differences(member.table, member.lines[1], 0, mcusAcross);
      return;
    }
    for (int x = 0; x < mcusAcross; x++) {
      for (int i = 0; i < members.size(); i++) {
        Member member = members.get(i);
        int across = member.samplesAcross;
        for (int v = 1; v < member.lines.length; v++) {
          reader.differences(member.table, member.lines[v], x * across, across);
        }
      }
    }
  }

  /// Adds the predictions to the differences and hands the lines on.
  private void samples(Member member, boolean first) {
    int[][] lines = member.lines;
    for (int v = 1; v < lines.length; v++) {
      if (first && v == 1) {
        Predictor.restoreFirst(initial, lines[v]);
      } else {
        Predictor.restore(predictor, lines[v - 1], lines[v]);
      }
    }
    int[] last = lines[lines.length - 1];
    for (int v = 1; v < lines.length && member.done < member.height; v++) {
      member.sink.line(transform == 0 ? lines[v] : shifted(lines[v], lines[0]));
      member.done++;
    }
    lines[lines.length - 1] = lines[0];
    lines[0] = last;
  }

  /// Undoes the point transform (T.81 A.4), in a line that is not needed any more.
  private int[] shifted(int[] line, int[] free) {
    for (int i = 0; i < line.length; i++) {
      free[i] = line[i] << transform;
    }
    return free;
  }
}
