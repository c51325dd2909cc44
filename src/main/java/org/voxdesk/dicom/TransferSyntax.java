package org.voxdesk.dicom;

import java.util.Set;

/// A transfer syntax: how the data set is encoded and whether its pixel data is compressed (PS3.5
/// 10).
///
/// @param uid its UID; an unknown one is taken as encapsulated explicit little endian (PS3.5 A.4)
/// @param encoding how elements are written
/// @param encapsulated true where pixel data is in fragments
/// @param deflated true where the data set is one deflate stream (PS3.5 A.5)
public record TransferSyntax(
    String uid, Encoding encoding, boolean encapsulated, boolean deflated) {
  public static final TransferSyntax IMPLICIT_LITTLE =
      new TransferSyntax("1.2.840.10008.1.2", Encoding.IMPLICIT_LITTLE, false, false);
  public static final TransferSyntax EXPLICIT_LITTLE =
      new TransferSyntax("1.2.840.10008.1.2.1", Encoding.EXPLICIT_LITTLE, false, false);
  public static final TransferSyntax EXPLICIT_BIG =
      new TransferSyntax("1.2.840.10008.1.2.2", Encoding.EXPLICIT_BIG, false, false);
  public static final TransferSyntax DEFLATED =
      new TransferSyntax("1.2.840.10008.1.2.1.99", Encoding.EXPLICIT_LITTLE, false, true);

  /// JPIP Referenced Deflate and its HTJ2K sibling: the whole data set is deflated.
  private static final Set<String> OTHER_DEFLATED =
      Set.of("1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205");

  /// JPIP Referenced and its HTJ2K sibling: pixels are fetched elsewhere.
  private static final Set<String> OTHER_NATIVE =
      Set.of("1.2.840.10008.1.2.4.94", "1.2.840.10008.1.2.4.204");

  /// The transfer syntax of this UID.
  public static TransferSyntax of(String uid) {
    for (var known :
        new TransferSyntax[] {IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, DEFLATED}) {
      if (known.uid.equals(uid)) {
        return known;
      }
    }
    boolean deflated = OTHER_DEFLATED.contains(uid);
    boolean encapsulated = !deflated && !OTHER_NATIVE.contains(uid);
    return new TransferSyntax(uid, Encoding.EXPLICIT_LITTLE, encapsulated, deflated);
  }

  /// The plain transfer syntax that an encoding by itself amounts to.
  public static TransferSyntax of(Encoding encoding) {
    return switch (encoding) {
      case IMPLICIT_LITTLE, IMPLICIT_BIG -> IMPLICIT_LITTLE;
      case EXPLICIT_LITTLE -> EXPLICIT_LITTLE;
      case EXPLICIT_BIG -> EXPLICIT_BIG;
    };
  }

  /// Its name in PS3.6, or the UID where it has none.
  public String name() {
    return Uids.name(uid).orElse(uid);
  }
}
