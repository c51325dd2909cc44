package org.voxdesk.app.cubes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short name for a series in file names that says nothing about the patient.
final class SeriesToken {
  private static final int BYTES = 4;

  private SeriesToken() {}

  /// The token of a Series Instance UID: the same for the same series, on any machine.
  static String of(String seriesUid) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(seriesUid.getBytes(StandardCharsets.UTF_8));
      return "series-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
