package org.voxdesk.edit.deid;

import java.util.OptionalInt;
import java.util.Set;

/// Which options of the profile are chosen.
///
/// @param chosen offered ones; dates are retained in full or modified, not both
/// @param shiftDays by how many days modified dates are moved; empty to derive it from the
///   patient's ID
public record ProfileOptions(Set<ProfileOption> chosen, OptionalInt shiftDays) {
  /// The basic profile without any option.
  public static final ProfileOptions BASIC = of();

  public ProfileOptions {
    chosen = Set.copyOf(chosen);
    if (!chosen.stream().allMatch(ProfileOption::isOffered)) {
      throw new IllegalArgumentException("not offered: " + chosen);
    }
    if (chosen.contains(ProfileOption.RETAIN_FULL_DATES)
        && chosen.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      throw new IllegalArgumentException("dates are retained in full or modified");
    }
    if (shiftDays.isPresent() && Math.abs((long) shiftDays.getAsInt()) > DateShift.LONGEST) {
      throw new IllegalArgumentException("at most " + DateShift.LONGEST + " days");
    }
  }

  /// These options, the days derived from the patient's ID.
  public static ProfileOptions of(ProfileOption... chosen) {
    return new ProfileOptions(Set.of(chosen), OptionalInt.empty());
  }

  public boolean has(ProfileOption option) {
    return chosen.contains(option);
  }
}
