package org.voxdesk.dicom;

import java.io.IOException;
import java.nio.ByteOrder;

/// One data element: tag, VR and value, with the bytes of its header as they were read.
///
/// @param tag what it is
/// @param vr how its value is to be understood; worked out from the dictionary where the file does
///   not say
/// @param order byte order of its value
/// @param value the value, raw
/// @param framing header and closing delimiter as read, [Framing#NONE] for an element that was made
public record DataElement(Tag tag, Vr vr, ByteOrder order, Value value, Framing framing) {
  /// An element made in memory, to be framed when it is written.
  public static DataElement of(Tag tag, Vr vr, ByteOrder order, Value value) {
    return new DataElement(tag, vr, order, value, Framing.NONE);
  }

  /// The same element around another value; the header is made anew when it is written, except that
  /// sequences and fragments keep theirs, with the length put right.
  public DataElement withValue(Value changed) {
    boolean nested = changed instanceof Value.Items || changed instanceof Value.Fragments;
    return new DataElement(tag, vr, order, changed, nested ? framing : Framing.NONE);
  }

  /// Bytes of the value; for items and fragments of their contents, without any framing, -1.
  public long length() {
    return switch (value) {
      case Value.Bytes b -> b.bytes().length;
      case Value.Bulk b -> b.data().length();
      case Value.Items i -> -1;
      case Value.Fragments f -> -1;
    };
  }

  /// The bytes of a plain value, shared when they are in memory; empty for items and fragments.
  ///
  /// @throws IOException if a big value cannot be fetched any more
  public byte[] bytes() throws IOException {
    return switch (value) {
      case Value.Bytes b -> b.bytes();
      case Value.Bulk b -> b.data().bytes();
      case Value.Items i -> Value.Bytes.EMPTY.bytes();
      case Value.Fragments f -> Value.Bytes.EMPTY.bytes();
    };
  }
}
