package org.voxdesk.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;

/// Which fragments make up each frame (PS3.5 A.4): by the basic or the extended offset table where
/// they are right, else by where frames begin.
final class FrameIndex {
  private static final int ITEM_HEADER = 8;

  private final List<Value.Fragment> fragments;
  private final List<Integer> starts;

  private FrameIndex(List<Value.Fragment> fragments, List<Integer> starts) {
    this.fragments = fragments;
    this.starts = starts;
  }

  /// The frames of `dataSet`, whose Pixel Data is `all`, the basic offset table first.
  ///
  /// @throws DicomException if fragments cannot be fetched any more
  static FrameIndex of(DataSet dataSet, Value.Fragments all, int frames, Compression compression)
      throws DicomException {
    List<Value.Fragment> fragments =
        all.fragments().isEmpty() ? List.of() : all.fragments().subList(1, all.fragments().size());
    var heads = new Heads(fragments, compression);
    Optional<List<Integer>> starts = byOffsets(extendedTable(dataSet), fragments, frames, heads);
    if (starts.isEmpty()) {
      starts = byOffsets(basicTable(all), fragments, frames, heads);
    }
    if (starts.isEmpty()) {
      starts = Optional.of(byMarks(fragments, frames, heads));
    }
    return new FrameIndex(fragments, starts.get());
  }

  /// The fragments of frame `number`, counted from 0; none where there is no such frame.
  List<Value.Fragment> fragments(int number) {
    if (number >= starts.size()) {
      return List.of();
    }
    int end = number + 1 < starts.size() ? starts.get(number + 1) : fragments.size();
    return fragments.subList(starts.get(number), end);
  }

  /// How many frames there are in fact.
  int count() {
    return starts.size();
  }

  private static List<Long> extendedTable(DataSet dataSet) throws DicomException {
    Optional<DataElement> table = dataSet.get(Tag.EXTENDED_OFFSET_TABLE);
    return table.isPresent() ? offsets(table.get().value(), Long.BYTES) : List.of();
  }

  private static List<Long> basicTable(Value.Fragments all) throws DicomException {
    return all.fragments().isEmpty()
        ? List.of()
        : offsets(all.fragments().getFirst().value(), Integer.BYTES);
  }

  /// The offsets of so many bytes each in a table.
  private static List<Long> offsets(Value table, int width) throws DicomException {
    var offsets = new ArrayList<Long>();
    var buffer = ByteBuffer.wrap(FragmentBytes.all(table)).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.remaining() >= width) {
      offsets.add(width == Long.BYTES ? buffer.getLong() : Integer.toUnsignedLong(buffer.getInt()));
    }
    return offsets;
  }

  /// Empty unless every offset is that of a fragment with which a frame can begin, in order.
  private static Optional<List<Integer>> byOffsets(
      List<Long> offsets, List<Value.Fragment> fragments, int frames, Heads heads)
      throws DicomException {
    if (offsets.size() != frames) {
      return Optional.empty();
    }
    Map<Long, Integer> places = new HashMap<>();
    long offset = 0;
    for (int i = 0; i < fragments.size(); i++) {
      places.put(offset, i);
      offset += ITEM_HEADER + FragmentBytes.length(fragments.get(i));
      offset += fragments.get(i).framing().trailer().length;
    }
    var starts = new ArrayList<Integer>();
    for (long wanted : offsets) {
      int start = places.getOrDefault(wanted, -1);
      boolean inOrder = starts.isEmpty() ? start == 0 : start > starts.getLast();
      if (!inOrder || !heads.begin(start)) {
        return Optional.empty();
      }
      starts.add(start);
    }
    return Optional.of(starts);
  }

  /// Where frames begin by their looks; where that does not give the number of frames, one fragment
  /// is one frame, and all fragments are the only one.
  private static List<Integer> byMarks(List<Value.Fragment> fragments, int frames, Heads heads)
      throws DicomException {
    var starts = new ArrayList<Integer>();
    if (frames > 1 && fragments.size() != frames) {
      for (int i = 0; i < fragments.size(); i++) {
        if (i == 0 || heads.begin(i)) {
          starts.add(i);
        }
      }
      return starts;
    }
    for (int i = 0; i < Math.min(frames, fragments.size()); i++) {
      starts.add(i);
    }
    return starts;
  }

  /// Looks at the first bytes of fragments.
  private record Heads(List<Value.Fragment> fragments, Compression compression) {
    boolean begin(int fragment) throws DicomException {
      return compression.begins(FragmentBytes.head(fragments.get(fragment), Compression.HEAD));
    }
  }
}
