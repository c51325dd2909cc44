package org.voxdesk.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The registered UIDs of PS3.6 Annex A, and new ones.
public final class Uids {
  public static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
  public static final String SECONDARY_CAPTURE_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.7";
  public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

  /// Voxdesk's implementation class, under the root for UUIDs (PS3.5 B.2).
  public static final String IMPLEMENTATION_CLASS = "2.25.109468274690353157018127903420576371286";

  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Map<String, String> TYPES = new HashMap<>();

  static {
    for (String[] row : DictionaryTable.rows("uids.tsv")) {
      NAMES.put(row[0], row[1]);
      TYPES.put(row[0], row[2]);
    }
  }

  private Uids() {}

  /// The registered name; empty when the UID is not registered.
  public static Optional<String> name(String uid) {
    return Optional.ofNullable(NAMES.get(uid));
  }

  /// The registered UIDs that begin so, in the order of their numbers.
  public static Stream<String> startingWith(String prefix) {
    return sorted(NAMES.keySet().stream().filter(uid -> uid.startsWith(prefix)));
  }

  /// The registered UIDs of a type of PS3.6 Annex A, such as `SOP Class`, in the order of their
  /// numbers.
  public static Stream<String> ofType(String type) {
    return sorted(NAMES.keySet().stream().filter(uid -> type.equals(TYPES.get(uid))));
  }

  private static Stream<String> sorted(Stream<String> uids) {
    return uids.sorted(Comparator.comparingInt(String::length).thenComparing(uid -> uid));
  }

  /// A new UID made from a random UUID (PS3.5 B.2).
  public static String random() {
    return of(UUID.randomUUID());
  }

  /// `2.25.` and the UUID as one decimal number (PS3.5 B.2).
  public static String of(UUID uuid) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    return "2.25." + new BigInteger(1, bytes);
  }
}
