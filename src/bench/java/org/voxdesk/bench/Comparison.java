package org.voxdesk.bench;

import java.util.Optional;

/// One row of the table: what is measured, and what it is held against.
///
/// @param title what the row says was done
/// @param subject name of a [Measured]
/// @param limit how long it may take; empty for a row that is there to be compared with
/// @param pixels how many pixels that made, for the rows that tell pixels a second; else 0
record Comparison(String title, String subject, Optional<Limit> limit, long pixels) {

  /// The most that is allowed: `factor` times the baseline and `plusMillis` more.
  ///
  /// @param baseline name of a [Measured]; empty when the limit is `plusMillis` alone
  record Limit(Optional<String> baseline, double factor, double plusMillis) {}

  static Comparison baseline(String title, String subject) {
    return new Comparison(title, subject, Optional.empty(), 0);
  }

  static Comparison relative(
      String title, String subject, String baseline, double factor, double plusMillis) {
    return new Comparison(
        title, subject, Optional.of(new Limit(Optional.of(baseline), factor, plusMillis)), 0);
  }

  static Comparison absolute(String title, String subject, double millis) {
    return new Comparison(title, subject, Optional.of(new Limit(Optional.empty(), 0, millis)), 0);
  }

  /// @param megapixels the least that are to be made a second; 0 where nothing is asked
  static Comparison rate(String title, String subject, long pixels, double megapixels) {
    Optional<Limit> limit =
        megapixels == 0
            ? Optional.empty()
            : Optional.of(new Limit(Optional.empty(), 0, pixels / (megapixels * 1000)));
    return new Comparison(title, subject, limit, pixels);
  }

  /// Megapixels a second.
  double rate(Measured measured) {
    return pixels / (measured.millis() * 1000);
  }
}
