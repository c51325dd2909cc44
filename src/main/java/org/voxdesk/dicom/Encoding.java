package org.voxdesk.dicom;

import java.nio.ByteOrder;

/// How the elements of a data set are written: with or without their VR, and in which byte order
/// (PS3.5 7.1 and 7.3).
public enum Encoding {
  IMPLICIT_LITTLE(false, ByteOrder.LITTLE_ENDIAN),
  EXPLICIT_LITTLE(true, ByteOrder.LITTLE_ENDIAN),
  EXPLICIT_BIG(true, ByteOrder.BIG_ENDIAN),
  /// In no transfer syntax, but found in old files without a meta header.
  IMPLICIT_BIG(false, ByteOrder.BIG_ENDIAN);

  private final boolean explicit;
  private final ByteOrder order;

  Encoding(boolean explicit, ByteOrder order) {
    this.explicit = explicit;
    this.order = order;
  }

  public boolean isExplicit() {
    return explicit;
  }

  public ByteOrder order() {
    return order;
  }

  /// The encoding with or without VRs in this byte order.
  public static Encoding of(boolean explicit, ByteOrder order) {
    if (order == ByteOrder.LITTLE_ENDIAN) {
      return explicit ? EXPLICIT_LITTLE : IMPLICIT_LITTLE;
    }
    return explicit ? EXPLICIT_BIG : IMPLICIT_BIG;
  }
}
