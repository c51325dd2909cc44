package org.voxdesk.edit.deid;

import java.security.SecureRandom;
import java.util.HexFormat;

/// The secret that pseudonyms are made with. The same key gives the same pseudonyms in every run;
/// whoever has it can find out whether a pseudonym stands for a UID or an ID that he knows.
///
/// @param secret any text that is not empty
public record PseudonymKey(String secret) {
  private static final int BYTES = 32;

  public PseudonymKey {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("no key");
    }
  }

  /// A new key of 256 random bits.
  public static PseudonymKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new PseudonymKey(HexFormat.of().formatHex(bytes));
  }

  /// Without the secret, which must not get into a log.
  @Override
  public String toString() {
    return "PseudonymKey";
  }
}
