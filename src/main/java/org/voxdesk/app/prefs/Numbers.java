package org.voxdesk.app.prefs;

import java.util.ArrayList;
import java.util.List;

/// Lists of finite numbers as text.
final class Numbers {
  private Numbers() {}

  /// The numbers in `parts`; empty if one of them is none, since a file edited by hand may hold
  /// anything.
  static List<Double> decode(List<String> parts) {
    List<Double> numbers = new ArrayList<>();
    for (String part : parts) {
      double number;
      try {
        number = Double.parseDouble(part);
      } catch (NumberFormatException notANumber) {
        return List.of();
      }
      if (!Double.isFinite(number)) {
        return List.of();
      }
      numbers.add(number);
    }
    return List.copyOf(numbers);
  }
}
