package org.voxdesk.dicom;

import java.util.Optional;

/// A value representation (PS3.5 Table 6.2-1), and how its values are laid out.
public enum Vr {
  AE(Kind.TEXT, 1, false, true),
  AS(Kind.TEXT, 1, false, true),
  AT(Kind.NUMBER, 4, false, true),
  CS(Kind.TEXT, 1, false, true),
  DA(Kind.TEXT, 1, false, true),
  DS(Kind.TEXT, 1, false, true),
  DT(Kind.TEXT, 1, false, true),
  FD(Kind.NUMBER, 8, false, true),
  FL(Kind.NUMBER, 4, false, true),
  IS(Kind.TEXT, 1, false, true),
  LO(Kind.LOCAL_TEXT, 1, false, true),
  LT(Kind.LOCAL_TEXT, 1, false, false),
  OB(Kind.BINARY, 1, true, false),
  OD(Kind.BINARY, 8, true, false),
  OF(Kind.BINARY, 4, true, false),
  OL(Kind.BINARY, 4, true, false),
  OV(Kind.BINARY, 8, true, false),
  OW(Kind.BINARY, 2, true, false),
  PN(Kind.LOCAL_TEXT, 1, false, true),
  SH(Kind.LOCAL_TEXT, 1, false, true),
  SL(Kind.NUMBER, 4, false, true),
  SQ(Kind.ITEMS, 1, true, false),
  SS(Kind.NUMBER, 2, false, true),
  ST(Kind.LOCAL_TEXT, 1, false, false),
  SV(Kind.NUMBER, 8, true, true),
  TM(Kind.TEXT, 1, false, true),
  UC(Kind.LOCAL_TEXT, 1, true, true),
  UI(Kind.TEXT, 1, false, true),
  UL(Kind.NUMBER, 4, false, true),
  UN(Kind.BINARY, 1, true, false),
  UR(Kind.TEXT, 1, true, false),
  US(Kind.NUMBER, 2, false, true),
  UT(Kind.LOCAL_TEXT, 1, true, false),
  UV(Kind.NUMBER, 8, true, true);

  /// What a value is made of.
  public enum Kind {
    /// Characters of the default repertoire.
    TEXT,
    /// Characters of the declared character set.
    LOCAL_TEXT,
    /// Fixed-size binary numbers (or tags).
    NUMBER,
    /// Bytes whose meaning is elsewhere.
    BINARY,
    /// Items, each a data set.
    ITEMS
  }

  private static final Vr[] BY_CODE = new Vr[1 << 16];

  static {
    for (Vr vr : values()) {
      BY_CODE[(vr.name().charAt(0) << 8) | vr.name().charAt(1)] = vr;
    }
  }

  private final Kind kind;
  private final int unit;
  private final boolean longHeader;
  private final boolean multiple;

  Vr(Kind kind, int unit, boolean longHeader, boolean multiple) {
    this.kind = kind;
    this.unit = unit;
    this.longHeader = longHeader;
    this.multiple = multiple;
  }

  /// The VR whose two letters are these bytes; empty when there is none.
  public static Optional<Vr> of(int first, int second) {
    return Optional.ofNullable(BY_CODE[((first & 0xFF) << 8) | (second & 0xFF)]);
  }

  /// The VR of this name; empty when there is none.
  public static Optional<Vr> of(String name) {
    return name.length() == 2 && name.charAt(0) < 256 && name.charAt(1) < 256
        ? of(name.charAt(0), name.charAt(1))
        : Optional.empty();
  }

  public Kind kind() {
    return kind;
  }

  /// Bytes of one number or one unit that byte order swaps; 1 for text.
  public int unit() {
    return unit;
  }

  /// True where the explicit header has 12 bytes (PS3.5 7.1.2).
  public boolean hasLongHeader() {
    return longHeader;
  }

  /// True where a backslash (or the unit, for numbers) separates several values.
  public boolean allowsMultiple() {
    return multiple;
  }

  public boolean isText() {
    return kind == Kind.TEXT || kind == Kind.LOCAL_TEXT;
  }

  /// What makes the length even: NUL for UI and binary values, space for other text (PS3.5 6.2).
  public byte padding() {
    return (byte) (isText() && this != UI ? ' ' : 0);
  }
}
