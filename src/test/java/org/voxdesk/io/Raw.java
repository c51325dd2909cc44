package org.voxdesk.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.TransferSyntax;

/// DICOM bytes put down for tests straight from PS3.5 7, without the program's own writer: what
/// that writer makes is compared with these.
public final class Raw {
  private static final List<String> LONG =
      List.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private Raw() {}

  /// A part of a data set.
  public sealed interface Node {}

  /// An element with a plain value.
  @SuppressWarnings("ArrayRecordComponent")
  public record Leaf(int tag, String vr, byte[] value) implements Node {}

  /// A sequence, ended by a delimiter where its length is undefined.
  public record Sequence(int tag, boolean undefined, List<Item> items) implements Node {}

  /// An item, ended by a delimiter where its length is undefined.
  public record Item(boolean undefined, List<Node> nodes) {}

  /// A text element, padded with a space.
  public static Leaf text(int tag, String vr, String text) {
    String even = text.length() % 2 == 0 ? text : text + (vr.equals("UI") ? "\0" : " ");
    return new Leaf(tag, vr, even.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A US element.
  public static Leaf us(int tag, Encoding encoding, int number) {
    byte[] value = ByteBuffer.allocate(2).order(encoding.order()).putShort((short) number).array();
    return new Leaf(tag, "US", value);
  }

  /// The bytes of these nodes one after another.
  public static byte[] bytes(Encoding encoding, List<Node> nodes) {
    var out = new ByteArrayOutputStream();
    for (Node node : nodes) {
      switch (node) {
        case Leaf leaf -> {
          out.writeBytes(header(encoding, leaf.tag(), leaf.vr(), leaf.value().length));
          out.writeBytes(leaf.value());
        }
        case Sequence sequence -> {
          byte[] content = items(encoding, sequence.items());
          int length = sequence.undefined() ? -1 : content.length;
          out.writeBytes(header(encoding, sequence.tag(), "SQ", length));
          out.writeBytes(content);
          if (sequence.undefined()) {
            out.writeBytes(plainHeader(encoding.order(), 0xFFFEE0DD, 0));
          }
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] items(Encoding encoding, List<Item> items) {
    var out = new ByteArrayOutputStream();
    for (Item item : items) {
      byte[] content = bytes(encoding, item.nodes());
      int length = item.undefined() ? -1 : content.length;
      out.writeBytes(plainHeader(encoding.order(), 0xFFFEE000, length));
      out.writeBytes(content);
      if (item.undefined()) {
        out.writeBytes(plainHeader(encoding.order(), 0xFFFEE00D, 0));
      }
    }
    return out.toByteArray();
  }

  /// An element's header with any length, right or wrong.
  public static byte[] header(Encoding encoding, int tag, String vr, int length) {
    if (!encoding.isExplicit()) {
      return plainHeader(encoding.order(), tag, length);
    }
    boolean isLong = LONG.contains(vr);
    var header = ByteBuffer.allocate(isLong ? 12 : 8).order(encoding.order());
    header.putShort((short) (tag >>> 16)).putShort((short) tag);
    header.put(vr.getBytes(StandardCharsets.US_ASCII));
    if (isLong) {
      header.putShort((short) 0).putInt(length);
    } else {
      header.putShort((short) length);
    }
    return header.array();
  }

  /// Tag and four bytes of length: an implicit element, an item or a delimiter.
  public static byte[] plainHeader(ByteOrder order, int tag, int length) {
    return ByteBuffer.allocate(8)
        .order(order)
        .putShort((short) (tag >>> 16))
        .putShort((short) tag)
        .putInt(length)
        .array();
  }

  /// A Part 10 file around the bytes of a data set.
  public static byte[] file(Encoding encoding, byte[] dataSet) {
    return file(encoding, List.of(), dataSet);
  }

  /// A Part 10 file with these nodes after the meta header's Transfer Syntax UID.
  public static byte[] file(Encoding encoding, List<Node> meta, byte[] dataSet) {
    Encoding little = Encoding.EXPLICIT_LITTLE;
    var group = new ArrayList<Node>();
    group.add(text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.2"));
    group.add(text(0x00020003, "UI", "1.2.3"));
    group.add(text(0x00020010, "UI", TransferSyntax.of(encoding).uid()));
    group.addAll(meta);
    byte[] rest = bytes(little, group);
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(rest.length).array();
    return join(
        new byte[128],
        "DICM".getBytes(StandardCharsets.US_ASCII),
        bytes(little, List.of(new Leaf(0x00020000, "UL", length))),
        rest,
        dataSet);
  }

  /// All parts in one array.
  public static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
