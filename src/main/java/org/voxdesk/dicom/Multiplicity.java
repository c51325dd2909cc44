package org.voxdesk.dicom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many values an element may have (PS3.5 6.4): from `least` to `most`, in steps.
///
/// @param most `Integer.MAX_VALUE` where there is no limit
public record Multiplicity(int least, int most, int step) {
  private static final Multiplicity ANY = new Multiplicity(1, Integer.MAX_VALUE, 1);
  private static final Pattern PRINTED = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})?(n)?)?");

  /// Reads `1`, `1-3`, `1-n`, `2-2n`, … as dictionaries print them; anything else allows any
  /// number.
  public static Multiplicity of(String printed) {
    Matcher matcher = PRINTED.matcher(printed);
    if (!matcher.matches()) {
      return ANY;
    }
    int least = Integer.parseInt(matcher.group(1));
    boolean open = matcher.group(3) != null;
    if (matcher.group(2) == null) {
      return new Multiplicity(least, open ? Integer.MAX_VALUE : least, 1);
    }
    int number = Integer.parseInt(matcher.group(2));
    return open
        ? new Multiplicity(least, Integer.MAX_VALUE, Math.max(number, 1))
        : new Multiplicity(least, number, 1);
  }

  /// True when an element may have this many values; none at all is the attribute's affair.
  public boolean allows(int values) {
    return values == 0 || (values >= least && values <= most && (values - least) % step == 0);
  }
}
