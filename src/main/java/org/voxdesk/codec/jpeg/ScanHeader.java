package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// What a scan header says (T.81 B.2.3).
///
/// @param parts the components of the scan and their tables
/// @param start first coefficient of the band (Ss), or the predictor
/// @param end last coefficient of the band (Se)
/// @param high bit position of the scan before (Ah), 0 in a first scan
/// @param low bit position (Al), or the point transform
/// @param position where the coded data begins
record ScanHeader(List<Part> parts, int start, int end, int high, int low, int position) {
  ScanHeader {
    parts = List.copyOf(parts);
  }

  /// A component in a scan, and the Huffman tables that its codes are of.
  record Part(Component component, int dcTable, int acTable) {}

  /// Reads the open segment of a start of scan.
  ///
  /// @throws CodecException if it names other components than the frame has
  static ScanHeader read(Segments segments, FrameHeader frame) throws CodecException {
    int count = segments.u8();
    if (count < 1 || count > 4 || segments.remaining() < 2 * count + 3) {
      throw segments.wrong();
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < count; i++) {
      int id = segments.u8();
      int tables = segments.u8();
      if ((tables >> 4) > 3 || (tables & 15) > 3) {
        throw new CodecException(segments.position(), Sentence.of("jpeg.no.table", tables));
      }
      parts.add(new Part(component(segments, frame, parts, id), tables >> 4, tables & 15));
    }
    int start = segments.u8();
    int end = segments.u8();
    int approximation = segments.u8();
    segments.skip();
    return new ScanHeader(
        parts, start, end, approximation >> 4, approximation & 15, segments.position());
  }

  /// The first component called `id` that the scan does not have yet: writers exist that give all
  /// components one identifier.
  private static Component component(Segments segments, FrameHeader frame, List<Part> parts, int id)
      throws CodecException {
    for (Component component : frame.components()) {
      boolean taken = parts.stream().anyMatch(part -> part.component().equals(component));
      if (component.id() == id && !taken) {
        return component;
      }
    }
    throw new CodecException(segments.position(), Sentence.of("jpeg.no.component", id));
  }

  boolean interleaved() {
    return parts.size() > 1;
  }

  CodecException wrong() {
    return new CodecException(position, Sentence.of("jpeg.scan", start, end, high, low));
  }
}
