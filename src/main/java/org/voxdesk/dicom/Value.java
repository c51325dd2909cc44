package org.voxdesk.dicom;

import java.util.List;

/// What an element holds, still in the bytes it was read with.
public sealed interface Value {
  /// Bytes in memory: text, numbers or anything small.
  ///
  /// @param bytes shared, not copied; whoever has it leaves it as it is
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] bytes) implements Value {
    public static final Bytes EMPTY = new Bytes(new byte[0]);
  }

  /// Bytes that stay where they are until they are needed.
  record Bulk(BulkData data) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bulk(BulkData theirs) && theirs.content().equals(data.content());
    }

    @Override
    public int hashCode() {
      return data.content().hashCode();
    }
  }

  /// The items of a sequence (PS3.5 7.5).
  record Items(List<Item> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// The fragments of encapsulated pixel data, the basic offset table first (PS3.5 A.4).
  record Fragments(List<Fragment> fragments) implements Value {
    public Fragments {
      fragments = List.copyOf(fragments);
    }
  }

  /// One item of a sequence, with the framing it was read with.
  record Item(DataSet dataSet, Framing framing) {}

  /// One fragment, with the framing it was read with; `value` is [Bytes] or [Bulk]. The trailer of
  /// the framing is what stood between this fragment and the next where that was not nothing.
  record Fragment(Value value, Framing framing) {}
}
