package org.voxdesk.export;

import java.nio.charset.StandardCharsets;

/// The code that stands for a patient: the same for one patient and key, and not to be turned back
/// without trying IDs. With a secret key it cannot be found by trying, either.
public final class PatientCode {
  private PatientCode() {}

  /// Twelve hexadecimal digits after a `p`.
  public static String of(String patientId, String key) {
    String text = "voxdesk patient\n" + key + "\n" + patientId.strip();
    return "p" + Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }
}
