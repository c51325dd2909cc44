package org.voxdesk.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// Puts elements down: what was read goes back with the bytes it had, what was made gets a header,
/// and a length that encloses a change is moved by as much as the content has grown.
final class ElementWriter {
  private static final int SHORT_LIMIT = 0xFFFE;

  private final OutputStream out;

  ElementWriter(OutputStream out) {
    this.out = out;
  }

  void write(DataSet dataSet) throws IOException {
    for (DataElement element : dataSet.elements()) {
      write(element, dataSet.encoding());
    }
    write(dataSet.remainder());
  }

  private void write(DataElement element, Encoding encoding) throws IOException {
    Value value = element.value();
    out.write(header(element, length(value), encoding));
    switch (value) {
      case Value.Bytes raw -> write(raw);
      case Value.Bulk bulk -> write(bulk);
      case Value.Items items -> {
        for (Value.Item item : items.items()) {
          ByteOrder order = item.dataSet().encoding().order();
          out.write(itemHeader(item.framing(), length(item.dataSet()), order));
          write(item.dataSet());
          out.write(item.framing().trailer());
        }
      }
      case Value.Fragments fragments -> {
        for (Value.Fragment fragment : fragments.fragments()) {
          out.write(itemHeader(fragment.framing(), length(fragment.value()), element.order()));
          write(fragment.value());
          out.write(fragment.framing().trailer());
        }
      }
    }
    out.write(trailer(element));
  }

  private void write(Value plain) throws IOException {
    switch (plain) {
      case Value.Bytes raw -> out.write(raw.bytes());
      case Value.Bulk bulk -> {
        try (var in = bulk.data().open()) {
          in.transferTo(out);
        }
      }
      case Value.Items items -> throw new IllegalArgumentException("items are no plain bytes");
      case Value.Fragments f -> throw new IllegalArgumentException("fragments are no plain bytes");
    }
  }

  /// New fragments have no stated length and need their delimiter; new items have their length.
  private static byte[] trailer(DataElement element) {
    return element.framing().isNone() && element.value() instanceof Value.Fragments
        ? itemBytes(Tag.SEQUENCE_DELIMITATION, 0, element.order())
        : element.framing().trailer();
  }

  /// Bytes a data set takes when it is written.
  static long length(DataSet dataSet) {
    long total = length(dataSet.remainder());
    for (DataElement element : dataSet.elements()) {
      total += length(element, dataSet.encoding());
    }
    return total;
  }

  /// Bytes an element takes when it is written, its header and delimiter included.
  static long length(DataElement element, Encoding encoding) {
    // The content is measured once: measuring it again for the header doubles the work at every
    // level of nesting.
    long content = length(element.value());
    return header(element, content, encoding).length + content + trailer(element).length;
  }

  private static long length(Value value) {
    return switch (value) {
      case Value.Bytes raw -> raw.bytes().length;
      case Value.Bulk bulk -> bulk.data().length();
      case Value.Items items -> {
        long total = 0;
        for (Value.Item item : items.items()) {
          total += 8 + length(item.dataSet()) + item.framing().trailer().length;
        }
        yield total;
      }
      case Value.Fragments fragments -> {
        long total = 0;
        for (Value.Fragment fragment : fragments.fragments()) {
          total += 8 + length(fragment.value()) + fragment.framing().trailer().length;
        }
        yield total;
      }
    };
  }

  /// The bytes in front of a value that has `content` bytes.
  static byte[] header(DataElement element, long content, Encoding encoding) {
    Framing framing = element.framing();
    if (framing.isNone()) {
      boolean undefined = element.value() instanceof Value.Fragments;
      return newHeader(element, undefined ? ElementHeader.UNDEFINED : content, encoding);
    }
    if (element.value() instanceof Value.Bytes || element.value() instanceof Value.Bulk) {
      return framing.header();
    }
    return adjusted(framing, content, element.order());
  }

  private static byte[] newHeader(DataElement element, long length, Encoding encoding) {
    Tag tag = element.tag();
    ByteOrder order = encoding.order();
    if (!encoding.isExplicit()) {
      return itemBytes(tag, length, order);
    }
    // A value too long for a short header is written as UN (PS3.5 6.2.2).
    boolean fits = element.vr().hasLongHeader() || length <= SHORT_LIMIT;
    Vr vr = fits ? element.vr() : Vr.UN;
    var header = ByteBuffer.allocate(vr.hasLongHeader() ? 12 : 8).order(order);
    header.putShort((short) tag.group()).putShort((short) tag.element());
    header.put((byte) vr.name().charAt(0)).put((byte) vr.name().charAt(1));
    if (vr.hasLongHeader()) {
      header.putShort((short) 0).putInt((int) length);
    } else {
      header.putShort((short) length);
    }
    return header.array();
  }

  private static byte[] itemHeader(Framing framing, long length, ByteOrder order) {
    return framing.isNone() ? itemBytes(Tag.ITEM, length, order) : adjusted(framing, length, order);
  }

  private static byte[] itemBytes(Tag tag, long length, ByteOrder order) {
    return ByteBuffer.allocate(8)
        .order(order)
        .putShort((short) tag.group())
        .putShort((short) tag.element())
        .putInt((int) length)
        .array();
  }

  /// The header as read, its length moved by what the content has grown since; a length that was
  /// wrong stays wrong by as much, as far as that is possible; an undefined one stays undefined.
  private static byte[] adjusted(Framing framing, long length, ByteOrder order) {
    long growth = length - framing.contentLength();
    byte[] header = framing.header();
    int at = header.length - 4;
    long stated = Integer.toUnsignedLong(ByteBuffer.wrap(header).order(order).getInt(at));
    if (growth == 0 || stated == ElementHeader.UNDEFINED) {
      return header;
    }
    // One that was so wrong that it cannot be moved is put right.
    boolean possible = stated + growth >= 0 && stated + growth < ElementHeader.UNDEFINED;
    byte[] moved = header.clone();
    ByteBuffer.wrap(moved).order(order).putInt(at, (int) (possible ? stated + growth : length));
    return moved;
  }
}
