package org.voxdesk.export;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The code that stands for a patient: HMAC-SHA-256 (RFC 2104) of the ID with a secret key. It is
/// the same for one patient and key, and without the key nobody can find the patient by trying IDs.
public final class PatientCode {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGITS = 16;

  private PatientCode() {}

  /// Sixteen hexadecimal digits after a `p`.
  ///
  /// @param key not empty; that of a folder is in [PatientKey]
  public static String of(String patientId, String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] code = mac.doFinal(patientId.strip().getBytes(StandardCharsets.UTF_8));
      return "p" + HexFormat.of().formatHex(code).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }
}
