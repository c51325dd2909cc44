package org.voxdesk.edit.deid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.voxdesk.dicom.Uids;

/// What stands for UIDs and IDs: HMAC-SHA-256 (RFC 2104) of them with the key, so that one thing
/// has one pseudonym in all files, and nobody without the key can tell of whom it is. For one
/// thread.
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  /// The UIDs of the standard, which name no patient and no image (PS3.6 Annex A).
  private static final String WELL_KNOWN = "1.2.840.10008";

  private static final int ID_BYTES = 6;

  private final Mac mac;

  Pseudonyms(PseudonymKey key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// `2.25.` and a UUID of version 8 (RFC 9562) that the UID decides; a well-known UID stays.
  String uid(String uid) {
    if (uid.isEmpty() || uid.equals(WELL_KNOWN) || uid.startsWith(WELL_KNOWN + ".")) {
      return uid;
    }
    ByteBuffer hash = ByteBuffer.wrap(hash("UID", uid));
    long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return Uids.of(new UUID(high, low));
  }

  /// `ANON` and twelve hexadecimal digits, which fits every VR that IDs have.
  String identifier(String id) {
    return "ANON"
        + HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(hash("ID", id), ID_BYTES));
  }

  /// From -3650 to -1: by how many days the dates of this patient are moved.
  int days(String patientId) {
    long number = ByteBuffer.wrap(hash("days", patientId)).getLong();
    return -1 - (int) Long.remainderUnsigned(number, DateShift.LONGEST);
  }

  /// The purpose keeps what is made for one from telling anything about another.
  private byte[] hash(String purpose, String text) {
    return mac.doFinal((purpose + ":" + text).getBytes(StandardCharsets.UTF_8));
  }
}
