package org.voxdesk.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sum that a sidecar carries of itself, in its last line: the SHA-256 of the file as it is
/// with 64 zeros in the sum's place. A sidecar that somebody has altered, or that is cut off, does
/// not fit it.
public final class SidecarSum {
  private static final String KEY = "sidecar_sha256";
  private static final String NONE = "0".repeat(64);
  private static final Pattern SUM =
      Pattern.compile("\"" + KEY + "\" : \"([0-9a-f]{64})\"\\s*}\\s*\\z");
  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private SidecarSum() {}

  /// The bytes of a sidecar with its sum, UTF-8.
  static byte[] signed(ObjectNode root) {
    root.put(KEY, NONE);
    try {
      String text = WRITER.writeValueAsString(root) + "\n";
      return replaced(text, text.lastIndexOf(NONE), sum(text)).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text always serialises", e);
    }
  }

  /// Whether a sidecar is as it was written.
  public static boolean fits(String sidecar) {
    Matcher sum = SUM.matcher(sidecar);
    return sum.find() && sum(replaced(sidecar, sum.start(1), NONE)).equals(sum.group(1));
  }

  private static String replaced(String text, int at, String sum) {
    return text.substring(0, at) + sum + text.substring(at + sum.length());
  }

  private static String sum(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
